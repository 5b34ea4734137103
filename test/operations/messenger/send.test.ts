import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ines, itemWith, openInbox, pageId } from './inbox';
import type { Inbox } from './inbox';

let inbox: Inbox;
beforeAll(async () => (inbox = await openInbox()));
beforeEach(async () => {
	await inbox.sandbox.reset();
	await inbox.does({ text: 'Bonjour' });
	await inbox.does({ channel: 'instagram', text: 'Bonjour' });
});
afterAll(async () => await inbox.sandbox.close());

const text = { resource: 'message', operation: 'sendText', text: 'Oui, jusqu’à 19 h', options: {} };
const media = { resource: 'message', operation: 'sendMedia', mediaType: 'image', source: 'url', options: {} };
const sentBy = { messenger: /^m_/, instagram: /^aWdfZAG1/ };
const channels = ['messenger', 'instagram'] as const;

describe.each(channels)('on %s', (channel) => {
	const to = { channel, recipient: { id: ines[channel].recipient } };
	const sent = { channel, recipient_id: ines[channel].recipient, message_id: expect.stringMatching(sentBy[channel]) };

	test('a text', async () => {
		expect(await inbox.one({ ...ines[channel], ...text })).toEqual(sent);
		expect(await inbox.posts()).toMatchObject([{ path: `/${pageId}/messages`, body: { recipient: to.recipient, messaging_type: 'RESPONSE', message: { text: text.text } } }]);
		expect(await inbox.sandbox.timeline()).toMatchObject([{ network: channel, kind: 'message', text: text.text, url: expect.stringContaining(ines[channel].recipient) }]);
	});

	test('a text that quotes the message it answers', async () => {
		const [question] = await inbox.conversation(channel);
		const answer = await inbox.one({ ...ines[channel], ...text, options: { replyTo: String(question?.providerMessageId) } });
		expect(answer).toEqual(sent);
		expect((await inbox.posts())[0]?.body).toMatchObject({ reply_to: { mid: question?.providerMessageId } });
	});

	test('quick replies, whose payload is the title where none is given', async () => {
		const quickReplies = { replies: [{ title: 'Horaires', payload: 'hours' }, { title: 'Adresse', payload: '', imageUrl: '' }] };
		expect(await inbox.one({ ...ines[channel], resource: 'message', operation: 'sendQuickReplies', text: 'Que cherchez-vous ?', quickReplies, options: {} })).toEqual(sent);
		expect((await inbox.posts())[0]?.body).toMatchObject({
			message: {
				text: 'Que cherchez-vous ?',
				quick_replies: [
					{ content_type: 'text', title: 'Horaires', payload: 'hours' },
					{ content_type: 'text', title: 'Adresse', payload: 'Adresse' },
				],
			},
		});
	});

	test('buttons', async () => {
		const buttons = { buttons: [{ title: 'Commander', action: 'web_url', url: 'https://example.com/commander' }, { title: 'Rappel', action: 'postback', payload: 'call' }] };
		expect(await inbox.one({ ...ines[channel], resource: 'message', operation: 'sendButtons', text: 'Et maintenant ?', buttons, options: {} })).toEqual(sent);
		const payload = { template_type: 'button', text: 'Et maintenant ?', buttons: [{ type: 'web_url', title: 'Commander', url: 'https://example.com/commander' }, { type: 'postback', title: 'Rappel', payload: 'call' }] };
		expect((await inbox.posts())[0]?.body).toMatchObject({ message: { attachment: { type: 'template', payload } } });
		expect(await inbox.sandbox.timeline()).toMatchObject([{ text: 'Et maintenant ?', buttons: [{ text: 'Commander' }] }]);
	});

	test('a file of the item goes up once and is sent by its ID', async () => {
		const photo = readFileSync(join(__dirname, '../../../sandbox/networks/media/dahlia-cafe.jpg'));
		expect(await inbox.one({ ...ines[channel], ...media, source: 'binary', binaryFields: 'data' }, [itemWith(photo, 'image/jpeg', 'dahlia.jpg')])).toEqual(sent);
		const [upload, message] = await inbox.posts();
		expect(upload).toMatchObject({ path: `/${pageId}/message_attachments`, body: { platform: channel, message: JSON.stringify({ attachment: { type: 'image', payload: { is_reusable: true } } }) } });
		const kept = { type: 'image', payload: { attachment_id: expect.stringMatching(/^\d+$/) } };
		expect(message?.body).toMatchObject({ message: channel === 'messenger' ? { attachment: kept } : { attachments: [kept] } });
		expect(await inbox.sandbox.timeline()).toMatchObject([{ media: [{ kind: 'image' }] }]);
	});

	test('a sound by its address', async () => {
		const url = inbox.sample('bouquet-du-jour.mp4');
		expect(await inbox.one({ ...ines[channel], ...media, mediaType: 'audio', urls: url })).toEqual(sent);
		expect((await inbox.posts())[0]?.body).toMatchObject({ message: { attachment: { type: 'audio', payload: { url } } } });
	});

	test('the page is seen to read and to write', async () => {
		const act = { ...ines[channel], resource: 'message', operation: 'sendAction' };
		for (const action of ['mark_seen', 'typing_on', 'typing_off']) {
			expect(await inbox.one({ ...act, action })).toEqual({ channel, recipient_id: ines[channel].recipient, sender_action: action });
		}
		expect((await inbox.posts()).map(({ body }) => body)).toEqual(['mark_seen', 'typing_on', 'typing_off'].map((sender_action) => ({ recipient: to.recipient, sender_action })));
		expect(await inbox.one({ resource: 'conversation', operation: 'getAll', channel, returnAll: true, filters: {} })).toMatchObject({ unread_count: 0 });
	});

	test('a reaction, and without it again', async () => {
		const [{ providerMessageId: messageId = '' } = {}] = await inbox.conversation(channel);
		const react = { ...ines[channel], resource: 'message', operation: 'react', messageId: String(messageId), reaction: '' };
		await inbox.one({ ...react, remove: false });
		await inbox.one({ ...react, remove: true });
		expect((await inbox.posts()).map(({ body }) => body)).toEqual([
			{ recipient: to.recipient, sender_action: 'react', payload: { message_id: messageId, reaction: channel === 'messenger' ? '❤️' : 'love' } },
			{ recipient: to.recipient, sender_action: 'unreact', payload: { message_id: messageId } },
		]);
	});
});

