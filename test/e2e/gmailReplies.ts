import { createHash } from 'node:crypto';
import type { StoredWorkflow } from '../../sandbox/n8n/workflows';
import { seed } from '../../sandbox/networks/seed';
import type { Stage } from '../support/stage';
import { until } from './approver';
import { shippedIn } from './shipped';

const [camille] = seed.google.accounts;
const mailbox = camille.name;
const chat = String(seed.telegram.customer.id);
const answered = '<asked@ateliercamelia.example>';

interface Letter {
	from: string;
	subject: string;
	text: string;
	messageId?: string;
	inReplyTo?: string;
	headers?: Record<string, string>;
}

const automatic = { 'Auto-Submitted': 'auto-replied' };

/** The shipped workflow that collects what arrives in a mailbox. */
export function gmailReplies(stage: () => Stage) {
	const { networks, rows, arrived, begun, executions, watching } = shippedIn(stage);
	let workflow: StoredWorkflow;
	const arrive = async (...letters: Letter[]) => await networks().settings({ google: { mail: letters.map((letter) => ({ to: mailbox, ...letter })) } });
	const message = async (start: string) => (await arrived('QMARK messages', ({ provider, text }) => provider === 'gmail' && String(text).startsWith(start)))[0];
	const contact = async (address: string) => await rows('QMARK contacts', ({ contact_key: key }) => key === `gmail:${address}`);

	test('what was there is left alone; several that arrive at once stand in the store once, people and machines told apart', async () => {
		await arrive({ from: 'early@example.com', subject: 'Before', text: 'Before' });
		workflow = await watching(async () => await begun('workflows/messages/collect-gmail-replies.json'));
		await arrive(
			{ from: 'Inês Almeida <Ines@Example.com>', subject: 'Re: Bouquets', text: 'Oui, volontiers !\n\n> Nos bouquets', inReplyTo: answered },
			{ from: 'away@example.com', subject: 'Absent : Re: Bouquets', text: 'STOP\nJe suis en congé.', inReplyTo: answered, headers: automatic },
			{ from: 'nina@example.com', subject: 'Une question', text: 'Livrez-vous à Rezé ?' },
		);
		expect(await message('Re: Bouquets')).toMatchObject({ kind: 'text', direction: 'in', account: mailbox, contact_key: 'gmail:ines@example.com', from_name: 'Inês Almeida', reply_to: answered, text: 'Re: Bouquets\n\nOui, volontiers !\n\n> Nos bouquets' });
		expect(await message('Absent')).toMatchObject({ kind: 'automatic' });
		expect(await message('Une question')).toMatchObject({ kind: 'text', reply_to: '' });
		expect(await contact('ines@example.com')).toMatchObject([{ provider: 'gmail', provider_id: 'ines@example.com', email: 'ines@example.com', name: 'Inês Almeida', opt_out: null }]);
		expect(await contact('nina@example.com')).toHaveLength(1);
		expect(await contact('away@example.com')).toEqual([]);
		expect(await rows('QMARK messages', ({ text }) => text === 'Before\n\nBefore')).toEqual([]);
	});

	test('“STOP” is an opt-out of the contact and of all campaigns, by answer or by subject; a name stays', async () => {
		await arrive(
			{ from: 'ines@example.com', subject: 'Re: Bouquets', text: 'Arrêt.\n\n> Nos bouquets', inReplyTo: answered },
			{ from: 'Bruno <bruno@example.com>', subject: 'unsubscribe', text: '' },
			{ from: 'nina@example.com', subject: 'Re: Bouquets', text: 'Ne stop pas !\n\n> STOP', inReplyTo: answered },
		);
		await arrived('QMARK contacts', ({ email, opt_out: out }) => email === 'bruno@example.com' && Boolean(out));
		expect(await contact('ines@example.com')).toMatchObject([{ name: 'Inês Almeida', opt_out: expect.stringMatching(/Z$/), opt_out_word: 'Arrêt.' }]);
		expect(await contact('bruno@example.com')).toMatchObject([{ name: 'Bruno', opt_out_word: 'unsubscribe' }]);
		const keyOf = (address: string) => `unsubscribed/${createHash('sha256').update(address).digest('base64url')}`;
		const optOuts = await arrived('QMARK campaigns', ({ status }) => status === 'unsubscribed', 2);
		expect(optOuts.map(({ key }) => key).sort()).toEqual(['bruno@example.com', 'ines@example.com'].map(keyOf).sort());
		await arrived('QMARK messages', ({ text }) => String(text).includes('Ne stop pas'));
		expect(await contact('nina@example.com')).toMatchObject([{ opt_out: null }]);
	});

	test('said again it changes nothing, and each message was taken once', async () => {
		const [before] = await contact('ines@example.com');
		await arrive({ from: 'Une Autre <ines@example.com>', subject: 'Re: Bouquets', text: 'stop !!', inReplyTo: answered });
		await arrived('QMARK messages', ({ text }) => text === 'Re: Bouquets\n\nstop !!');
		const all = await until(async () => await executions(workflow), (some) => some.every(({ status }) => status === 'success'), 20);
		expect(all.length).toBeGreaterThan(0);
		expect(await contact('ines@example.com')).toMatchObject([{ opt_out: before?.opt_out, opt_out_word: 'Arrêt.', name: 'Inês Almeida' }]);
		const ids = (await rows('QMARK messages', ({ provider }) => provider === 'gmail')).map(({ message_id: id }) => id);
		expect(new Set(ids).size).toBe(7);
		expect(ids).toHaveLength(7);
		expect(await rows('QMARK campaigns', ({ status }) => status === 'unsubscribed')).toHaveLength(2);
		await stage().operator.workflows.unpublish(workflow);
	});
}

