import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { googleAdsReports } from '../../nodes/platforms/googleAdsReports';
import type { GoogleAdsBench } from '../bench/googleAds';
import type { Campaign } from '../simulation/campaign';
import type { TelegramPace } from '../simulation/telegramPace';
import type { TelegramStorm } from '../simulation/telegramStorm';
import { root } from '../support/sources';
import { freshClone, laySpecs } from './clone';
import type { DoneList } from './check';
import { ended } from './reports';
import { figuresOf, run } from './run';

/** Nodes of the family, by the folder of their operation tests. */
const nodes = ['gmail', 'gmailTrigger', 'googleAds', 'telegram', 'telegramTrigger'];

/** Vendors whose errors the facts list, by the file of their table. */
const vendors = ['gmail', 'googleAds', 'dataManager', 'telegram'];

/** Of the published ceiling: 30 messages a second. */
const PACE = 0.9;

function tests(list: DoneList, clone: string) {
	laySpecs(root, clone);
	const { status, output, minutes } = run(clone, ['test']);
	const summary = /^\d+ passed, \d+ failed.*$/m.exec(output)?.[0] ?? 'no summary';
	list.check('npm test in a fresh clone', status === 0, `${summary} in ${minutes} min`);
	list.check('… under 25 minutes', Number(minutes) < 25, `${minutes} min`);
	for (const node of nodes) {
		const { held, figure } = ended(clone, 'operations', /./, new RegExp(`/operations/${node}/`));
		list.check(`operations of ${node} on the wire`, held, figure);
	}
	for (const vendor of vendors) {
		const { held, figure } = ended(clone, 'unit', /./, new RegExp(`/unit/verdicts/${vendor}\\.`));
		list.check(`every error of ${vendor} that the facts list ends in its verdict`, held, figure);
	}
	const lines: [what: string, suite: string, name: RegExp, file?: RegExp][] = [
		['every operation is tried on the wire', 'unit', /every operation is tried/, /structure\/operations/],
		['the generated reference holds every operation', 'unit', /./, /docs\/generated/],
		['googleapis drives the sandbox’s Gmail', 'contract', /./, /contract\/gmail/],
		['requests and answers of Google Ads and Data Manager go through the vendors’ protos', 'contract', /./, /contract\/(googleAds|dataManager)/],
		['telegraf drives the sandbox’s Telegram and receives its updates', 'contract', /./, /contract\/telegram/],
		['messages written by our MIME read the same as nodemailer’s', 'unit', /./, /unit\/gmail\/mime/],
		['shipped workflows are sound', 'workflows', /workflows\/(mail|messages|ads)\//],
		['… and run end to end', 'e2e', /campaign|Telegram messages|Gmail replies|ads report|lead replies/i, /e2e/],
	];
	for (const [what, suite, name, file] of lines) {
		const { held, figure } = ended(clone, suite, name, file);
		list.check(what, held, figure);
	}
}

function campaign(list: DoneList, clone: string) {
	const { recipients, kills, once, twice, missing, unsubscribed, unwanted, runs, seconds } = figuresOf<Campaign>(clone, 'test/simulation/campaign.ts');
	list.check('a campaign to 10,000 people, n8n killed twice: each who agreed was written to exactly once', recipients >= 10_000 && kills === 2 && once === recipients - unsubscribed && twice === 0 && missing === 0, `${once} of ${recipients - unsubscribed} once, ${twice} twice, ${missing} missing; ${kills} kills, ${runs} runs, ${seconds} s`);
	list.check('… who had unsubscribed, never', unsubscribed > 0 && unwanted === 0, `${unwanted} of ${unsubscribed} were written to`);
}

function pace(list: DoneList, clone: string) {
	const { sends, perSecond, ceiling, tooMany, migrated, migratedFollowed, blocked, blockedReported } = figuresOf<TelegramPace>(clone, 'test/simulation/telegramPace.ts');
	list.check('3,000 messages to 3,000 chats at 90 % of Telegram’s ceiling and more', sends >= 3000 && perSecond >= PACE * ceiling, `${perSecond} of ${ceiling} a second`);
	list.check('… without one 429', tooMany === 0, tooMany);
	list.check('… groups that have moved are followed', migrated > 0 && migratedFollowed === migrated, `${migratedFollowed} of ${migrated}`);
	list.check('… people who have blocked the bot are reported', blocked > 0 && blockedReported === blocked, `${blockedReported} of ${blocked}`);
}

function storm(list: DoneList, clone: string) {
	const { updates, doubled, acknowledged, rows, missing, twice, seconds, shared } = figuresOf<TelegramStorm>(clone, 'test/simulation/telegramStorm.ts');
	list.check('5,000 Telegram updates, a fifth of them twice, n8n killed in the middle: all acknowledged', updates >= 5000 && acknowledged === updates && doubled >= updates / 5, `${acknowledged} of ${updates}, ${doubled} doubled, ${seconds} s`);
	list.check('… missing in the store', missing === 0, missing);
	list.check('… there twice', twice === 0 && rows === updates, `${twice}; ${rows} rows`);
	list.check('three workflows on one bot all receive', shared.updates > 0 && shared.received.length === 3 && shared.received.every((count) => count === shared.updates), `${shared.received.join(', ')} of ${shared.updates}`);
	list.check('… and a test beside them receives and steals none', shared.test > 0 && shared.stolen === 0, `${shared.test} received, ${shared.stolen} stolen`);
}

/** Pages of a report that may be held beyond what n8n is handed: of each span one, that lies ready or is on its way; the one that is being used; and the rows of the item that is not full yet, which the benchmark makes a page. */
const PAGES = googleAdsReports.spans + 2;

function rows(list: DoneList, clone: string) {
	const { rows: count, seconds, ratio, peakMemoryMB } = figuresOf<GoogleAdsBench>(clone, 'test/bench/googleAds.ts');
	list.check('1,000,000 report rows, against n8n’s HTTP Request with pagination', count >= 1_000_000 && ratio >= 6, `${count} rows in ${seconds.qmark} s and ${seconds.n8n} s: × ${ratio}`);
	const pages = peakMemoryMB.qmarkBeyondOutput / peakMemoryMB.page;
	list.check('… memory bounded by pages', pages > 0 && pages <= PAGES, `${pages.toFixed(1)} pages beyond the output, of at most ${PAGES}; ${JSON.stringify(peakMemoryMB)}`);
}

function guides(list: DoneList) {
	const names = ['gmail', 'campaigns', 'google-ads', 'telegram'];
	const pages = ['en', 'fr'].flatMap((language) => names.map((name) => join('docs', language, `${name}.md`)));
	const missing = pages.filter((file) => !existsSync(join(root, file)));
	list.check('guides in English and French', missing.length === 0, missing.length === 0 ? pages.join(', ') : `missing ${missing.join(', ')}`);
}

/** The done list of “Google and Telegram, complete”. Parts: `test`, `campaign`, `pace`, `storm`, `rows`, `guides`. */
export async function googleTelegram(list: DoneList): Promise<void> {
	const clone = list.clone ?? freshClone(root);
	console.log(`clone: ${clone}`);
	await list.part('test', async () => tests(list, clone));
	await list.part('campaign', async () => campaign(list, clone));
	await list.part('pace', async () => pace(list, clone));
	await list.part('storm', async () => storm(list, clone));
	await list.part('rows', async () => rows(list, clone));
	await list.part('guides', async () => guides(list));
}
