import { ines, itemWith, openInbox, pageId } from './inbox';
import type { Inbox } from './inbox';

let inbox: Inbox;
beforeAll(async () => (inbox = await openInbox()));
beforeEach(async () => await inbox.sandbox.reset());
afterAll(async () => await inbox.sandbox.close());

const onInstagram = ines.instagram;
const onMessenger = ines.messenger;
const message = { resource: 'message', options: {} };
const text = { ...onMessenger, ...message, operation: 'sendText', text: 'Oui' };
const replies = (...given: object[]) => ({ ...text, operation: 'sendQuickReplies', quickReplies: { replies: given.map((one) => ({ ...one })) } });
const buttons = (...given: object[]) => ({ ...text, operation: 'sendButtons', buttons: { buttons: given.map((one) => ({ ...one })) } });
const media = { ...onMessenger, ...message, operation: 'sendMedia', mediaType: 'image', source: 'url' };
const many = (count: number) => Array.from({ length: count }, (_, index) => ({ title: `Choix ${index + 1}` }));

describe('refused before anything is sent, by field, limit and way out', () => {
	test.each([
		{ name: 'no text', parameters: { ...text, text: ' ' }, says: /^Text: is empty/ },
		{ name: 'a long text', parameters: { ...text, text: 'é'.repeat(2001) }, says: /^Text: has 2001 characters; Messenger takes 2000\.$/ },
		{ name: 'a text of too many bytes', parameters: { ...text, ...onInstagram, text: 'é'.repeat(501) }, says: /^Text: has 1002 bytes; Instagram takes 1000\.$/ },
		{ name: 'a name for a recipient', parameters: { ...text, recipient: 'Inês' }, says: /^Recipient ID: “Inês” is not the ID of a person/ },
		{ name: 'no quick reply', parameters: replies(), says: /^Quick Replies: there is none/ },
		{ name: 'too many quick replies', parameters: replies(...many(14)), says: /^Quick Replies: there are 14; Meta takes 13/ },
		{ name: 'a long title', parameters: replies({ title: 'Demander un rendez-vous' }), says: /^Quick Replies: quick reply 1, “Demander un rendez-vous”, has 23 characters; Meta takes 20/ },
		{ name: 'a quick reply without a title', parameters: replies({ payload: 'a' }), says: /^Quick Replies: number 1 has no title/ },
		{ name: 'a picture on Instagram', parameters: { ...replies({ title: 'Oui', imageUrl: 'https://example.com/a.png' }), ...onInstagram }, says: /^Quick Replies: .*has an image; Instagram shows none/ },
		{ name: 'a long payload', parameters: replies({ title: 'Oui', payload: 'a'.repeat(1001) }), says: /^Quick Replies: the payload of .* has 1001 characters; Meta takes 1000/ },
		{ name: 'too many buttons', parameters: buttons(...many(4)), says: /^Buttons: there are 4; Meta takes 3/ },
		{ name: 'a long text above buttons', parameters: { ...buttons(...many(1)), text: 'a'.repeat(641) }, says: /^Text: a text above buttons has 641 characters; Meta takes 640/ },
		{ name: 'a button to nowhere', parameters: buttons({ title: 'Voir', action: 'web_url', url: 'boutique' }), says: /^Button URL: “boutique” is not a web address/ },
		{ name: 'no address', parameters: { ...media, urls: '' }, says: /^File URL: is empty/ },
		{ name: 'no web address', parameters: { ...media, urls: 'photo.jpg' }, says: /^File URL: “photo.jpg” is not a web address/ },
		{ name: 'two images on Messenger', parameters: { ...media, urls: 'https://example.com/1.jpg\nhttps://example.com/2.jpg' }, says: /^File URL: there are 2 files; Messenger takes 1/ },
		{ name: 'eleven images on Instagram', parameters: { ...media, ...onInstagram, urls: many(11).map((_, index) => `https://example.com/${index}.jpg`).join('\n') }, says: /^File URL: there are 11 files; Instagram takes 10/ },
		{ name: 'two videos on Instagram', parameters: { ...media, ...onInstagram, mediaType: 'video', urls: 'https://example.com/1.mp4\nhttps://example.com/2.mp4' }, says: /^File URL: there are 2 files; Instagram takes 1/ },
		{ name: 'nobody to read of', parameters: { resource: 'message', operation: 'getAll', channel: 'messenger', user: '', conversation: '', returnAll: true }, says: /^Person ID: is empty/ },
	])('$name', async ({ parameters, says }) => {
		expect(await inbox.refusal(parameters)).toMatchObject({ error: expect.stringMatching(says), details: { verdict: 'fix-input', hint: expect.stringMatching(/\.$/) } });
		expect(await inbox.posts()).toEqual([]);
	});

	test.each([
		{ name: 'too large an image', file: itemWith(Buffer.alloc(8 * 1024 * 1024 + 1, 1), 'image/jpeg', 'a.jpg'), more: {}, says: /^Input Binary Field: “a.jpg” has 8.0 MB; Messenger takes at most 8.0 MB/ },
		{ name: 'an image of another kind', file: itemWith(Buffer.from('x'), 'image/tiff', 'a.tiff'), more: {}, says: /^Input Binary Field: “a.tiff” is image\/tiff; Messenger takes JPEG, PNG and GIF images here/ },
		{ name: 'a document on Instagram', file: itemWith(Buffer.from('x'), 'application/zip', 'a.zip'), more: { ...onInstagram, mediaType: 'file' }, says: /^Input Binary Field: “a.zip” is application\/zip; Instagram takes PDF files here/ },
	])('$name', async ({ file, more, says }) => {
		expect(await inbox.refusal({ ...media, source: 'binary', binaryFields: 'data', ...more }, [file])).toMatchObject({ error: expect.stringMatching(says), details: { verdict: 'fix-input' } });
		expect(await inbox.posts()).toEqual([]);
	});
});

test('the limits themselves are taken', async () => {
	await inbox.does({ text: 'Bonjour' });
	await inbox.does({ channel: 'instagram', text: 'Bonjour' });
	await inbox.one({ ...text, text: 'é'.repeat(2000) });
	await inbox.one({ ...text, ...onInstagram, text: 'é'.repeat(500) });
	await inbox.one(replies(...many(13)));
	await inbox.one({ ...buttons(...many(3)), text: 'a'.repeat(640) });
	expect(await inbox.sandbox.timeline()).toHaveLength(4);
});

test('a person of another page or channel is unknown', async () => {
	expect(await inbox.refusal({ ...text, recipient: '24400000000000009' })).toMatchObject({ details: { code: '100/2018001', hint: expect.stringContaining('one page and one channel') } });
});

test('a page without an Instagram account says so', async () => {
	const page = { __rl: true, mode: 'id', value: '100200300400502' };
	const read = { resource: 'message', operation: 'getAll', channel: 'instagram', user: '', conversation: 't_1', returnAll: true, page };
	expect(await inbox.refusal(read)).toMatchObject({ error: expect.stringMatching(/^Page: no Instagram account is linked to it/) });
});

test('the other items are sent', async () => {
	await inbox.does({ text: 'Bonjour' });
	const items = ['un', '', 'trois'].map((said) => ({ json: { said } }));
	const output = await inbox.run({ ...text, text: '={{ $json.said }}' }, { items, continueOnFail: true });
	expect(output.map(({ json }) => json.recipient_id ?? json.details)).toMatchObject([onMessenger.recipient, { verdict: 'fix-input' }, onMessenger.recipient]);
	expect((await inbox.posts()).map(({ path }) => path)).toEqual([`/${pageId}/messages`, `/${pageId}/messages`]);
});
