import { inSeconds, openFlorist, pageId } from './florist';
import type { Florist } from './florist';

let florist: Florist;
beforeAll(async () => (florist = await openFlorist()));
beforeEach(async () => await florist.reset());
afterAll(async () => await florist.sandbox.close());

const text = { resource: 'post', operation: 'createText', message: 'Les tulipes sont là' };
const day = 86_400;

describe('texts and links', () => {
	test.each([
		{ name: 'a text', parameters: text, body: { message: 'Les tulipes sont là' } },
		{
			name: 'a link with a text',
			parameters: { resource: 'post', operation: 'createLink', link: 'https://example.com/tulipes', message: 'À lire' },
			body: { link: 'https://example.com/tulipes', message: 'À lire' },
		},
	])('$name', async ({ parameters, body }) => {
		const post = await florist.one(parameters);
		expect(await florist.calls()).toMatchObject([{ path: `/${pageId}/feed`, query: { fields: 'id,permalink_url' }, body }]);
		expect(post).toEqual({ id: expect.stringMatching(`^${pageId}_\\d+$`), permalink_url: expect.stringMatching(/^http.*\/posts\//), status: 'published' });
		expect(await florist.sandbox.timeline()).toMatchObject([{ network: 'facebook', text: expect.stringContaining(body.message) }]);
	});

	test('a scheduled text appears at its time, not before', async () => {
		const at = inSeconds(2 * day);
		expect(await florist.one({ ...text, publishAt: at })).toMatchObject({ status: 'scheduled' });
		expect(await florist.calls()).toMatchObject([{ body: { published: false, scheduled_publish_time: Math.floor(Date.parse(at) / 1000) } }]);
		expect(await florist.sandbox.timeline()).toEqual([]);
		await florist.sandbox.advance(2 * day + 1);
		await florist.one({ resource: 'page', operation: 'get' });
		expect(await florist.sandbox.timeline()).toMatchObject([{ text: 'Les tulipes sont là' }]);
	});

	test('a time without an offset is in the workflow’s time zone', async () => {
		const local = new Date(Math.floor(Date.now() / 1000 + 3 * day) * 1000);
		const asTyped = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'America/New_York' }).format(local).replace(' ', 'T');
		await florist.one({ ...text, publishAt: asTyped });
		expect(await florist.calls()).toMatchObject([{ body: { scheduled_publish_time: local.getTime() / 1000 } }]);
	});

	test('a time may be an expression', async () => {
		expect(await florist.one({ ...text, publishAt: '={{ $now.plus(1, "day") }}' })).toMatchObject({ status: 'scheduled' });
	});

	test('the first comment stands under the post', async () => {
		const post = await florist.one({ ...text, additionalFields: { firstComment: 'Ouvert dimanche' } });
		expect(post.firstComment).toMatch(/^\d+_\d+$/);
		expect((await florist.sandbox.timeline()).map(({ kind, text: shown }) => [kind, shown])).toEqual([['comment', 'Ouvert dimanche'], ['text', 'Les tulipes sont là']]);
	});

	test('a first comment that Facebook refuses is told and leaves the post alone', async () => {
		await florist.sandbox.fault({ network: 'meta', match: '/comments', kind: 'status', status: 403 });
		expect(await florist.one({ ...text, additionalFields: { firstComment: 'Ouvert dimanche' } })).toMatchObject({
			status: 'published',
			firstCommentError: expect.stringMatching(/^Meta refused: .* Give QMARK the permission/),
		});
	});
});

describe('refused before anything is sent, by name and limit', () => {
	test.each([
		{ name: 'empty text', parameters: { ...text, message: ' ' }, message: /^Message: is empty/ },
		{ name: 'too long', parameters: { ...text, message: 'é'.repeat(63_207) }, message: /^Message: has 63207 characters; Facebook allows 63206/ },
		{ name: 'no page', parameters: { ...text, page: { __rl: true, mode: 'id', value: '' } }, message: /^Page: is empty/ },
		{ name: 'too soon', parameters: { ...text, publishAt: inSeconds(180) }, message: /^Publish At: \S+Z is 3 minutes from now; Facebook takes 10 minutes to 29 days/ },
		{ name: 'too late', parameters: { ...text, publishAt: inSeconds(30 * day) }, message: /^Publish At: \S+Z is 30 days from now; Facebook takes 10 minutes to 29 days/ },
		{ name: 'in the past', parameters: { ...text, publishAt: '2024-01-31T09:00:00Z' }, message: /^Publish At: 2024-01-31T09:00:00.000Z has passed/ },
		{ name: 'no date', parameters: { ...text, publishAt: 'mardi' }, message: /^Publish At: “mardi” is not a date and time/ },
		{ name: 'scheduled and commented', parameters: { ...text, publishAt: inSeconds(day), additionalFields: { firstComment: 'a' } }, message: /^First Comment: a post that is not published yet/ },
		{ name: 'too long a comment', parameters: { ...text, additionalFields: { firstComment: 'a'.repeat(8001) } }, message: /^First Comment: has 8001 characters; Facebook allows 8000/ },
		{ name: 'no link', parameters: { resource: 'post', operation: 'createLink', link: 'tulipes' }, message: /^Link: “tulipes” is not a web address/ },
	])('$name', async ({ parameters, message }) => {
		const [item] = await florist.run(parameters, { continueOnFail: true });
		expect(item?.json).toMatchObject({ error: expect.stringMatching(message), details: { verdict: 'fix-input', hint: expect.stringMatching(/\.$|\}$/) } });
		expect(await florist.calls()).toEqual([]);
	});

	test('the other items are published', async () => {
		const items = ['un', '', 'trois'].map((message) => ({ json: { message } }));
		const output = await florist.run({ ...text, message: '={{ $json.message }}' }, { items, continueOnFail: true });
		expect(output.map(({ json }) => json.status ?? json.details)).toMatchObject(['published', { verdict: 'fix-input' }, 'published']);
	});
});

