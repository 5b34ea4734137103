import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1';
import type { INodeParameters } from 'n8n-workflow';
import { Mailbox, text } from '../operations/gmail/mailbox';
import { open } from './gmailClient';

/** Google’s own client and our node, each doing the same thing: they put the same on the wire. */
const mailbox = new Mailbox();
let users: gmail_v1.Gmail['users'];
beforeAll(async () => {
	await mailbox.start();
	({ users } = await open(mailbox.open));
});
afterAll(async () => await mailbox.stop());

const userId = 'me';
const label = (id: string) => ({ __rl: true, mode: 'id', value: id });

interface Case {
	name: string;
	resource?: string;
	operation: string;
	parameters: (id: string) => INodeParameters;
	google: (id: string) => Promise<unknown>;
	/** The call to compare, where the node makes others beside it. */
	call: RegExp;
}

const cases: Case[] = [
	{ name: 'messages.modify', operation: 'addLabels', parameters: (messageId) => ({ messageId, labelIds: ['STARRED', 'IMPORTANT'] }), google: async (id) => await users.messages.modify({ userId, id, requestBody: { addLabelIds: ['STARRED', 'IMPORTANT'] } }), call: /modify$/ },
	{ name: 'messages.modify, removing', operation: 'markAsRead', parameters: (messageId) => ({ messageId }), google: async (id) => await users.messages.modify({ userId, id, requestBody: { removeLabelIds: ['UNREAD'] } }), call: /modify$/ },
	{ name: 'messages.trash', operation: 'trash', parameters: (messageId) => ({ messageId }), google: async (id) => await users.messages.trash({ userId, id }), call: /trash$/ },
	{ name: 'messages.get', operation: 'get', parameters: (messageId) => ({ messageId, simple: false }), google: async (id) => await users.messages.get({ userId, id, format: 'full' }), call: /messages\/\w+$/ },
	{
		name: 'messages.list by two labels',
		operation: 'getAll',
		parameters: () => ({ returnAll: false, limit: 2, simple: false, filters: { labelIds: ['INBOX', 'UNREAD'], q: 'subject:a', includeSpamTrash: true } }),
		google: async () => await users.messages.list({ userId, labelIds: ['INBOX', 'UNREAD'], q: 'subject:a', includeSpamTrash: true, maxResults: 2 }),
		call: /messages$/,
	},
	{ name: 'threads.list', resource: 'thread', operation: 'getAll', parameters: () => ({ returnAll: true, filters: { q: 'in:inbox' } }), google: async () => await users.threads.list({ userId, q: 'in:inbox', maxResults: 500 }), call: /threads$/ },
	{ name: 'labels.create', resource: 'label', operation: 'create', parameters: () => ({ name: `L${Math.random()}`, options: { messageListVisibility: 'hide', textColor: '#ffffff', backgroundColor: '#16a766' } }), google: async () => await users.labels.create({ userId, requestBody: { name: `L${Math.random()}`, messageListVisibility: 'hide', color: { textColor: '#ffffff', backgroundColor: '#16a766' } } }), call: /labels$/ },
	{ name: 'labels.get', resource: 'label', operation: 'get', parameters: () => ({ labelId: label('INBOX') }), google: async () => await users.labels.get({ userId, id: 'INBOX' }), call: /labels\/INBOX$/ },
	{ name: 'settings.sendAs.list', resource: 'profile', operation: 'get', parameters: () => ({ options: { senders: true } }), google: async () => await users.settings.sendAs.list({ userId }), call: /sendAs$/ },
];

/** Names made for one try differ; an empty body is none. */
const plain = ({ body, ...call }: { call: string; body?: unknown; query?: unknown; status: number | null }) => ({
	...call,
	body: typeof body === 'object' && body !== null && Object.keys(body).length > 0 ? { ...body, ...('name' in body && { name: '…' }) } : undefined,
});

test.each(cases)('$name', async ({ resource, operation, parameters, google, call }) => {
	const { id } = await mailbox.arrived({ subject: 'a', text: 'x' });
	const find = async (work: () => Promise<unknown>) => (await mailbox.wire(work)).filter((one) => call.test(one.call)).map(plain)[0];
	const theirs = await find(async () => await google(id));
	const ours = await find(async () => await mailbox.run(operation, parameters(id), { resource }));
	expect(theirs).toMatchObject({ status: 200 });
	expect(ours).toEqual(theirs);
});

test('drafts.send names the draft alone', async () => {
	const draftOf = async () => String((await mailbox.one('create', { subject: 'd', ...text, additionalFields: { to: 'ines@example.com' } }, { resource: 'draft' })).id);
	const find = async (work: () => Promise<unknown>) => (await mailbox.wire(work)).filter(({ call }) => call.endsWith('drafts/send')).map(({ call, query, status }) => ({ call, query, status }));
	const [one, other] = [await draftOf(), await draftOf()];
	expect(await find(async () => await mailbox.run('send', { draftId: one }, { resource: 'draft' }))).toEqual(await find(async () => await users.drafts.send({ userId, requestBody: { id: other } })));
});
