import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BigVideo } from '../simulation/bigVideo';
import { root } from '../support/sources';
import { freshClone, laySpecs } from './clone';
import type { DoneList } from './check';
import { ended } from './reports';
import { figuresOf, run } from './run';

/** Nodes of the family, by the folder of their operation tests. */
const nodes = ['tiktok', 'tiktokTrigger', 'linkedin', 'pinterest', 'youtube'];

/** Networks that publish, by the name that contents use. */
const networks = ['tiktok', 'linkedin', 'pinterest', 'youtube'];

/** Hosts that take an upload up again where it broke off; Pinterest’s takes a form in one piece. */
const resumes = new Set(['tiktok', 'linkedin', 'youtube']);
/** How much of its bytes may be sent then, with what was under way when it broke. */
const AGAIN = 1.1;

/** MB that an upload may add to the peak of the same workflow without it. */
const ADDED = 32;

function tests(list: DoneList, clone: string) {
	const hasSpecs = laySpecs(root, clone);
	const { status, output, minutes } = run(clone, ['test']);
	const summary = /^\d+ passed, \d+ failed.*$/m.exec(output)?.[0] ?? 'no summary';
	list.check('npm test in a fresh clone', status === 0, `${summary} in ${minutes} min`);
	list.check('… under 25 minutes', Number(minutes) < 25, `${minutes} min`);
	const line = (what: string, suite: string, name: RegExp, file?: RegExp) => {
		const { held, figure } = ended(clone, suite, name, file);
		list.check(what, held, figure);
	};
	for (const node of nodes) line(`operations of ${node} on the wire`, 'operations', /./, new RegExp(`/operations/${node}/`));
	for (const network of networks) {
		line(`every error of ${network} that the facts list ends in its verdict`, 'unit', /./, new RegExp(`/unit/verdicts/${network}`, 'i'));
		line(`the Publisher on ${network}`, 'operations', /./, new RegExp(`/operations/publisher/${network}`));
		line(`${network} in the crash matrix`, 'crash', new RegExp(network, 'i'));
		line(`tokens of ${network}: expiry, rotation and none to renew with`, 'operations', new RegExp(network, 'i'), /\/operations\/tokens\//);
	}
	line('every operation is tried on the wire', 'unit', /every operation is tried/, /structure\/operations/);
	line('the generated reference holds every operation', 'unit', /./, /docs\/generated/);
	line('10,000 random texts and more: LinkedIn’s parser in the sandbox reads back what was written', 'unit', /./, /linkedin\/littleText/);
	line('the shared files that YouTube touches are those of the recipe', 'unit', /./, /structure\/networks/);
	line('forged, replayed and truncated TikTok events are refused, with no execution', 'operations', /refused/i, /tiktokTrigger/);
	line('googleapis drives the sandbox’s YouTube', 'contract', /./, /contract\/youtube/);
	line('shipped workflows are sound', 'workflows', /workflows\/publishing\//);
	line('… and run end to end', 'e2e', /Pin|TikTok|LinkedIn|YouTube/, /e2e/);
	if (hasSpecs) line('requests to Pinterest and its answers follow Pinterest’s OpenAPI', 'contract', /./, /contract\/pinterest/);
	else console.log('  not compared with Pinterest’s OpenAPI: it does not stand beside this repository');
}

function video(list: DoneList, clone: string) {
	const { bytes, networks: all, publisher, broken } = figuresOf<BigVideo>(clone, 'test/simulation/bigVideo.ts');
	const isWhole = bytes >= 1024 ** 3;
	for (const network of networks) {
		const { addedMB, worstMB, seconds, sentAfterReset, runs, posts } = all[network] ?? { addedMB: NaN, worstMB: NaN, seconds: NaN, sentAfterReset: NaN, runs: 0, posts: NaN };
		list.check(`a video of 1 GB to ${network} adds less than ${ADDED} MB to the workflow’s peak`, isWhole && addedMB < ADDED, `${addedMB} MB (at worst ${worstMB} MB), ${seconds} s`);
		const share = sentAfterReset / bytes;
		const most = resumes.has(network) ? AGAIN : 2;
		list.check(resumes.has(network) ? '… goes on after a reset in the middle' : '… begins anew after a reset in the middle: its host cannot resume', share >= 1 && share <= most, `${share.toFixed(2)} times its bytes were sent, of at most ${most}`);
		list.check('… and each run is one post', runs > 0 && posts === runs, `${posts} posts of ${runs} runs`);
	}
	for (const [what, posts] of Object.entries({ 'one content on all four by the Publisher': publisher.posts, '… run again': publisher.postsAfterRepeat, '… with the answers lost': publisher.postsAfterLostAnswers })) {
		list.check(what, networks.every((network) => posts[network] === 1), JSON.stringify(posts));
	}
	list.check('nothing else was out of order', broken.length === 0, broken.length === 0 ? 'nothing' : broken.join('; '));
}

const guideNames = ['tiktok', 'linkedin', 'pinterest', 'youtube', 'connect-youtube'];

function guides(list: DoneList) {
	const pages = [...['en', 'fr'].flatMap((language) => guideNames.map((name) => join('docs', language, `${name}.md`))), join('docs', 'adding-a-network.md')];
	const missing = pages.filter((file) => !existsSync(join(root, file)));
	list.check('guides in English and French', missing.length === 0, missing.length === 0 ? pages.join(', ') : `missing ${missing.join(', ')}`);
}

/** The done list of “TikTok, LinkedIn and Pinterest for real”. Parts: `test`, `video`, `guides`. */
export async function networkFamily(list: DoneList): Promise<void> {
	const clone = list.clone ?? freshClone(root);
	console.log(`clone: ${clone}`);
	await list.part('test', async () => tests(list, clone));
	await list.part('video', async () => video(list, clone));
	await list.part('guides', async () => guides(list));
}