test('several images are one message on Instagram', async () => {
	const urls = [inbox.sample('dahlia-cafe.jpg'), inbox.sample('mariage-blanc.jpg')];
	await inbox.one({ ...ines.instagram, ...media, urls: urls.join('\n') });
	expect((await inbox.posts())[0]?.body).toMatchObject({ message: { attachments: urls.map((url) => ({ type: 'image', payload: { url } })) } });
	expect((await inbox.sandbox.timeline())[0]?.media).toHaveLength(2);
});

test('a file that Meta keeps is sent again without another upload', async () => {
	const photo = readFileSync(join(__dirname, '../../../sandbox/networks/media/dahlia-cafe.jpg'));
	await inbox.one({ ...ines.messenger, ...media, source: 'binary', binaryFields: 'data' }, [itemWith(photo, 'image/jpeg', 'dahlia.jpg')]);
	const { message } = { message: {}, ...(await inbox.posts())[1]?.body };
	const { attachment } = { attachment: { payload: { attachment_id: '' } }, ...message };
	await inbox.one({ ...ines.messenger, ...media, source: 'attachmentId', attachmentIds: attachment.payload.attachment_id });
	expect((await inbox.posts()).map(({ path }) => path)).toEqual([`/${pageId}/message_attachments`, `/${pageId}/messages`, `/${pageId}/messages`]);
	expect(await inbox.sandbox.timeline()).toHaveLength(2);
});

test('the public page shows the chat', async () => {
	await inbox.one({ ...ines.messenger, ...text });
	const [{ url = '' } = {}] = await inbox.sandbox.timeline();
	const page = await (await fetch(url)).text();
	expect(page).toContain('Bonjour');
	expect(page).toContain('jusqu’à 19 h');
});
