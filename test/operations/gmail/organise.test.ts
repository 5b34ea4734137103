import type { ILoadOptionsFunctions, INodeParameters } from 'n8n-workflow';
import { QmarkGmail } from '../../../nodes/QmarkGmail/QmarkGmail.node';
import { searchList } from '../../support/context';
import { Mailbox } from './mailbox';

const mailbox = new Mailbox();
beforeAll(async () => await mailbox.start());
afterAll(async () => await mailbox.stop());

const label = (value: unknown) => ({ __rl: true, mode: 'id', value: String(value) });
const labelsOf = async (id: string) => (await mailbox.gmail<{ labelIds: string[] }>(`messages/${id}?format=minimal`)).labelIds;

test('labels: create, list, find, update, delete', async () => {
	const created = await mailbox.one('create', { name: ' Clientes/Novos ', options: { labelListVisibility: 'labelHide', backgroundColor: '#16A766', textColor: '#FFFFFF' } }, { resource: 'label' });
	expect(created).toMatchObject({ name: 'Clientes/Novos', labelListVisibility: 'labelHide', color: { backgroundColor: '#16a766', textColor: '#ffffff' } });
	const { id } = created;
	expect(await mailbox.one('get', { labelId: label(id) }, { resource: 'label' })).toMatchObject({ id, messagesTotal: 0 });
	const all = await mailbox.json('getAll', { returnAll: true }, { resource: 'label' });
	expect(all).toEqual(expect.arrayContaining([expect.objectContaining({ id: 'INBOX' }), expect.objectContaining({ id })]));
	expect(await mailbox.json('getAll', { returnAll: false, limit: 2 }, { resource: 'label' })).toHaveLength(2);
	expect(await mailbox.search('searchLabels', 'clientes')).toEqual([{ name: 'Clientes/Novos', value: id }]);
	expect(await mailbox.one('update', { labelId: label(id), updateFields: { name: 'Clientes', messageListVisibility: 'hide' } }, { resource: 'label' })).toMatchObject({ id, name: 'Clientes', messageListVisibility: 'hide', labelListVisibility: 'labelHide' });
	expect(await mailbox.one('delete', { labelId: label(id) }, { resource: 'label' })).toEqual({ id, deleted: true });
	expect(await mailbox.search('searchLabels', 'clientes')).toEqual([]);
});

test('the menu of labels is the same list', async () => {
	const { getLabels } = new QmarkGmail().methods.loadOptions;
	const menu = { listSearch: { menu: async function (this: ILoadOptionsFunctions) { return { results: (await getLabels.call(this)).map(({ name, value }) => ({ name, value: String(value) })) }; } } };
	const node = Object.assign(new QmarkGmail(), { methods: { ...new QmarkGmail().methods, ...menu } });
	expect(await searchList({ node, parameters: {}, credentials: mailbox.credentials() }, 'menu')).toEqual(await mailbox.search('searchLabels'));
	expect(await mailbox.search('searchLabels')).toEqual(expect.arrayContaining([{ name: 'INBOX', value: 'INBOX' }]));
});

const noLabels: { name: string; operation: string; parameters: INodeParameters; says: RegExp; resource?: string }[] = [
	{ name: 'no label', operation: 'addLabels', parameters: { labelIds: [] }, says: /^Label Names or IDs: none is chosen/ },
	{ name: 'SENT', operation: 'addLabels', parameters: { labelIds: ['SENT'] }, says: /^Label Names or IDs: “SENT” is put on by Gmail itself/ },
	{ name: 'an unknown label', operation: 'addLabels', parameters: { labelIds: ['Label_999'] }, says: /Invalid label: Label_999/ },
	{ name: 'one color', resource: 'label', operation: 'create', parameters: { name: 'X', options: { textColor: '#000000' } }, says: /^Text Color: is set without a background color/ },
	{ name: 'no change', resource: 'label', operation: 'update', parameters: { labelId: label('Label_1'), updateFields: {} }, says: /^Update Fields: hold no change/ },
];

test.each(noLabels)('refused: $name', async ({ operation, parameters, says, resource }) => {
	const { id } = await mailbox.arrived({ subject: 'x', text: 'x' });
	const failed = mailbox.run(operation, { messageId: id, ...parameters }, { resource });
	await expect(failed).rejects.toThrow(says);
	await expect(failed).rejects.toMatchObject({ context: { verdict: 'fix-input' } });
});

test('a name that is there already', async () => {
	await mailbox.one('create', { name: 'Twice', options: {} }, { resource: 'label' });
	await expect(mailbox.one('create', { name: 'twice', options: {} }, { resource: 'label' })).rejects.toMatchObject({ description: expect.stringMatching(/Choose another name/), context: { verdict: 'fix-input' } });
});

test('messages: labels on and off, read and unread, archive, trash and back', async () => {
	const { id } = await mailbox.arrived({ subject: 'Etiquetas', text: 'x' });
	const changed = await mailbox.one('addLabels', { messageId: id, labelIds: ['STARRED', 'IMPORTANT'] });
	expect(changed).toMatchObject({ id, labelIds: expect.arrayContaining(['STARRED', 'IMPORTANT', 'INBOX', 'UNREAD']) });
	await mailbox.run('removeLabels', { messageId: id, labelIds: ['IMPORTANT'] });
	expect(await labelsOf(id)).not.toContain('IMPORTANT');
	await mailbox.run('markAsRead', { messageId: id });
	expect(await labelsOf(id)).not.toContain('UNREAD');
	await mailbox.run('markAsUnread', { messageId: id });
	expect(await labelsOf(id)).toContain('UNREAD');
	await mailbox.run('archive', { messageId: id });
	expect(await labelsOf(id)).not.toContain('INBOX');
	await mailbox.run('trash', { messageId: id });
	expect(await labelsOf(id)).toContain('TRASH');
	await mailbox.run('untrash', { messageId: id });
	expect(await labelsOf(id)).not.toContain('TRASH');
});

test('threads: the same for all messages in them', async () => {
	const first = await mailbox.arrived({ subject: 'Fio', text: '1', messageId: '<f1@mail.example.com>' });
	const second = await mailbox.arrived({ subject: 'Re: Fio', text: '2', inReplyTo: '<f1@mail.example.com>' });
	const thread = { threadId: first.threadId };
	const both = async () => [await labelsOf(first.id), await labelsOf(second.id)];
	const inThread = { resource: 'thread' };
	expect(await mailbox.one('addLabels', { ...thread, labelIds: ['STARRED'] }, inThread)).toMatchObject({ id: first.threadId });
	for (const labels of await both()) expect(labels).toContain('STARRED');
	await mailbox.run('removeLabels', { ...thread, labelIds: ['STARRED'] }, inThread);
	for (const labels of await both()) expect(labels).not.toContain('STARRED');
	await mailbox.run('trash', thread, inThread);
	for (const labels of await both()) expect(labels).toContain('TRASH');
	await mailbox.run('untrash', thread, inThread);
	for (const labels of await both()) expect(labels).not.toContain('TRASH');
});

test('a change whose answer was lost is made again: that does no harm', async () => {
	const { id } = await mailbox.arrived({ subject: 'x', text: 'x' });
	await mailbox.fault({ match: `${id}/modify`, kind: 'reset', when: 'after' });
	await mailbox.run('addLabels', { messageId: id, labelIds: ['STARRED'] });
	expect(await labelsOf(id)).toContain('STARRED');
});
