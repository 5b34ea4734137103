import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredWorkflow } from '../../sandbox/n8n/workflows';
import { root } from '../support/stage';
import type { Stage } from '../support/stage';
import { formsOf } from './forms';
import { networksAt } from './networks';
import { connectNetworks } from './pins';
import { shippedIn } from './shipped';

const form = 'one-video-everywhere';
const path = `workflows/publishing/${form}.json`;
const draft = 'Draft: I finish it in the app';
const video = new File([readFileSync(join(root, 'sandbox', 'networks', 'media', 'eclosion-camelia.mp4'))], 'eclosion.mp4', { type: 'video/mp4' });

interface Filled {
	title: string;
	text?: string;
	tiktok?: string;
	promotes?: string[];
	youtube?: string;
	networks?: string[];
}

/** The shipped form that brings one video to four networks. */
export function videoEverywhere(stage: () => Stage) {
	const { imported } = shippedIn(stage);
	const forms = formsOf(stage);
	const networks = () => networksAt(stage().networks.origin);
	let workflow: StoredWorkflow;
	const send = async ({ title, text = '', tiktok = 'Not on TikTok', promotes = [], youtube = 'Not on YouTube', networks: others = [] }: Filled) =>
		await forms.send(form, { 0: video, 1: title, 2: text, 3: 'https://ateliercamelia.example/eclosion', 4: tiktok, 5: JSON.stringify(promotes), 6: youtube, 7: 'No', 8: JSON.stringify(others) });
	const shown = async (title: string) => (await networks().timeline()).filter((entry) => entry.text.includes(title) && ['tiktok', 'linkedin', 'pinterest', 'youtube'].includes(entry.network)).sort((one, other) => one.network.localeCompare(other.network));
	const linksIn = (html: string) => [...html.matchAll(/<a href="(http[^"]+)"/g)].map(([, url = '']) => url);
	const listed = (html: string, head: string) => new RegExp(`<h3>${head}</h3><ul>(.*?)</ul>`, 's').exec(html)?.[1] ?? '';

	beforeAll(async () => {
		await connectNetworks(stage(), 'TikTok', 'LinkedIn', 'Pinterest', 'YouTube');
		await forms.ensureLogin();
		workflow = await stage().operator.workflows.publish(await imported(path));
	});
	afterAll(async () => void (await stage().operator.workflows.unpublish(workflow)));

	test('the form wants to be told who sees it on TikTok, and chooses nobody by itself', async () => {
		const html = await forms.opened(form);
		const [select = ''] = /<select[^>]*field-4[\s\S]*?<\/select>/.exec(html) ?? [];
		expect(select).toMatch(/^<select[^>]*form-required/);
		for (const option of ['Everyone', 'Followers', 'Friends', 'Only me', draft]) expect(select).toContain(option);
		expect(select).not.toMatch(/selected[^>]*>\s*(Everyone|Followers|Friends|Only me)/);
		expect(html).toContain('Music Usage Confirmation');
	});

	test('one video is on four networks, as a draft on TikTok, and the last page has the links', async () => {
		const html = await send({ title: 'VIDEO A', text: 'VIDEO A: l’éclosion', tiktok: draft, youtube: 'Public', networks: ['LinkedIn', 'Pinterest'] });
		const entries = await shown('VIDEO A');
		expect(entries.map(({ network }) => network)).toEqual(['linkedin', 'pinterest', 'youtube']);
		const drafts = (await networks().timeline()).filter(({ network, kind }) => network === 'tiktok' && kind === 'draft');
		expect(drafts).toHaveLength(1);
		for (const { url } of entries) expect(linksIn(listed(html, 'Out')).map((link) => link.replace(/\/$/, '')).join(' ')).toContain(new URL(url).pathname.replace(/^\/[^/]+/, '').replace(/\/$/, ''));
		expect(listed(html, 'Drafts to finish')).toMatch(/<b>TikTok<\/b> .*\S/);
		expect(listed(html, 'Not out')).toBe('');
	});

	test('the same form again publishes nothing, and says since when it is out', async () => {
		const before = (await networks().timeline()).length;
		const html = await send({ title: 'video  a', text: 'VIDEO A, another text', tiktok: 'Everyone', youtube: 'Public', networks: ['LinkedIn', 'Pinterest'] });
		expect((await networks().timeline()).length).toBe(before);
		expect(html.match(/It was there before, since/g)).toHaveLength(4);
	});

	test('what a network refuses is told with what to do, the others have it; sent again, it goes on there alone', async () => {
		const refused = await send({ title: 'VIDEO B', tiktok: 'Only me', promotes: ['Another brand (a paid partnership)'], networks: ['LinkedIn'] });
		expect(listed(refused, 'Not out')).toMatch(/<b>TikTok<\/b> .*Only Me.*paid partnership/);
		expect((await shown('VIDEO B')).map(({ network }) => network)).toEqual(['linkedin']);
		const html = await send({ title: 'VIDEO B', tiktok: 'Everyone', promotes: ['Another brand (a paid partnership)'], networks: ['LinkedIn'] });
		expect((await shown('VIDEO B')).map(({ network }) => network)).toEqual(['linkedin', 'tiktok']);
		expect(listed(html, 'Out')).toContain('<b>TikTok</b>');
		expect(html).toContain('It was there before');
	});

	test('a network that cannot be reached is told, and tried again by the same form', async () => {
		await networks().fault({ network: 'pinterest', match: '', kind: 'status', status: 503, times: 50 });
		const html = await send({ title: 'VIDEO C', networks: ['Pinterest', 'LinkedIn'] });
		await networks().clearFaults();
		expect(listed(html, 'Not out')).toContain('<b>Pinterest</b>');
		expect(html).toContain('send the form again with the same title');
		await send({ title: 'VIDEO C', networks: ['Pinterest', 'LinkedIn'] });
		expect((await shown('VIDEO C')).map(({ network }) => network)).toEqual(['linkedin', 'pinterest']);
	}, 300_000);

	test('without a network nothing is published, and the page says so', async () => {
		expect(await send({ title: 'VIDEO D' })).toContain('No network was chosen.');
		expect(await shown('VIDEO D')).toEqual([]);
	});
}
