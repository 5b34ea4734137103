import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountsAt } from '../../sandbox/accounts';
import { seed } from '../../sandbox/networks/seed';
import type { StoredWorkflow } from '../../sandbox/n8n/workflows';
import { root } from '../support/stage';
import type { Stage } from '../support/stage';
import { connectPublishing } from './approval';
import { approverAt, until } from './approver';
import { openFeeds } from './feed';
import type { Article } from './feed';
import { formsOf } from './forms';
import { openInbox } from './inbox';
import type { Inbox } from './inbox';
import { networksAt } from './networks';
import { shippedIn } from './shipped';

const path = 'workflows/publishing/approve-each-pin.json';
const chat = String(seed.telegram.customer.id);
const { board } = seed.pinterest;
const mailbox = 'camille@ateliercamelia.example';

/** Connects what needs a consent and is no part of `connectPublishing`. */
export async function connectNetworks({ operator, networks }: Stage, ...names: string[]): Promise<void> {
	for (const { name, type, data, consent } of accountsAt(networks.origin).filter((one) => names.some((network) => one.name.includes(network)))) {
		const credential = await operator.ensureCredential(name, type, data);
		if (consent) await operator.connect(credential);
	}
}

/** The shipped workflow that pins what a person has chosen, and nothing else. */
export function pins(stage: () => Stage) {
	const { imported, rows } = shippedIn(stage);
	const forms = formsOf(stage);
	const feeds: Record<string, Article[]> = { 'pins.xml': [], 'late.xml': [], 'alone.xml': [] };
	let site: Awaited<ReturnType<typeof openFeeds>>;
	let inbox: Inbox;
	let workflow: StoredWorkflow;
	const approver = () => approverAt(stage().networks.origin, chat, inbox);
	const picture = () => `${stage().networks.origin}/media/samples/bouquet-camelia.jpg`;
	const article = (title: string, more: Partial<Article> = {}): Article => ({ guid: `guid-${title}`, title, picture: picture(), ...more });
	const shown = async (title: string) => (await networksAt(stage().networks.origin).timeline()).filter((entry) => entry.network === 'pinterest' && entry.text.includes(title));
	const rowOf = async (title: string) => (await rows('QMARK pins', (row) => row.title === title))[0];
	const stateOf = async (title: string, ...states: string[]) => await until(async () => await rowOf(title), (row) => states.includes(String(row?.status)), 60);
	const look = async (which = workflow) => {
		const execution = await stage().operator.workflows.run(which);
		expect({ status: execution.status, error: execution.error }).toEqual({ status: 'success', error: undefined });
		return String(execution.items('Report')[0]?.json.text);
	};
	/** A person is asked about an article, and gets the form's address. */
	const ask = async (...articles: Article[]) => {
		feeds['pins.xml'] = articles;
		await look();
		return await Promise.all(articles.map(async ({ title }) => (await approver().questions(title))[0]?.url ?? ''));
	};

	beforeAll(async () => {
		site = await openFeeds(feeds);
		inbox = await openInbox();
		const { operator, networks } = stage();
		await connectPublishing(operator, networks.origin, inbox);
		await connectNetworks(stage(), 'Pinterest');
		await forms.ensureLogin();
		const settings = { telegram_chat: chat, email_to: mailbox, email_from: 'qmark@ateliercamelia.example', boards: `Bouquets > ${board.id} | Unknown to Pinterest > 549000000000099999` };
		workflow = await imported(path, { ...settings, feeds: `${site.url('pins.xml')} > Bouquets` });
		feeds['late.xml'] = [article('PIN late')];
		await look(await imported(path, { ...settings, email_to: '', feeds: site.url('late.xml'), expire_after_days: '0.0002' }));
	});
	afterAll(async () => {
		await stage().operator.workflows.unpublish(workflow);
		await inbox.close();
		await site.close();
	});

	test('can be published as it is shipped', async () => {
		const published = await stage().operator.workflows.publish(workflow);
		expect(published.activeVersionId).toBe(published.versionId);
	});

	test('the message shows picture, title, description, link and board, by Telegram and by e-mail', async () => {
		const [url = ''] = await ask(article('PIN one', { description: 'Douze tiges.', link: 'https://ateliercamelia.example/one?a=1&b=2' }));
		const [message] = await approver().questions('PIN one');
		for (const part of ['To pin: PIN one', 'Board: Bouquets', 'Description: Douze tiges.', 'Link: https://ateliercamelia.example/one?a=1&b=2', `Picture: ${picture()}`]) expect(message?.text).toContain(part);
		const [mail] = await until(async () => await Promise.resolve(approver().mails('To pin: PIN one')), (mails) => mails.length > 0);
		expect(mail?.text).toContain(`<img src="${picture()}"`);
		expect(mail?.text).toContain(url);
	});

	test('opening the form pins nothing, as often as robots do; the page shows the Pin', async () => {
		const [url = ''] = await ask(article('PIN seen'));
		for (let time = 1; time <= 3; time++) {
			const { status, data } = await approver().open(url);
			expect(status).toBe(200);
			for (const part of ['PIN seen', `<img src="${picture()}"`, 'Board: Bouquets']) expect(data).toContain(part);
		}
		expect(await rowOf('PIN seen')).toMatchObject({ status: 'asked' });
		expect(await shown('PIN seen')).toEqual([]);
	});

	test('approved, it is pinned once as it was corrected, and the Pin’s address is answered', async () => {
		const [url = ''] = await ask(article('PIN yes'));
		expect(await approver().answer(url, 'Pin it', 'PIN yes', 'Corrigé par Camille.', 'bouquets')).toBe(200);
		const row = await stateOf('PIN yes', 'pinned');
		const [pin, ...others] = await shown('PIN yes');
		expect(others).toEqual([]);
		expect(pin).toMatchObject({ text: expect.stringContaining('Corrigé par Camille.'), media: [{ kind: 'image' }] });
		const said = await until(async () => await approver().about('PIN yes'), (messages) => messages.some(({ text }) => text.startsWith('Pinned')));
		expect(said.at(-1)?.text).toBe(`Pinned: PIN yes\n${String(row?.pin)}`);
		expect(row?.pin).toMatch(/pinterest\.com\/pin\/\d+/);
	});

	test('rejected, it is pinned nowhere and never asked about again', async () => {
		const [url = ''] = await ask(article('PIN no'));
		await approver().answer(url, 'Do not pin it', 'PIN no', '', 'Bouquets');
		await stateOf('PIN no', 'rejected');
		expect(await look()).toContain('0 new candidates');
		expect(await approver().questions('PIN no')).toHaveLength(1);
		expect(await shown('PIN no')).toEqual([]);
	});

	test('answered four times at once, it is pinned once', async () => {
		const [url = ''] = await ask(article('PIN once'));
		await Promise.all([url, url, url, url].map(async (one) => await approver().answer(one, 'Pin it', 'PIN once', 'Une fois.', 'Bouquets')));
		await stateOf('PIN once', 'pinned');
		expect(await shown('PIN once')).toHaveLength(1);
	});

	test('a board that Settings do not name, and one that Pinterest does not know, are asked about again, with the reason', async () => {
		const [url = ''] = await ask(article('PIN board'));
		await approver().answer(url, 'Pin it', 'PIN board', 'Texte.', 'Elsewhere');
		const asked = async (count: number) => (await approver().questions('PIN board', count)).at(-1);
		const second = await asked(2);
		expect(second?.text).toContain('Settings name no board “Elsewhere”. They name “Bouquets”, “Unknown to Pinterest”.');
		await approver().answer(second?.url ?? '', 'Pin it', 'PIN board', 'Texte.', 'Unknown to Pinterest');
		const third = await asked(3);
		expect(third?.text).toContain('⚠ It is not pinned.');
		expect(await shown('PIN board')).toEqual([]);
		await approver().answer(third?.url ?? '', 'Pin it', 'PIN board', 'Texte.', 'Bouquets');
		await stateOf('PIN board', 'pinned');
		expect(await shown('PIN board')).toHaveLength(1);
	});

	test('without a picture, too old or already known: nobody is asked; of many, a few at a time', async () => {
		feeds['pins.xml'] = [article('PIN plain', { picture: undefined }), article('PIN old', { at: '2020-03-01T09:00:00Z' }), article('PIN yes'), article('PIN no'), article('PIN wrong', { link: 'not an address' }), ...Array.from({ length: 7 }, (_, index) => article(`PIN many ${index}`))];
		expect(await look()).toMatch(/^5 new candidates: a person is asked about each\.\n2 known, 1 without a picture, 1 too old, 2 left to the next look\.\n“guid-PIN wrong”: “not an address” is no address of a web page\./);
		expect(await look()).toContain('2 new candidates: a person is asked about each.\n7 known, 1 without a picture, 1 too old, 0 left to the next look.');
		for (const title of ['PIN plain', 'PIN old', 'PIN wrong']) expect(await approver().questions(title, 0)).toEqual([]);
	});

	test('a feed that cannot be read fails the execution, after the others were looked at', async () => {
		feeds['alone.xml'] = [article('PIN alone')];
		const both = await imported(path, { telegram_chat: chat, boards: `Bouquets > ${board.id}`, feeds: `http://127.0.0.1:1/feed.xml | ${site.url('alone.xml')}` });
		const execution = await stage().operator.workflows.run(both);
		expect({ status: execution.status, error: execution.error }).toEqual({ status: 'error', error: expect.stringMatching(/^1 feed could not be read: .* The others were looked at\./) });
		expect(await approver().questions('PIN alone')).toHaveLength(1);
	});

	describe('by the form', () => {
		const suggestion = (title: string) => ({ 0: title, 1: 'Cueilli ce matin.', 2: 'https://ateliercamelia.example/matin', 3: new File([readFileSync(join(root, 'sandbox', 'networks', 'media', 'dahlia-cafe.jpg'))], 'dahlia.jpg', { type: 'image/jpeg' }) });

		test('a person suggests a Pin with a file, which the message shows and which is pinned once it is chosen', async () => {
			await forms.opened('suggest-a-pin');
			expect(await forms.send('suggest-a-pin', suggestion('PIN suggested'))).toContain('Whoever decides has been asked about it.');
			const [message] = await approver().questions('PIN suggested');
			expect(await networksAt(stage().networks.origin).timeline()).toContainEqual(expect.objectContaining({ network: 'telegram', kind: 'photo', text: 'PIN suggested' }));
			expect(await shown('PIN suggested')).toEqual([]);
			await approver().answer(message?.url ?? '', 'Pin it', 'PIN suggested', 'Cueilli ce matin.', 'Bouquets');
			await stateOf('PIN suggested', 'pinned');
			expect(await shown('PIN suggested')).toMatchObject([{ media: [{ kind: 'image' }] }]);
		});

		test('the same suggestion again is told what became of it; one without a picture asks nobody', async () => {
			expect(await forms.send('suggest-a-pin', suggestion('PIN suggested'))).toMatch(/It was pinned before: .*\/pin\/\d+/);
			expect(await forms.send('suggest-a-pin', { 0: 'PIN bare', 1: 'Sans image.' })).toContain('A Pin needs a picture');
			expect(await approver().questions('PIN bare', 0)).toEqual([]);
			expect(await approver().questions('PIN suggested')).toHaveLength(1);
		});
	});

	// Begun before the others, as n8n looks once a minute for whose time has come.
	test('what nobody answers is pinned nowhere, and not asked about again', async () => {
		await stateOf('PIN late', 'unanswered');
		expect((await approver().about('PIN late')).map(({ text }) => text.split(':')[0])).toEqual(expect.arrayContaining(['To pin', 'Nobody answered, so it is not pinned']));
		expect(await shown('PIN late')).toEqual([]);
	}, 300_000);
}
