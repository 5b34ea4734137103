import { seed } from '../../../sandbox/networks/seed';
import { QmarkMessenger } from '../../../nodes/QmarkMessenger/QmarkMessenger.node';
import { searchList } from '../../support/context';
import { metaCredential } from '../../support/sandbox';
import { ines, openInbox, pageId } from './inbox';
import type { Inbox } from './inbox';

let inbox: Inbox;
beforeAll(async () => (inbox = await openInbox()));
beforeEach(async () => await inbox.sandbox.reset());
afterAll(async () => await inbox.sandbox.close());

const { customer, instagram, page } = seed.meta;
const day = 86_400_000;
const listing = { resource: 'conversation', operation: 'getAll', channel: 'messenger', returnAll: true, filters: {} };

test('messages come as the shape all networks share, newest first', async () => {
	await inbox.does({ text: 'Vous êtes ouverts ?' });
	const [{ providerMessageId: question } = {}] = await inbox.conversation();
	await inbox.one({ ...ines.messenger, resource: 'message', operation: 'sendText', text: 'Jusqu’à 19 h', options: {} });
	await inbox.does({ attachments: [{ type: 'image', url: inbox.sample('dahlia-cafe.jpg') }] });
	const [photo, answer, first] = await inbox.conversation();
	const conversationId = `messenger:${pageId}:${customer.messenger}`;
	expect(first).toEqual({
		id: `messenger:${question}`,
		...{ provider: 'messenger', providerMessageId: question, account: pageId, conversationId, direction: 'in' },
		from: { id: customer.messenger, name: customer.name },
		to: { id: pageId, name: page.name },
		...{ kind: 'text', text: 'Vous êtes ouverts ?', media: [] },
		sentAt: expect.stringMatching(/Z$/),
		windowClosesAt: new Date(Date.parse(String(first?.sentAt)) + day).toISOString(),
		raw: expect.objectContaining({ id: question, message: 'Vous êtes ouverts ?' }),
	});
	expect(answer).toMatchObject({ direction: 'out', text: 'Jusqu’à 19 h', conversationId, from: { id: pageId }, to: { id: customer.messenger } });
	expect(answer).not.toHaveProperty('windowClosesAt');
	expect(photo).toMatchObject({ direction: 'in', kind: 'image', text: '', media: [{ kind: 'image', mime: 'image/jpeg', fileName: 'dahlia-cafe.jpg', url: expect.stringContaining('dahlia-cafe.jpg') }] });
});

test('on Instagram the account is the linked one, and people have handles', async () => {
	await inbox.does({ channel: 'instagram', text: 'Bonjour' });
	const [{ providerMessageId: mid } = {}] = await inbox.conversation('instagram');
	await inbox.does({ channel: 'instagram', text: 'Toujours là ?', replyTo: mid });
	const [again, first] = await inbox.conversation('instagram');
	expect(first).toMatchObject({ id: `instagram:${mid}`, account: instagram.id, from: { id: customer.instagram, handle: customer.username }, to: { id: instagram.id, handle: instagram.username } });
	expect(again).toMatchObject({ replyTo: mid, conversationId: `instagram:${instagram.id}:${customer.instagram}` });
});

test('what a message says of the window is what sending takes', async () => {
	await inbox.does({ text: 'Bonjour' });
	const [{ windowClosesAt = '' } = {}] = await inbox.conversation();
	const answer = { ...ines.messenger, resource: 'message', operation: 'sendText', text: 'Oui' };
	expect(await inbox.one({ ...answer, options: { windowClosesAt: String(windowClosesAt) } })).toMatchObject({ channel: 'messenger' });
});

test('conversations of each channel, the latest first, of one person or up to a limit', async () => {
	for (const [id, name] of [['24400000000000011', 'Bruno Lopes'], ['24400000000000012', 'Chloé Petit']]) {
		await inbox.does({ from: { id, name }, text: 'Bonjour' });
		await inbox.sandbox.advance(1);
	}
	await inbox.does({ channel: 'instagram', text: 'Bonjour' });
	const named = async (more: object) => (await inbox.run({ ...listing, ...more })).map(({ json }) => json.participants);
	const withNames = (...names: string[]) => names.map((name) => ({ data: [expect.objectContaining({ name }), { name: page.name, id: pageId }] }));
	expect(await named({})).toEqual(withNames('Chloé Petit', 'Bruno Lopes'));
	expect(await named({ returnAll: false, limit: 1 })).toEqual(withNames('Chloé Petit'));
	expect(await named({ filters: { user: '24400000000000011' } })).toEqual(withNames('Bruno Lopes'));
	expect(await named({ channel: 'instagram' })).toEqual([{ data: [{ username: customer.username, id: customer.instagram }, { username: instagram.username, id: instagram.id }] }]);
	expect((await inbox.reads()).filter(({ path }) => path.endsWith('/conversations')).map(({ query }) => [query.platform, query.limit])).toEqual([['messenger', '100'], ['messenger', '1'], ['messenger', '100'], ['instagram', '100']]);
});

test('a conversation by its own ID, page after page', async () => {
	for (let number = 1; number <= 3; number++) await inbox.does({ text: `Question ${number}` });
	const [{ id: conversation = '' } = {}] = (await inbox.run(listing)).map(({ json }) => json);
	const read = { resource: 'message', operation: 'getAll', channel: 'messenger', user: '', conversation: String(conversation) };
	expect((await inbox.run({ ...read, returnAll: false, limit: 2 })).map(({ json }) => json.text)).toEqual(['Question 3', 'Question 2']);
});

test('a person on each channel, and the fields that are asked for', async () => {
	const profile = { resource: 'profile', operation: 'get', fields: '' };
	expect(await inbox.one({ ...profile, channel: 'messenger', person: customer.messenger })).toEqual({ channel: 'messenger', id: customer.messenger, first_name: 'Inês', last_name: 'Almeida', profile_pic: expect.stringMatching(/^http/) });
	expect(await inbox.one({ ...profile, channel: 'instagram', person: customer.instagram })).toMatchObject({ channel: 'instagram', name: customer.name, username: customer.username, is_user_follow_business: true });
	expect(await inbox.one({ ...profile, channel: 'instagram', person: customer.instagram, fields: 'username, follower_count' })).toEqual({ channel: 'instagram', id: customer.instagram, username: customer.username, follower_count: 87 });
	expect(await inbox.refusal({ ...profile, channel: 'instagram', person: customer.instagram, fields: 'access_token' })).toMatchObject({ error: expect.stringMatching(/^Fields: access_token is not given out/) });
});

test('the list of pages', async () => {
	const parameters = { authentication: 'qmarkMetaOAuth2Api' };
	expect(await searchList({ node: new QmarkMessenger(), credentials: metaCredential(inbox.sandbox.origin), parameters }, 'searchPages', 'atelier')).toEqual([{ name: page.name, value: pageId, url: `https://www.facebook.com/${pageId}` }]);
});
