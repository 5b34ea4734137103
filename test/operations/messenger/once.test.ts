import { hurry, presentTime } from '../../support/time';
import { ines, itemWith, openInbox, pageId } from './inbox';
import type { Inbox } from './inbox';

let inbox: Inbox;
// So that nobody sits through the pauses between two tries.
beforeAll(() => hurry(10));
afterAll(presentTime);
beforeAll(async () => (inbox = await openInbox()));
beforeEach(async () => {
	await inbox.sandbox.reset();
	await inbox.does({ text: 'Bonjour' });
	await inbox.does({ channel: 'instagram', text: 'Bonjour' });
});
afterAll(async () => await inbox.sandbox.close());

const lost = { network: 'meta', match: '/messages', kind: 'reset', when: 'after' } as const;
const text = { resource: 'message', operation: 'sendText', text: 'À 19 h', options: {} };
const messages = async () => (await inbox.posts()).filter(({ path }) => path === `/${pageId}/messages`);

describe.each(['messenger', 'instagram'] as const)('an answer that gets lost on %s', (channel) => {
	test('a text that arrived is found in the conversation', async () => {
		await inbox.sandbox.fault(lost);
		const sent = await inbox.one({ ...ines[channel], ...text });
		const [newest] = await inbox.conversation(channel);
		expect(sent).toEqual({ channel, recipient_id: ines[channel].recipient, message_id: newest?.providerMessageId });
		expect(await messages()).toHaveLength(1);
	});

	test('an image that arrived is found by its kind', async () => {
		await inbox.sandbox.fault(lost);
		const media = { resource: 'message', operation: 'sendMedia', mediaType: 'image', source: 'url', urls: inbox.sample('dahlia-cafe.jpg'), options: {} };
		expect(await inbox.one({ ...ines[channel], ...media })).toMatchObject({ message_id: (await inbox.conversation(channel))[0]?.providerMessageId });
		expect(await inbox.sandbox.timeline()).toHaveLength(1);
	});

	test('one that did not arrive stays in doubt and is not sent again', async () => {
		await inbox.sandbox.fault({ ...lost, when: 'before' });
		expect(await inbox.refusal({ ...ines[channel], ...text })).toMatchObject({ details: { verdict: 'unknown' } });
		expect(await messages()).toHaveLength(1);
		expect(await inbox.sandbox.timeline()).toEqual([]);
	});
});

test('the same text said before is not taken for the one in doubt', async () => {
	await inbox.one({ ...ines.messenger, ...text });
	await inbox.sandbox.fault({ ...lost, when: 'before' });
	expect(await inbox.refusal({ ...ines.messenger, ...text })).toMatchObject({ details: { verdict: 'unknown' } });
	expect(await inbox.sandbox.timeline()).toHaveLength(1);
});

test('what the customer says is not taken for the page’s own', async () => {
	await inbox.does({ text: text.text });
	await inbox.sandbox.fault({ ...lost, when: 'before' });
	expect(await inbox.refusal({ ...ines.messenger, ...text })).toMatchObject({ details: { verdict: 'unknown' } });
});

test('Meta’s own passing fault is not answered by another message', async () => {
	await inbox.sandbox.fault({ network: 'meta', match: '/messages', kind: 'status', status: 500, when: 'before' });
	expect(await inbox.refusal({ ...ines.messenger, ...text })).toMatchObject({ details: { verdict: 'unknown', code: '2' } });
	expect(await messages()).toHaveLength(1);
});

test('a broken upload may be begun anew: nothing was sent', async () => {
	await inbox.sandbox.fault({ ...lost, match: '/message_attachments' });
	const media = { ...ines.messenger, resource: 'message', operation: 'sendMedia', mediaType: 'file', source: 'binary', binaryFields: 'data', options: {} };
	expect(await inbox.refusal(media, [itemWith(Buffer.from('%PDF-1.7 prix'), 'application/pdf', 'prix.pdf')])).toMatchObject({ details: { verdict: 'retry' } });
	expect(await messages()).toEqual([]);
});

test('typing and reading may be shown twice', async () => {
	await inbox.sandbox.fault(lost);
	expect(await inbox.one({ ...ines.messenger, resource: 'message', operation: 'sendAction', action: 'typing_on' })).toMatchObject({ sender_action: 'typing_on' });
	expect(await messages()).toHaveLength(2);
});

test('a connection that was taken back wants a person', async () => {
	await inbox.one({ ...ines.messenger, ...text });
	await inbox.sandbox.settings({ meta: { revokeTokens: 458 } });
	expect(await inbox.refusal({ ...ines.messenger, ...text })).toMatchObject({ details: { verdict: 'reconnect', code: '190/458' } });
});

test('a missing permission is named', async () => {
	await inbox.sandbox.settings({ meta: { dropScopes: ['pages_messaging'] } });
	expect(await inbox.refusal({ ...ines.messenger, ...text })).toMatchObject({ error: expect.stringContaining('pages_messaging'), details: { verdict: 'reconnect' } });
	expect(await inbox.one({ ...ines.instagram, ...text })).toMatchObject({ channel: 'instagram' });
});