describe('refused by Facebook', () => {
	test('a link to Facebook itself', async () => {
		const parameters = { resource: 'post', operation: 'createLink', link: 'https://www.facebook.com/fleurs' };
		await expect(florist.one(parameters)).rejects.toMatchObject({ description: 'Facebook refuses links to its own pages: use another link.' });
	});

	test('an unknown page', async () => {
		const parameters = { ...text, page: { __rl: true, mode: 'id', value: '999' } };
		await expect(florist.one(parameters)).rejects.toMatchObject({ description: expect.stringMatching(/does not exist, or the connected account may not see it/) });
	});
});

describe('an answer that gets lost', () => {
	const lost = { network: 'meta', match: '/feed', kind: 'reset', when: 'after' } as const;

	test('a post that arrived is found by its text', async () => {
		await florist.sandbox.fault(lost);
		expect(await florist.one(text)).toMatchObject({ id: expect.stringContaining(pageId), permalink_url: expect.any(String), status: 'published' });
		expect(await florist.sandbox.timeline()).toHaveLength(1);
	});

	test('a scheduled one is found by its text and time', async () => {
		await florist.sandbox.fault(lost);
		expect(await florist.one({ ...text, publishAt: inSeconds(day) })).toMatchObject({ id: expect.stringContaining(pageId), status: 'scheduled' });
		expect(await florist.run({ resource: 'post', operation: 'getAll', status: 'scheduled' })).toHaveLength(1);
	});

	test('one that did not arrive stays unknown, and is not sent again', async () => {
		await florist.sandbox.fault({ ...lost, when: 'before' });
		const [item] = await florist.run(text, { continueOnFail: true });
		expect(item?.json).toMatchObject({ details: { verdict: 'unknown' } });
		expect((await florist.calls()).map(({ path }) => path)).toEqual([`/${pageId}/feed`]);
	});
});