/** The shipped workflow that tells a colleague who has answered. */
export function leadReplies(stage: () => Stage) {
	const { networks, arrived, begun, put, run, said, executions, watching } = shippedIn(stage);
	let workflow: StoredWorkflow;
	const arrive = async (...letters: Letter[]) => await networks().settings({ google: { mail: letters.map((letter) => ({ to: mailbox, ...letter })) } });
	const gmail = async (parameters: object) => await run({ type: 'n8n-nodes-qmark.qmarkGmail', typeVersion: 1, parameters: { ...parameters } });
	const labelled = async () => (await gmail({ resource: 'message', operation: 'getAll', returnAll: true, simple: true, filters: { q: 'label:Leads', readStatus: 'both' } })).map(({ subject }) => subject).sort();
	const told = async (subject: string) => await until(async () => await said(new RegExp(`^${subject}$`, 'm')), ({ length }) => length > 0, 40);

	test('answers of a contact, a lead and a campaign’s reader are labelled and told once, in one run, and nobody else’s', async () => {
		workflow = await watching(async () => await begun('workflows/messages/label-lead-replies.json', { telegram_chat: chat }));
		await put('QMARK contacts', { contact_key: 'form:anna', provider: 'form', email: 'anna@example.com', name: 'Anna' }, { contact_key: 'form:anna2', provider: 'form', email: 'anna@example.com' });
		await put('QMARK leads', { lead_id: 'lead:leo', email: 'leo@example.com' }, { lead_id: 'lead:anna', email: 'anna@example.com' });
		// The first of a thread, which a campaign stands for.
		await arrive({ from: 'printer@example.com', subject: 'Autumn', text: 'Autumn', messageId: '<thread@example.com>' });
		const [first] = await until(async () => await gmail({ resource: 'message', operation: 'getAll', returnAll: false, limit: 1, simple: true, filters: { q: 'subject:Autumn', readStatus: 'both' } }), ({ length }) => length > 0, 20);
		await put('QMARK campaigns', { key: 'campaign/x/1', campaign: 'x', status: 'sent', thread_id: String(first?.threadId) });
		await arrive(
			{ from: 'Anna <anna@example.com>', subject: 'Re: Devis A', text: 'Bonjour,\n\nC’est d’accord & <merci>.\n\n> Notre devis', inReplyTo: answered },
			{ from: 'leo@example.com', subject: 'Re: Devis B', text: 'Oui', inReplyTo: answered },
			{ from: 'reader@example.com', subject: 'Re: Autumn', text: 'Super', inReplyTo: '<thread@example.com>' },
			{ from: 'stranger@example.com', subject: 'Re: Devis C', text: 'Spam', inReplyTo: answered },
			{ from: 'anna@example.com', subject: 'Newsletter D', text: 'Pas une réponse' },
			{ from: 'anna@example.com', subject: 'Re: Devis E', text: 'Absente', inReplyTo: answered, headers: automatic },
		);
		const [a] = await told('Re: Devis A');
		expect(a?.text).toMatch(/^Anna <anna@example\.com>\nRe: Devis A\n\nBonjour,\nC’est d’accord & <merci>\.\n\nhttps:\/\/mail\.google\.com\/mail\/u\/0\/#inbox\/\w+$/);
		expect(await told('Re: Devis B')).toMatchObject([{ text: expect.stringMatching(/^leo@example\.com\n/) }]);
		expect(await told('Re: Autumn')).toMatchObject([{ text: expect.stringContaining(`#inbox/${String(first?.threadId)}`) }]);
		expect(await labelled()).toEqual(['Re: Autumn', 'Re: Devis A', 'Re: Devis B']);
	});

	test('a label that is there is taken as it is', async () => {
		await arrive({ from: 'leo@example.com', subject: 'Re: Devis F', text: 'Encore moi', inReplyTo: answered });
		await told('Re: Devis F');
		expect(await labelled()).toEqual(['Re: Autumn', 'Re: Devis A', 'Re: Devis B', 'Re: Devis F']);
		expect((await gmail({ resource: 'label', operation: 'getAll', returnAll: true })).filter(({ name }) => name === 'Leads')).toHaveLength(1);
		expect(await said(/^Re: (Devis|Autumn)/m)).toHaveLength(4);
		expect((await executions(workflow)).map(({ status }) => status)).not.toContain('error');
		await arrived('QMARK leads', ({ email }) => email === 'leo@example.com');
		await stage().operator.workflows.unpublish(workflow);
	});
}
