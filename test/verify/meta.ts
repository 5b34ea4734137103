import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/sources';
import type { Storm } from '../simulation/webhookStorm';
import type { InsightsBench } from '../bench/insights';
import { freshClone, laySpecs } from './clone';
import type { DoneList } from './check';
import { ended } from './reports';
import { figuresOf, run } from './run';

/** Pages of a report that are read ahead at most: see nodes/networks/meta/insights. */
const PAGES_AHEAD = 40;

/** Nodes of the family, by the folder of their operation tests. */
const nodes = ['facebook', 'instagram', 'messenger', 'metaAds', 'metaConversions', 'metaTrigger', 'threads', 'whatsApp'];

function tests(list: DoneList, clone: string) {
	const hasSpecs = laySpecs(root, clone);
	const { status, output, minutes } = run(clone, ['test']);
	const summary = /^\d+ passed, \d+ failed.*$/m.exec(output)?.[0] ?? 'no summary';
	list.check('npm test in a fresh clone', status === 0, `${summary} in ${minutes} min`);
	list.check('… under 25 minutes', Number(minutes) < 25, `${minutes} min`);
	for (const node of nodes) {
		const { held, figure } = ended(clone, 'operations', /./, new RegExp(`/operations/${node}/`));
		list.check(`operations of ${node} on the wire`, held, figure);
	}
	const lines: [what: string, suite: string, name: RegExp, file?: RegExp][] = [
		['every operation is tried on the wire', 'unit', /every operation is tried/, /structure\/operations/],
		['the generated reference holds every operation', 'unit', /./, /docs\/generated/],
		['Meta’s own SDK drives the sandbox, and the nodes send the same', 'contract', /./, /contract\/(facebook|instagram|messenger|meta|whatsapp|threads)/i],
		['forged, replayed and truncated deliveries are refused, with no execution', 'operations', /refused, with no execution/, /metaTrigger/],
		['… in a real n8n', 'e2e', /refuse|forged/i, /e2e/],
		['a burst that a naive loop breaks off at 80004 or 613 ends without one', 'operations', /80004|613/, /metaAds/],
		['an update applied twice changes nothing the second time', 'operations', /twice|second time/i, /metaAds/],
		['… and a stale one is refused with both values', 'operations', /stale|only if|both values/i, /metaAds/],
		['Threads in the crash matrix', 'crash', /threads/i],
		['shipped message workflows are sound', 'workflows', /messages/],
		['… and run end to end', 'e2e', /messages/i, /e2e/],
	];
	for (const [what, suite, name, file] of lines) {
		const { held, figure } = ended(clone, suite, name, file);
		list.check(what, held, figure);
	}
	const specs = ended(clone, 'contract', /./, /metaSpecs/);
	if (hasSpecs) list.check('every parameter that is sent exists in Meta’s specs', specs.held, specs.figure);
	else console.log('  not compared with Meta’s specs: they do not stand beside this repository');
}

function storm(list: DoneList, clone: string) {
	const { messages, deliveries, doubled, repeated, acknowledged, rows, missing, twice, seconds } = figuresOf<Storm>(clone, 'test/simulation/webhookStorm.ts');
	list.check('5,000 messages delivered, a fifth of them twice, n8n killed in the middle: all acknowledged', messages >= 5000 && acknowledged === messages && doubled >= messages / 5, `${acknowledged} of ${messages}, ${doubled} doubled, ${repeated} tries repeated, ${deliveries} posts in ${seconds} s`);
	list.check('… missing in the store', missing === 0, missing);
	list.check('… there twice', twice === 0 && rows === messages, `${twice}; ${rows} rows`);
}

function insights(list: DoneList, clone: string) {
	const { rows, seconds, ratio, peakMemoryMB } = figuresOf<InsightsBench>(clone, 'test/bench/insights.ts');
	list.check('100,000 insight rows, against n8n’s HTTP Request with pagination', rows >= 100_000 && ratio >= 6, `${rows} rows in ${seconds.qmark} s and ${seconds.n8n} s: × ${ratio}`);
	// What n8n is handed stays in memory whatever reads it; the node itself may hold the pages that it reads ahead, and no more.
	const pages = peakMemoryMB.qmarkBeyondOutput / peakMemoryMB.page;
	list.check('… memory bounded by the page', pages > 0 && pages <= PAGES_AHEAD, `${pages.toFixed(1)} pages beyond the output, of at most ${PAGES_AHEAD}; ${JSON.stringify(peakMemoryMB)}`);
}

function guides(list: DoneList) {
	const names = ['messages', 'meta-trigger', 'meta-ads'];
	const pages = ['en', 'fr'].flatMap((language) => names.map((name) => join('docs', language, `${name}.md`)));
	const missing = pages.filter((file) => !existsSync(join(root, file)));
	list.check('guides in English and French', missing.length === 0, missing.length === 0 ? pages.join(', ') : `missing ${missing.join(', ')}`);
}

/** The done list of “the Meta family, complete”. Parts: `test`, `storm`, `insights`, `guides`. */
export async function meta(list: DoneList): Promise<void> {
	const clone = list.clone ?? freshClone(root);
	console.log(`clone: ${clone}`);
	await list.part('test', async () => tests(list, clone));
	await list.part('storm', async () => storm(list, clone));
	await list.part('insights', async () => insights(list, clone));
	await list.part('guides', async () => guides(list));
}
