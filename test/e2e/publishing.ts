import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { importWorkflows } from '../../sandbox/demo';
import { seed } from '../../sandbox/networks/seed';
import type { Execution, StoredWorkflow, WorkflowFile } from '../../sandbox/n8n/workflows';
import { root } from '../support/stage';
import type { Stage } from '../support/stage';
import { openInbox } from './inbox';
import type { Inbox } from './inbox';
import { networksAt } from './networks';

const feed = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Le journal</title><link>https://ateliercamelia.example/</link><description>Le journal de l’atelier</description>
<item><title>La pivoine</title><link>https://ateliercamelia.example/pivoine</link><guid>pivoine-2027</guid><description>Trois semaines, pas une de plus.</description></item>
</channel></rss>`;
const page = '<html><head><title>Atelier</title><meta property="og:title" content="Noël à l’atelier"><meta property="og:description" content="Couronnes &amp; sapins"></head><body></body></html>';

/** A site with a feed and a page. */
async function openSite() {
	const server = createServer(({ url }, response) => {
		const [type, body] = url === '/feed.xml' ? ['application/rss+xml', feed] : ['text/html', page];
		response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` }).end(body);
	}).listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const { port } = server.address() as AddressInfo;
	return { origin: `http://127.0.0.1:${port}`, close: async () => await new Promise((resolve) => server.close(resolve)) };
}

/** The signs of this file that Windows-1252 has and Latin-1 has not. */
const windows1252 = (text: string) => Buffer.from(text.replaceAll('’', '\u0092').replaceAll('œ', '\u009c').replaceAll('€', '\u0080'), 'latin1');

const french = ['Identifiant;Texte;Date de publication;Heure;Réseaux', 'W01;Fleurs, œillets et pivoines à l’atelier, 12 € la botte;14/03/2027;9h30;facebook|telegram', 'W02;Bouquet d’été;31/02/2027;10h;telegram'].join('\r\n');

