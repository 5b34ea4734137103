import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { platformOptions } from './connections';
import { runGuard } from './guard';

export class QmarkTokenGuard implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QMARK Token Guard',
		name: 'qmarkTokenGuard',
		icon: { light: 'file:../icons/tokenGuard.svg', dark: 'file:../icons/tokenGuard.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"]}}',
		description: 'Renew connections before they end, and tell what breaks when one does',
		defaults: { name: 'QMARK Token Guard' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [
			{ name: 'qmarkN8nApi', required: false },
			{ name: 'qmarkGmailOAuth2Api', required: true, displayOptions: { show: { connections: ['qmarkGmailOAuth2Api'] }, hide: { operation: ['diagnose'] } } },
			{ name: 'qmarkGoogleAdsOAuth2Api', required: true, displayOptions: { show: { connections: ['qmarkGoogleAdsOAuth2Api'] }, hide: { operation: ['diagnose'] } } },
			{ name: 'qmarkInstagramOAuth2Api', required: true, displayOptions: { show: { connections: ['qmarkInstagramOAuth2Api'] }, hide: { operation: ['diagnose'] } } },
			{ name: 'qmarkLinkedInOAuth2Api', required: true, displayOptions: { show: { connections: ['qmarkLinkedInOAuth2Api'] }, hide: { operation: ['diagnose'] } } },
			{ name: 'qmarkMetaOAuth2Api', required: true, displayOptions: { show: { connections: ['qmarkMetaOAuth2Api'] }, hide: { operation: ['diagnose'] } } },
			{ name: 'qmarkMetaSystemUserApi', required: true, displayOptions: { show: { connections: ['qmarkMetaSystemUserApi'] }, hide: { operation: ['diagnose'] } } },
			{ name: 'qmarkPinterestOAuth2Api', required: true, displayOptions: { show: { connections: ['qmarkPinterestOAuth2Api'] }, hide: { operation: ['diagnose'] } } },
			{ name: 'qmarkTelegramApi', required: true, displayOptions: { show: { connections: ['qmarkTelegramApi'] }, hide: { operation: ['diagnose'] } } },
			{ name: 'qmarkThreadsOAuth2Api', required: true, displayOptions: { show: { connections: ['qmarkThreadsOAuth2Api'] }, hide: { operation: ['diagnose'] } } },
			{ name: 'qmarkTikTokOAuth2Api', required: true, displayOptions: { show: { connections: ['qmarkTikTokOAuth2Api'] }, hide: { operation: ['diagnose'] } } },
			{ name: 'qmarkYouTubeOAuth2Api', required: true, displayOptions: { show: { connections: ['qmarkYouTubeOAuth2Api'] }, hide: { operation: ['diagnose'] } } },
		],
		properties: [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Check', value: 'check', description: 'Ask the platform whether the connection works and what it may do', action: 'Check connections' },
					{ name: 'Diagnose Workflow', value: 'diagnose', description: 'Find what would stop a workflow before it is published', action: 'Diagnose a workflow' },
					{ name: 'Renew', value: 'renew', description: 'Renew what is due, then check', action: 'Renew connections' },
					{ name: 'Report', value: 'report', description: 'Tell what n8n holds, without asking the platform', action: 'Report on connections' },
				],
				default: 'renew',
			},
			{
				displayName: 'Connections',
				name: 'connections',
				type: 'options',
				noDataExpression: true,
				options: [{ name: 'All of This Instance', value: 'all', description: 'Every QMARK credential. Needs the QMARK N8n API credential of the instance’s owner or an admin.' }, ...platformOptions],
				default: 'all',
				displayOptions: { hide: { operation: ['diagnose'] } },
			},
			{
				displayName: 'Include Affected Workflows',
				name: 'affectedWorkflows',
				type: 'boolean',
				default: false,
				description: 'Whether to list the workflows, nodes and schedules that stop when this connection does. Needs the QMARK N8n API credential.',
				displayOptions: { hide: { operation: ['diagnose'], connections: ['all'] } },
			},
			{
				displayName: 'Workflow ID',
				name: 'workflowId',
				type: 'string',
				required: true,
				default: '',
				description: 'The last part of the workflow’s address in the editor',
				displayOptions: { show: { operation: ['diagnose'] } },
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add option',
				default: {},
				displayOptions: { hide: { operation: ['diagnose'] } },
				options: [
					{
						displayName: 'Append to Input',
						name: 'append',
						type: 'boolean',
						default: false,
						description: 'Whether to pass the input items on and add one report to them, so that several Token Guards in a row give one list',
					},
					{
						displayName: 'Node Parameters',
						name: 'nodeParameters',
						type: 'json',
						default: '{}',
						description: 'Parameters of the node that is to use the connection: its page or account is checked too',
					},
					{
						displayName: 'Required Permissions',
						name: 'requiredPermissions',
						type: 'string',
						default: '',
						description: 'Comma-separated permissions that must be granted. Empty: those that the workflows use, or else those the credential asks for.',
					},
				],
			},
		],
	};

	async execute(this: IExecuteFunctions) {
		return await runGuard(this);
	}
}
