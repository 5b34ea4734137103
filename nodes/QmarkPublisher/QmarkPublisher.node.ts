import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { searchPages } from '../networks/facebook/searches';
import { searchAccounts } from '../networks/instagram/searches';
import { searchAuthors } from '../networks/linkedin/searches';
import { searchBoards } from '../networks/pinterest/searches';
import { searchChats } from '../networks/telegram/searches';
import { searchProfiles } from '../networks/threads/searches';
import { searchTikTokAccounts } from '../networks/tiktok/searches';
import { searchChannels } from '../networks/youtube/searches';
import { contentFields, forNetworks, publishOptions, schedule, taste } from './fields';
import { accounts, networkChoice } from './networkFields';
import { journal, publications, reconcileOptions } from './publicationFields';

export class QmarkPublisher implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QMARK Publisher',
		name: 'qmarkPublisher',
		icon: { light: 'file:../icons/publisher.svg', dark: 'file:../icons/publisher.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Check, adapt and publish contents on every network, each exactly once',
		defaults: { name: 'QMARK Publisher' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [
			{ name: 'qmarkMetaOAuth2Api', displayName: 'Meta (Facebook, Instagram)', required: true, displayOptions: forNetworks('facebook', 'instagram') },
			{ name: 'qmarkLinkedInOAuth2Api', displayName: 'LinkedIn', required: true, displayOptions: forNetworks('linkedin') },
			{ name: 'qmarkPinterestOAuth2Api', displayName: 'Pinterest', required: true, displayOptions: forNetworks('pinterest') },
			{ name: 'qmarkTelegramApi', displayName: 'Telegram', required: true, displayOptions: forNetworks('telegram') },
			{ name: 'qmarkThreadsOAuth2Api', displayName: 'Threads', required: true, displayOptions: forNetworks('threads') },
			{ name: 'qmarkTikTokOAuth2Api', displayName: 'TikTok', required: true, displayOptions: forNetworks('tiktok') },
			{ name: 'qmarkYouTubeOAuth2Api', displayName: 'YouTube', required: true, displayOptions: forNetworks('youtube') },
		],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Content', value: 'content' },
					{ name: 'Publication', value: 'publication' },
				],
				default: 'content',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['content'] } },
				options: [
					{ name: 'Adapt', value: 'adapt', description: 'Shape contents for each network: as proposals, or applied', action: 'Adapt contents' },
					{ name: 'Check', value: 'check', description: 'Find what a network would refuse, before anything is sent', action: 'Check contents' },
					{ name: 'Publish', value: 'publish', description: 'Publish on all targets, each once, whatever is run again', action: 'Publish contents' },
					{ name: 'Schedule', value: 'schedule', description: 'Give contents without a date the next free slot', action: 'Schedule contents' },
				],
				default: 'publish',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['publication'] } },
				options: [
					{ name: 'Delete', value: 'delete', description: 'Delete on the network what was published', action: 'Delete publications' },
					{ name: 'Get Many', value: 'getAll', description: 'Get what is published, under way, refused or in doubt', action: 'Get many publications' },
					{ name: 'Get Results', value: 'getResults', description: 'Get what posts counted, by the same names on all networks', action: 'Get results of publications' },
					{ name: 'Reconcile', value: 'reconcile', description: 'Settle what is in doubt', action: 'Reconcile publications' },
				],
				default: 'getAll',
			},
			{
				displayName: 'Each input item is one content: <i>ID</i>, <i>text</i>, <i>media</i>, <i>link</i>, <i>hashtags</i>, <i>targets</i> … as QMARK Content Import answers it. <a href="https://github.com/qmark-labs/n8n-nodes-qmark/blob/main/docs/en/publisher.md" target="_blank">All fields</a>',
				name: 'contentNotice',
				type: 'notice',
				default: '',
				displayOptions: { show: { resource: ['content'], contentSource: ['items'] } },
			},
			...contentFields,
			networkChoice,
			...accounts,
			...taste,
			...schedule,
			...publications,
			...journal,
			...publishOptions,
			reconcileOptions,
		],
	};

	methods = { listSearch: { searchAccounts, searchAuthors, searchBoards, searchChannels, searchChats, searchPages, searchProfiles, searchTikTokAccounts } };

	async execute(this: IExecuteFunctions) {
		// Loaded when it is first used, so that n8n starts without it.
		const { runPublisher } = await import('./publisher');
		return await runPublisher(this);
	}
}