/** The shipped workflows from contents to the morning's digest, one after the other over the same tables. */
export function publishing(stage: () => Stage) {
	let site: Awaited<ReturnType<typeof openSite>>;
	let inbox: Inbox;
	let copies = 0;

	/** A copy of a shipped workflow with these of its settings changed. */
	const copyOf = async (file: string, settings: Record<string, string> = {}): Promise<StoredWorkflow> => {
		const shipped: WorkflowFile = JSON.parse(readFileSync(join(root, 'workflows', 'publishing', `${file}.json`), 'utf8'));
		const nodes = shipped.nodes.map((node) => {
			if (node.name !== 'Settings') return node;
			const { assignments } = node.parameters.assignments as { assignments: { name: string; value: string }[] };
			for (const name of Object.keys(settings)) expect(assignments.map((one) => one.name)).toContain(name);
			const changed = assignments.map((one) => ({ ...one, value: settings[one.name] ?? one.value }));
			const parameters: INodeParameters = { ...node.parameters, assignments: { assignments: changed } };
			return { ...node, parameters };
		});
		return await stage().operator.importWorkflow({ ...shipped, name: `${shipped.name} (copy ${++copies})`, nodes });
	};
	const succeeded = (execution: Execution) => {
		expect({ status: execution.status, error: execution.error }).toEqual({ status: 'success', error: undefined });
		return execution;
	};
	const run = async (file: string, settings?: Record<string, string>) => succeeded(await stage().operator.workflows.run(await copyOf(file, settings)));
	const reportOf = (execution: Execution, node = 'Report'): IDataObject => execution.items(node)[0]?.json ?? {};

	/** Lines of a Data Table, as the editor reads them. */
	const table = async (name: string): Promise<IDataObject[]> => {
		const { rest } = stage().operator;
		const { id: project } = await rest.send<{ id: string }>('GET', '/projects/personal');
		const { data: tables } = await rest.send<{ data: { id: string; name: string }[] }>('GET', `/projects/${project}/data-tables?take=100`);
		const id = tables.find((one) => one.name === name)?.id;
		if (!id) throw new Error(`n8n has no Data Table “${name}”.`);
		return (await rest.send<{ data: IDataObject[] }>('GET', `/projects/${project}/data-tables/${id}/rows?take=250`)).data;
	};
	const stored = async (...ids: string[]) => {
		const rows = await table('QMARK contents');
		return ids.map((id) => rows.find(({ content_id }) => content_id === id));
	};
	const lay = (name: string, content: string | Buffer) => writeFileSync(join(stage().files, name), content);
	const timeline = async (text: string) => (await networksAt(stage().networks.origin).timeline()).filter((entry) => entry.text.includes(text));

	beforeAll(async () => {
		site = await openSite();
		inbox = await openInbox();
		const { operator } = stage();
		await operator.ensureCredential('Mail (sandbox)', 'smtp', { host: '127.0.0.1', port: inbox.port, secure: false, disableStartTls: true });
		await importWorkflows(operator, root);
	});
	afterAll(async () => {
		await inbox.close();
		await site.close();
	});

	describe.each(['import-content', 'editorial-calendar', 'collect-post-results', 'publishing-digest'])('%s', (file) => {
		test('can be published as it is shipped, with the sandbox’s credentials', async () => {
			const { workflows } = stage().operator;
			const published = await workflows.publish(await copyOf(file));
			expect(published.activeVersionId).toBe(published.versionId);
			await workflows.unpublish(published);
		});

		test('runs with empty tables, and says that there is nothing', async () => {
			const execution = await run(file);
			const last = { 'import-content': 'Report', 'editorial-calendar': 'Queue', 'collect-post-results': 'Report', 'publishing-digest': 'Digest' }[file] ?? '';
			expect(String(reportOf(execution, last).text)).toMatch(/nothing/i);
		});
	});

	describe('Import content', () => {
		test('reads a French CSV in Windows-1252: what is sound into the store, what is not into the problems', async () => {
			lay('calendrier.csv', windows1252(french));
			const report = reportOf(await run('import-content', { file: 'calendrier.csv', time_zone: 'Europe/Paris' }));
			expect(report).toMatchObject({ contents: { new: 1, changed: 0, unchanged: 0 }, problems: { error: 1, warning: 1 } });
			expect(await stored('W01', 'W02')).toMatchObject([{ status: 'review', publish_at: '2027-03-14T08:30:00.000Z', networks: 'facebook, telegram', text: 'Fleurs, œillets et pivoines à l’atelier, 12 € la botte' }, undefined]);
			expect(await table('QMARK import problems')).toContainEqual(expect.objectContaining({ file: 'calendrier.csv', row: '3', content_id: 'W02', column: 'Date de publication', value: '31/02/2027', severity: 'error', problem: expect.stringContaining('no day 31'), fix: expect.stringMatching(/./) }));
		});

		test('the same file again changes nothing, and its problems stand there once', async () => {
			const before = await stored('W01');
			const report = reportOf(await run('import-content', { file: 'calendrier.csv', time_zone: 'Europe/Paris' }));
			expect(report).toMatchObject({ contents: { new: 0, changed: 0, unchanged: 1 }, problems: { error: 1 } });
			expect(await stored('W01')).toEqual(before);
			expect((await table('QMARK import problems')).filter(({ content_id }) => content_id === 'W02')).toHaveLength(1);
		});

		test('a spreadsheet, a feed and a page are read in one run; a file and a feed that are not there stop none of them', async () => {
			lay('calendrier.xlsx', readFileSync(join(__dirname, 'fixtures', 'calendar.xlsx')));
			const sources = { file: 'calendrier.xlsx | nowhere.csv', rss_url: `${site.origin}/feed.xml | http://127.0.0.1:1/feed.xml`, page_url: `${site.origin}/noel`, networks: 'telegram', time_zone: 'UTC' };
			const report = reportOf(await run('import-content', sources));
			expect(report).toMatchObject({ contents: { new: 3 }, problems: { error: 3, warning: 0 } });
			expect(await stored('X01', 'pivoine-2027', `${site.origin}/noel`)).toMatchObject([
				{ publish_at: '2027-03-15T09:45:00.000Z', text: 'Les pivoines arrivent 🌸 — on vous en garde ?' },
				{ publish_at: '', networks: 'telegram', text: expect.stringContaining('Trois semaines') },
				{ text: expect.stringMatching(/^Noël à l’atelier\s+Couronnes & sapins/) },
			]);
			expect(report.list).toMatchObject([{ file: 'calendrier.xlsx', row: '4', content_id: 'X02' }, { file: 'nowhere.csv' }, { file: 'http://127.0.0.1:1/feed.xml' }]);
		});

		test('the form takes a file from who has its password, and its last page tells what became of it', async () => {
			const { operator } = stage();
			const { client, url } = operator.rest;
			const workflow = await operator.workflows.find('Import content');
			if (!workflow) throw new Error('“Import content” is not among the shipped workflows.');
			await operator.workflows.publish(workflow);
			const refused = async () => (await client.get('/form/import-content')).status;
			while ((await refused()) === 404) await delay(250);
			expect(await refused()).toBe(401);
			const form = new FormData();
			form.append('field-0', new Blob(['id,text\nF01,Nocturne à l’atelier\nF02,\n']), 'soir.csv');
			form.append('field-1', 'Un mot du soir');
			form.append('field-3', 'telegram');
			const auth = { username: 'camille', password: 'sandbox-form-not-secret' };
			const { data } = await client.post<{ formWaitingUrl: string }>('/form/import-content', form, { auth });
			const lastPage = data.formWaitingUrl.replace(url, '');
			const state = async () => String((await client.get(lastPage.replace('?', '/n8n-execution-status?'), { responseType: 'text' })).data);
			while (!(await state()).includes('form-waiting')) await delay(250);
			const { data: html } = await client.get<string>(lastPage, { responseType: 'text' });
			expect(html).toContain('2 new contents');
			expect(html).toMatch(/Error in soir\.csv, row 3/);
			await client.post(lastPage);
			expect((await stored('F01'))[0]).toMatchObject({ status: 'review', text: 'Nocturne à l’atelier' });
			expect((await table('QMARK contents')).filter(({ text }) => text === 'Un mot du soir')).toHaveLength(1);
			await operator.workflows.unpublish(workflow);
		});

		test('what has changed is looked at again, and only that', async () => {
			const settings = { file: 'deux.csv', needs_approval: 'no', networks: 'telegram' };
			lay('deux.csv', 'id,text\nR01,Avant\nR02,Jamais');
			await run('import-content', settings);
			expect(await stored('R01', 'R02')).toMatchObject([{ status: 'approved' }, { status: 'approved' }]);
			lay('deux.csv', 'id,text\nR01,Après\nR02,Jamais');
			expect(reportOf(await run('import-content', { ...settings, needs_approval: 'yes' }))).toMatchObject({ contents: { changed: 1, unchanged: 1 } });
			expect(await stored('R01', 'R02')).toMatchObject([{ status: 'review', text: 'Après' }, { status: 'approved', text: 'Jamais' }]);
		});
	});

	describe('Editorial calendar', () => {
		const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString().slice(0, 16);
		let both: Execution[];
		let next: Execution;

		beforeAll(async () => {
			const { origin } = stage().networks;
			const rows = [
				...['id,text,image,video,networks,date', `E01,Le bouquet du calendrier,${origin}/media/samples/bouquet-camelia.jpg,,,${minutesAgo(5)}`],
				...[`E02,La vidéo du calendrier,,${origin}/media/samples/eclosion-camelia.mp4,,${minutesAgo(4)}`, `E03,Le PNG du calendrier,${origin}/media/samples/bon-cadeau.png,,instagram|telegram,${minutesAgo(3)}`],
				...['E04,Sans date du calendrier,,,telegram,', `E05,Bien trop tard,,,telegram,2026-01-05 09:00`],
			];
			lay('calendrier-du-jour.csv', rows.join('\n'));
			await run('import-content', { file: 'calendrier-du-jour.csv', needs_approval: 'no', time_zone: 'UTC' });
			const workflow = await copyOf('editorial-calendar', { adapt: 'no', time_zone: 'Europe/Paris' });
			const { workflows } = stage().operator;
			both = await Promise.all([workflows.run(workflow), workflows.run(workflow)]);
		});

		test('two runs at once succeed', () => both.forEach(succeeded));

		test('every due content is on each of its networks exactly once', async () => {
			const shown = async (text: string) => (await timeline(text)).map(({ network }) => network).sort();
			expect(await shown('Le bouquet du calendrier')).toEqual(['facebook', 'instagram', 'telegram']);
			expect(await shown('La vidéo du calendrier')).toEqual(['facebook', 'instagram', 'telegram']);
			expect(await shown('Le PNG du calendrier')).toEqual(['telegram']);
			expect(await shown('Bien trop tard')).toEqual([]);
		});

		test('the next run brings the store to what is out, and publishes nothing again', async () => {
			const before = (await networksAt(stage().networks.origin).timeline()).length;
			next = await run('editorial-calendar', { adapt: 'no', time_zone: 'Europe/Paris' });
			expect((await networksAt(stage().networks.origin).timeline()).length).toBe(before);
			expect(await stored('E01', 'E02', 'E03', 'E05')).toMatchObject([
				...[{ status: 'done', note: '' }, { status: 'done' }, { status: 'attention', note: expect.stringMatching(/^instagram \(refused\): .*JPEG/) }],
				{ status: 'review', note: expect.stringContaining('date has passed') },
			]);
		});

		test('what has no date gets slots of its account, each its own, and stands in the queue', async () => {
			const rows = await stored('R02', 'E04');
			const dates = rows.map((row) => String(row?.publish_at));
			for (const date of dates) expect(date).toMatch(/T\d\d:\d\d:00\.000Z$/);
			expect(new Set(dates).size).toBe(2);
			const queue = next.items('Queue').map(({ json }) => json);
			expect(queue).toContainEqual(expect.objectContaining({ network: 'telegram', account: '@atelier_camelia', planned: 2, next_at: expect.stringMatching(/ (09:00|17:30|10:00)$/) }));
		});

		test('a video that a network still processes is gone on with by the next run, and published once', async () => {
			const controls = networksAt(stage().networks.origin);
			await controls.settings({ meta: { processingSeconds: 18 } });
			lay('video.csv', `id,text,video,networks,date\nE06,La vidéo qui dure,${stage().networks.origin}/media/samples/eclosion-camelia.mp4,instagram,${minutesAgo(2)}`);
			await run('import-content', { file: 'video.csv', needs_approval: 'no', time_zone: 'UTC' });
			const workflow = await copyOf('editorial-calendar', { adapt: 'no' });
			const again = async () => succeeded(await stage().operator.workflows.run(workflow));
			expect((await again()).items('Publish').map(({ json }) => [json.contentId, json.status])).toEqual([['E06', 'processing']]);
			expect(await stored('E06')).toMatchObject([{ status: 'approved', note: expect.stringMatching(/^instagram \(processing\)/) }]);
			while ((await again()).items('Publish').some(({ json }) => json.status !== 'published')) await delay(1000);
			await controls.settings({ meta: { processingSeconds: 2 } });
			expect(await timeline('La vidéo qui dure')).toHaveLength(1);
			expect(await stored('E06')).toMatchObject([{ status: 'done', note: '' }]);
		});

		test('a corrected content is published where it is missing, and only there', async () => {
			const { origin } = stage().networks;
			lay('calendrier-du-jour.csv', `id,text,image,networks,date\nE03,Le PNG du calendrier,${origin}/media/samples/bouquet-camelia.jpg,instagram|telegram,${minutesAgo(3)}`);
			await run('import-content', { file: 'calendrier-du-jour.csv', needs_approval: 'no', time_zone: 'UTC' });
			await run('editorial-calendar', { adapt: 'no' });
			expect((await timeline('Le PNG du calendrier')).map(({ network }) => network).sort()).toEqual(['instagram', 'telegram']);
			expect(await stored('E03')).toMatchObject([{ status: 'done', note: '' }]);
		});

		test('a content that is out is never touched by an import', async () => {
			lay('deux.csv', 'id,text\nE01,Un autre texte');
			expect(reportOf(await run('import-content', { file: 'deux.csv' }))).toMatchObject({ contents: { published: 1, changed: 0 } });
			expect(await stored('E01')).toMatchObject([{ status: 'done', text: 'Le bouquet du calendrier' }]);
		});
	});

	test('Collect post results counts what is out, once a post, and says which network gives no numbers', async () => {
		await run('collect-post-results');
		const report = reportOf(await run('collect-post-results'));
		const rows = await table('QMARK results');
		expect(rows.filter(({ content_id }) => content_id === 'E01').map(({ network }) => network).sort()).toEqual(['facebook', 'instagram']);
		for (const row of rows) expect(row).toMatchObject({ views: expect.stringMatching(/^\d+$/), permalink: expect.stringMatching(/^http/), as_of: expect.stringMatching(/Z$/) });
		expect(report.withoutNumbers).toContainEqual(expect.objectContaining({ network: 'telegram', reason: expect.stringMatching(/./) }));
	});

	describe('Publishing digest', () => {
		const chat = seed.telegram.group.username;

		test('tells in French what is out, what is planned and what is best, by Telegram and by e-mail', async () => {
			const digest = reportOf(await run('publishing-digest', { language: 'fr', telegram_chat: `@${chat}`, email_to: 'camille@shop.example', email_from: 'qmark@shop.example' }), 'Digest');
			expect(digest.sent).toEqual(['Telegram', 'E-mail']);
			const links = (await table('QMARK publications')).filter(({ content_id }) => content_id === 'E01').map(({ permalink }) => String(permalink));
			expect(links).toHaveLength(3);
			for (const one of [...links, '« Le bouquet du calendrier »']) expect(String(digest.text)).toContain(one);
			for (const title of ['Hier', 'Aujourd’hui', 'À faire', 'Prévu pour les 7 prochains jours', 'Meilleure publication de la semaine']) expect(String(digest.text)).toMatch(new RegExp(`^${title}$`, 'm'));
			expect(String(digest.text)).toMatch(/contenus attendent d’être validés/);
			const [sent] = await timeline('Publications du ');
			expect(sent).toMatchObject({ network: 'telegram', text: expect.stringContaining(String(digest.text).slice(0, 200)) });
			expect(inbox.mails).toEqual([{ to: 'camille@shop.example', text: expect.stringContaining('Meilleure publication de la semaine') }]);
		});

		test('fails when a channel that was to get it does not', async () => {
			const execution = await stage().operator.workflows.run(await copyOf('publishing-digest', { telegram_chat: String(seed.telegram.blocked.id) }));
			expect({ status: execution.status, error: execution.error }).toEqual({ status: 'error', error: expect.stringMatching(/not sent\. Telegram: /) });
		});
	});
}
