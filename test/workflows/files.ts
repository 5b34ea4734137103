import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IConnections, INode, INodeType } from 'n8n-workflow';
import { QmarkContentImport } from '../../nodes/QmarkContentImport/QmarkContentImport.node';
import { QmarkFacebook } from '../../nodes/QmarkFacebook/QmarkFacebook.node';
import { QmarkGmail } from '../../nodes/QmarkGmail/QmarkGmail.node';
import { QmarkGmailTrigger } from '../../nodes/QmarkGmailTrigger/QmarkGmailTrigger.node';
import { QmarkGoogleAds } from '../../nodes/QmarkGoogleAds/QmarkGoogleAds.node';
import { QmarkInstagram } from '../../nodes/QmarkInstagram/QmarkInstagram.node';
import { QmarkMetaTrigger } from '../../nodes/QmarkMetaTrigger/QmarkMetaTrigger.node';
import { QmarkMessenger } from '../../nodes/QmarkMessenger/QmarkMessenger.node';
import { QmarkMetaAds } from '../../nodes/QmarkMetaAds/QmarkMetaAds.node';
import { QmarkPublisher } from '../../nodes/QmarkPublisher/QmarkPublisher.node';
import { QmarkTelegram } from '../../nodes/QmarkTelegram/QmarkTelegram.node';
import { QmarkTelegramTrigger } from '../../nodes/QmarkTelegramTrigger/QmarkTelegramTrigger.node';
import { QmarkThreads } from '../../nodes/QmarkThreads/QmarkThreads.node';
import { QmarkTokenGuard } from '../../nodes/QmarkTokenGuard/QmarkTokenGuard.node';
import { QmarkWhatsApp } from '../../nodes/QmarkWhatsApp/QmarkWhatsApp.node';
import { QmarkTikTok } from '../../nodes/QmarkTikTok/QmarkTikTok.node';
import { QmarkTikTokTrigger } from '../../nodes/QmarkTikTokTrigger/QmarkTikTokTrigger.node';
import { QmarkLinkedIn } from '../../nodes/QmarkLinkedIn/QmarkLinkedIn.node';
import { QmarkPinterest } from '../../nodes/QmarkPinterest/QmarkPinterest.node';
import { QmarkYouTube } from '../../nodes/QmarkYouTube/QmarkYouTube.node';
import { root, sources } from '../support/sources';

export interface WorkflowFile {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: object;
}

/** QMARK's nodes as n8n names them once the package is installed. */
export const qmarkNodes: Record<string, INodeType> = {
	'n8n-nodes-qmark.qmarkContentImport': new QmarkContentImport(),
	'n8n-nodes-qmark.qmarkFacebook': new QmarkFacebook(),
	'n8n-nodes-qmark.qmarkGmail': new QmarkGmail(),
	'n8n-nodes-qmark.qmarkGmailTrigger': new QmarkGmailTrigger(),
	'n8n-nodes-qmark.qmarkGoogleAds': new QmarkGoogleAds(),
	'n8n-nodes-qmark.qmarkInstagram': new QmarkInstagram(),
	'n8n-nodes-qmark.qmarkMessenger': new QmarkMessenger(),
	'n8n-nodes-qmark.qmarkMetaAds': new QmarkMetaAds(),
	'n8n-nodes-qmark.qmarkMetaTrigger': new QmarkMetaTrigger(),
	'n8n-nodes-qmark.qmarkPublisher': new QmarkPublisher(),
	'n8n-nodes-qmark.qmarkTelegram': new QmarkTelegram(),
	'n8n-nodes-qmark.qmarkTelegramTrigger': new QmarkTelegramTrigger(),
	'n8n-nodes-qmark.qmarkThreads': new QmarkThreads(),
	'n8n-nodes-qmark.qmarkTokenGuard': new QmarkTokenGuard(),
	'n8n-nodes-qmark.qmarkTikTok': new QmarkTikTok(),
	'n8n-nodes-qmark.qmarkTikTokTrigger': new QmarkTikTokTrigger(),
	'n8n-nodes-qmark.qmarkLinkedIn': new QmarkLinkedIn(),
	'n8n-nodes-qmark.qmarkPinterest': new QmarkPinterest(),
	'n8n-nodes-qmark.qmarkYouTube': new QmarkYouTube(),
	'n8n-nodes-qmark.qmarkWhatsApp': new QmarkWhatsApp(),
};

/** n8n's own nodes that shipped workflows use, with the versions that n8n 2.41 offers. */
export const coreNodes: Record<string, number[]> = {
	'@n8n/n8n-nodes-langchain.chainLlm': [1.7, 1.8, 1.9],
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': [1.2, 1.3],
	'@n8n/n8n-nodes-langchain.outputParserStructured': [1.2, 1.3],
	'n8n-nodes-base.aggregate': [1],
	'n8n-nodes-base.code': [2],
	'n8n-nodes-base.dataTable': [1, 1.1],
	'n8n-nodes-base.editImage': [1, 1.1],
	'n8n-nodes-base.emailSend': [2, 2.1],
	'n8n-nodes-base.errorTrigger': [1],
	'n8n-nodes-base.executeWorkflow': [1.1, 1.2, 1.3, 1.4],
	'n8n-nodes-base.executeWorkflowTrigger': [1, 1.1, 1.2],
	'n8n-nodes-base.extractFromFile': [1, 1.1],
	'n8n-nodes-base.filter': [2, 2.1, 2.2, 2.3],
	'n8n-nodes-base.form': [1, 2.3, 2.4, 2.5],
	'n8n-nodes-base.formTrigger': [2, 2.1, 2.2, 2.3, 2.4, 2.5, 2.6],
	'n8n-nodes-base.googleSheets': [3, 4, 4.1, 4.2, 4.3, 4.4, 4.5, 4.6, 4.7],
	'n8n-nodes-base.html': [1, 1.1, 1.2],
	'n8n-nodes-base.httpRequest': [4, 4.1, 4.2, 4.3, 4.4, 4.5],
	'n8n-nodes-base.if': [2, 2.1, 2.2, 2.3],
	'n8n-nodes-base.manualTrigger': [1],
	'n8n-nodes-base.merge': [3, 3.1, 3.2],
	'n8n-nodes-base.noOp': [1],
	'n8n-nodes-base.postgres': [2.3, 2.4, 2.5, 2.6, 2.7],
	'n8n-nodes-base.readWriteFile': [1, 1.1],
	'n8n-nodes-base.respondToWebhook': [1.1, 1.2, 1.3, 1.4, 1.5],
	'n8n-nodes-base.rssFeedRead': [1, 1.1, 1.2],
	'n8n-nodes-base.scheduleTrigger': [1.1, 1.2, 1.3, 1.4],
	'n8n-nodes-base.set': [3.3, 3.4, 3.5],
	'n8n-nodes-base.sort': [1],
	'n8n-nodes-base.splitInBatches': [3],
	'n8n-nodes-base.splitOut': [1],
	'n8n-nodes-base.stickyNote': [1],
	'n8n-nodes-base.stopAndError': [1],
	'n8n-nodes-base.summarize': [1, 1.1],
	'n8n-nodes-base.switch': [3, 3.1, 3.2, 3.3, 3.4],
	'n8n-nodes-base.wait': [1, 1.1],
	'n8n-nodes-base.webhook': [2, 2.1],
};

/** Every shipped workflow: its path from the root, its text and what the text says. */
export const workflows = sources('workflows', '.json').map(({ path, text }) => {
	const workflow: WorkflowFile = JSON.parse(text);
	return { path, text, workflow };
});

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');
