/**
 * The packed tarball in one real n8n, which all parts share in this order: opening a stage takes longer than most of
 * them run. Long-running on purpose; `npm test -- e2e` shows each step.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { stopAll } from '../../sandbox/children';
import { openStage, root } from '../support/stage';
import type { Stage } from '../support/stage';
import { adsReport } from './adsReport';
import { approval } from './approval';
import { calendar } from './calendar';
import { campaign } from './campaign';
import { connections } from './connections';
import { drafts } from './drafts';
import { editor } from './editor';
import { gmailReplies, leadReplies } from './gmailReplies';
import { installation } from './installation';
import { messages } from './messages';
import { pins } from './pins';
import { postgres } from './postgres';
import { publishing } from './publishing';
import { retries } from './retries';
import { secrets } from './secrets';
import { telegramMessages } from './telegramMessages';
import { tiktokEvents } from './tiktokEvents';
import { videoEverywhere } from './videoEverywhere';

jest.setTimeout(120_000);

/** Jest gives a test file a copy of `process` that hears no signals; Ctrl-C must not leave n8n behind. */
const host: NodeJS.Process = runInThisContext('process');
for (const signal of ['SIGINT', 'SIGTERM'] as const) host.once(signal, () => void stopAll().finally(() => host.exit(1)));

describe('QMARK in a real n8n', () => {
	let opened: Stage | undefined;
	const stage = (): Stage => {
		if (!opened) throw new Error('The n8n of these tests did not start: the first failure above says why.');
		return opened;
	};

	beforeAll(async () => {
		rmSync(join(root, '.qmark', 'logs', 'e2e-n8n.log'), { force: true });
		// Jest's own NODE_ENV would put n8n into its test mode; the debug log is what the search for secrets needs.
		opened = await openStage('e2e', { NODE_ENV: 'production', N8N_LOG_LEVEL: 'debug' });
	}, 1_200_000);
	afterAll(stopAll);

	describe('installation', () => installation(stage));
	describe('connections', () => connections(stage));
	describe('publishing a content calendar', () => calendar(stage));
	// Before the thousands of messages below, for the timeline's picture.
	describe('the editor', () => editor(stage));
	// After it, for the same reason; they start from empty tables.
	describe('publishing workflows', () => publishing(stage));
	describe('drafts', () => drafts(stage));
	describe('approval', () => approval(stage));
	describe('each Pin', () => pins(stage));
	describe('one video everywhere', () => videoEverywhere(stage));
	describe('TikTok events', () => tiktokEvents(stage));
	describe('publishing workflows in PostgreSQL', () => postgres(stage));
	describe('messages', () => messages(stage));
	describe('Telegram messages', () => telegramMessages(stage));
	describe('Gmail replies', () => gmailReplies(stage));
	describe('lead replies', () => leadReplies(stage));
	describe('a campaign by mail', () => campaign(stage));
	describe('the weekly ads report', () => adsReport(stage));
	describe('Retry On Fail', () => retries(stage));
	// Last, so that it sees what all the others have left behind.
	describe('secrets', () => secrets(stage, { log: 'e2e-n8n.log', kept: 'Publish content calendar' }));
});
