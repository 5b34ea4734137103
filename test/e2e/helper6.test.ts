import { stopAll } from '../../sandbox/children';
import { connectDemo } from '../../sandbox/demo';
import { openStage } from '../support/stage';
import type { Stage } from '../support/stage';
import { campaign } from './campaign';
import { gmailReplies, leadReplies } from './gmailReplies';
import { postgres } from './postgres';
import { telegramMessages } from './telegramMessages';
import { messages } from './messages';

jest.setTimeout(120_000);
describe('mine', () => {
	let opened: Stage | undefined;
	const stage = (): Stage => {
		if (!opened) throw new Error('no n8n');
		return opened;
	};
	beforeAll(async () => {
		opened = await openStage('e2e6', { NODE_ENV: 'production', N8N_LOG_LEVEL: 'debug' });
		await connectDemo(opened.operator, opened.networks.origin);
	}, 1_200_000);
	afterAll(stopAll);
	describe('postgres', () => postgres(stage));
	describe('whatsapp', () => messages(stage));
	describe('Telegram messages', () => telegramMessages(stage));
	describe('Gmail replies', () => gmailReplies(stage));
	describe('lead replies', () => leadReplies(stage));
	describe('a campaign by mail', () => campaign(stage));
});
