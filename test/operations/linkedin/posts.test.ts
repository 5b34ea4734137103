import { inId, inList, member, openStage, organization } from './stage';
import type { Stage } from './stage';

let stage: Stage;
beforeAll(async () => (stage = await openStage()));
beforeEach(async () => await stage.begin());
afterAll(async () => await stage.close());

const asOrganization = { author: inId(organization) };
const distribution = { feedDistribution: 'MAIN_FEED', targetEntities: [], thirdPartyDistributionChannels: [] };
const usual = { visibility: 'PUBLIC', lifecycleState: 'PUBLISHED', isReshareDisabledByAuthor: false, distribution };

describe('texts', () => {
	test('of the member: the call, its headers, and the post', async () => {
		const post = await stage.one('post:createText', { text: 'Save 20% (today) #sale' });
		expect(post).toEqual({ id: 'urn:li:share:7400000000000000001', permalink: 'https://www.linkedin.com/feed/update/urn:li:share:7400000000000000001', author: member });
		expect(await stage.sent()).toEqual([{ author: member, commentary: 'Save 20% \\(today\\) #sale', ...usual }]);
		expect(await stage.shown()).toEqual(['Camille Moreau text: Save 20% (today) #sale']);
	});

	test('who is connected is asked once for all items', async () => {
		await stage.run('post:createText', { text: '={{ $json.text }}' }, { items: ['Un', 'Deux', 'Trois'].map((text) => ({ json: { text } })) });
		expect((await stage.calls()).map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /v2/userinfo', ...Array.from({ length: 3 }, () => 'POST /rest/posts')]);
		expect(await stage.shown()).toHaveLength(3);
	});

	test('of an organization, by its ID, its URN and its address', async () => {
		await stage.begin('community');
		for (const [n, author] of ['5500001', organization, 'https://www.linkedin.com/company/5500001/'].entries()) await stage.run('post:createText', { author: inId(author), text: `Numéro ${n}` });
		expect(await stage.shown()).toEqual(['Atelier Camélia text: Numéro 0', 'Atelier Camélia text: Numéro 1', 'Atelier Camélia text: Numéro 2']);
		expect((await stage.calls()).filter(({ method }) => method === 'GET')).toEqual([]);
	});

	test('as the member through an app for pages', async () => {
		await stage.begin('community');
		expect(await stage.one('post:createText', { author: inList('me'), text: 'Bonjour' })).toMatchObject({ author: member });
		expect((await stage.calls()).map(({ path }) => path)).toEqual(['/v2/me', '/rest/posts']);
	});

	test('for connections only, not to be reshared', async () => {
		await stage.run('post:createText', { text: 'Entre nous', additionalFields: { visibility: 'CONNECTIONS', reshareDisabled: true } });
		expect(await stage.sent()).toMatchObject([{ visibility: 'CONNECTIONS', isReshareDisabledByAuthor: true }]);
	});

	test('mentions and hashtags stay, everything else is shown as it was written', async () => {
		const text = 'Merci @[Atelier Camélia](urn:li:organization:5500001) ! #Été [neuf] a_b C:\\temp {x} 50 % <3 ~ *';
		await stage.run('post:createText', { text });
		expect(await stage.shown()).toEqual([`Camille Moreau text: ${text.replace('@[Atelier Camélia](urn:li:organization:5500001)', 'Atelier Camélia')}`]);
	});
});

describe('articles, polls and reshares', () => {
	test('an article with all of it', async () => {
		const additionalFields = { description: 'Nos fleurs', thumbnailUrl: stage.sample('tulipes-vase.jpg'), thumbnailAltText: 'Des tulipes', waitAtMost: 30 };
		await stage.run('post:createArticle', { text: 'À lire', link: 'https://ateliercamelia.example/a', title: 'Les arrivages', additionalFields });
		const article = { source: 'https://ateliercamelia.example/a', title: 'Les arrivages', description: 'Nos fleurs', thumbnail: expect.stringMatching(/^urn:li:image:/), thumbnailAltText: 'Des tulipes' };
		expect(await stage.sent()).toEqual([{ author: member, commentary: 'À lire', content: { article }, ...usual }]);
		expect(await stage.timeline()).toMatchObject([{ kind: 'article', media: [{ kind: 'image', alt: 'Des tulipes' }] }]);
	});

	test('an article without words and picture', async () => {
		await stage.run('post:createArticle', { text: '', link: 'https://ateliercamelia.example/a', title: 'Les arrivages' });
		expect(await stage.sent()).toMatchObject([{ commentary: '', content: { article: { source: 'https://ateliercamelia.example/a', title: 'Les arrivages' } } }]);
	});

	test('a poll', async () => {
		await stage.run('post:createPoll', { text: 'Votez', question: 'Votre fleur ?', answers: ' Rose\nCamélia \n\n Tulipe', duration: 'THREE_DAYS' });
		expect(await stage.sent()).toMatchObject([{ content: { poll: { question: 'Votre fleur ?', options: [{ text: 'Rose' }, { text: 'Camélia' }, { text: 'Tulipe' }], settings: { duration: 'THREE_DAYS' } } } }]);
		expect(await stage.shown()).toEqual(['Camille Moreau poll: Votez\nVotre fleur ?\n○ Rose\n○ Camélia\n○ Tulipe']);
	});

	test('answers from an expression', async () => {
		await stage.run('post:createPoll', { question: 'Votre fleur ?', answers: '={{ ["Rose", "Tulipe"] }}', duration: 'ONE_DAY' });
		expect(await stage.sent()).toMatchObject([{ content: { poll: { options: [{ text: 'Rose' }, { text: 'Tulipe' }] } } }]);
	});

	test('a reshare, by the address of the post, without words', async () => {
		const { id, permalink } = await stage.one('post:createText', { text: 'Un' });
		expect(await stage.one('post:reshare', { postId: String(permalink), text: '' })).toMatchObject({ reshared: id });
		expect(await stage.sent()).toMatchObject([{}, { commentary: '', reshareContext: { parent: id } }]);
	});

	test('what may not be reshared, and what is not there', async () => {
		const { id } = await stage.one('post:createText', { text: 'Un', additionalFields: { reshareDisabled: true } });
		expect(await stage.refused('post:reshare', { postId: String(id), text: '' })).toMatchObject({ details: { code: 'ACCESS_DENIED' } });
		expect(await stage.refused('post:reshare', { postId: 'urn:li:share:1', text: '' })).toMatchObject({ details: { code: 'RESOURCE_NOT_FOUND', verdict: 'fix-input' } });
	});
});

describe('reading, changing and deleting', () => {
	beforeEach(async () => await stage.begin('community'));
	const posted = async (text: string) => String((await stage.one('post:createText', { ...asOrganization, text })).id);

	test('one, with its text as people read it', async () => {
		const id = await posted('Un (premier) #été');
		expect(await stage.one('post:get', { postId: id })).toMatchObject({ id, author: organization, text: 'Un (premier) #été', commentary: 'Un \\(premier\\) {hashtag|\\#|été}', lifecycleState: 'PUBLISHED', permalink: `https://www.linkedin.com/feed/update/${id}` });
		expect((await stage.calls()).at(-1)).toMatchObject({ path: '/rest/posts/urn%3Ali%3Ashare%3A7400000000000000001', query: { viewContext: 'AUTHOR' } });
	});

	test('many, page after page, newest or last changed first', async () => {
		for (let n = 0; n < 5; n++) {
			await posted(`Numéro ${n}`);
			await stage.advance(60);
		}
		const newest = await stage.run('post:getAll', { organization: inId('5500001'), returnAll: false, limit: 2, sortBy: 'CREATED' });
		expect(newest).toMatchObject([{ text: 'Numéro 4' }, { text: 'Numéro 3' }]);
		await stage.run('post:update', { postId: String(newest[1]?.id), text: 'Changé' });
		expect(await stage.run('post:getAll', { organization: inId(organization), returnAll: true, sortBy: 'LAST_MODIFIED' })).toMatchObject([{ text: 'Changé' }, { text: 'Numéro 4' }, {}, {}, {}]);
		const [first, last] = (await stage.calls()).filter(({ method, path }) => method === 'GET' && path === '/rest/posts');
		expect([first?.query, last?.query]).toEqual([{ q: 'author', author: organization, sortBy: 'CREATED', start: '0', count: '2' }, { q: 'author', author: organization, sortBy: 'LAST_MODIFIED', start: '0', count: '100' }]);
	});

	test('120 posts in two calls', async () => {
		await stage.settings({ linkedin: { dailyPosts: null } });
		await stage.run('post:createText', { ...asOrganization, text: '={{ $json.text }}' }, { items: Array.from({ length: 120 }, (_, n) => ({ json: { text: `Numéro ${n}` } })) });
		expect(await stage.run('post:getAll', { organization: inId('5500001'), returnAll: true })).toHaveLength(120);
		expect((await stage.calls()).filter(({ method }) => method === 'GET').map(({ query }) => query.start)).toEqual(['0', '100']);
	});

	test('a text that is changed, also where the answer is lost', async () => {
		const id = await posted('Avant');
		await stage.fault({ match: '/rest/posts/', kind: 'reset', when: 'after' });
		expect(await stage.one('post:update', { postId: id, text: 'Après (vraiment)' })).toMatchObject({ id, updated: true });
		expect(await stage.shown()).toEqual(['Atelier Camélia text: Après (vraiment)']);
		expect((await stage.calls()).at(-1)).toMatchObject({ method: 'POST', body: { patch: { $set: { commentary: 'Après \\(vraiment\\)' } } }, status: 204 });
	});

	test('deleted, and once more', async () => {
		const id = await posted('Adieu');
		for (let time = 0; time < 2; time++) expect(await stage.one('post:delete', { postId: id })).toEqual({ id, deleted: true });
		expect(await stage.shown()).toEqual([]);
	});

	test('of a member nothing is shown', async () => {
		const { id } = await stage.one('post:createText', { text: 'Privé' });
		expect(await stage.refused('post:get', { postId: String(id) })).toMatchObject({ details: { code: 'ACCESS_DENIED', verdict: 'reconnect' } });
		expect(await stage.refused('post:getAll', { organization: inId(member) })).toMatchObject({ error: expect.stringMatching(/^Organization: “urn:li:person:.*” is no organization/), details: { verdict: 'fix-input' } });
	});
});

test.each(['={{ $json.missing }}', '={{ null }}'])('an expression that gives no text is none: %s', async (text) => {
	await stage.one('post:createPoll', { text, question: '={{ 7 }}', answers: '={{ [1, 2] }}', duration: 'ONE_DAY' });
	await stage.one('post:createArticle', { text, link: 'https://a.example/', title: '={{ 2026 }}', additionalFields: { description: '={{ 27 }}', thumbnailUrl: stage.sample('tulipes-vase.jpg'), thumbnailAltText: '={{ 1 }}' } });
	await stage.settings({ linkedin: { partBytes: 1_000_000 } });
	await stage.one('post:createVideo', { text, source: 'url', url: stage.sample('bouquet-du-jour.mp4'), additionalFields: { title: '={{ 2026 }}' } });
	expect(await stage.sent()).toMatchObject([{ commentary: '' }, { commentary: '', content: { article: { title: '2026', description: '27', thumbnailAltText: '1' } } }, { commentary: '', content: { media: { title: '2026' } } }]);
});

describe('whose posts', () => {
	test('an app for members offers the member alone', async () => {
		expect(await stage.search('searchAuthors')).toEqual([{ name: 'Camille Moreau (You)', value: member, url: undefined }]);
	});

	test('an app for pages offers the organizations, too', async () => {
		await stage.begin('community');
		const page = { name: 'Atelier Camélia', value: organization, url: 'https://www.linkedin.com/company/5500001' };
		expect(await stage.search('searchAuthors')).toEqual([expect.objectContaining({ value: member }), page]);
		expect(await stage.search('searchAuthors', 'camelia')).toEqual([page]);
		expect(await stage.search('searchOrganizations')).toEqual([page]);
	});

	test('another’s profile or page is refused by LinkedIn', async () => {
		for (const author of ['urn:li:person:SANDBOXbrun', organization, 'urn:li:organization:9']) {
			expect(await stage.refused('post:createText', { author: inId(author), text: 'Bonjour' })).toMatchObject({ details: { code: 'ACCESS_DENIED', verdict: 'reconnect', hint: expect.stringContaining('role on the page') } });
		}
	});
});

describe('refused before anything is sent', () => {
	const long = (length: number) => 'x'.repeat(length);
	const article = { text: '', link: 'https://a.example/', title: 'A' };
	const poll = { text: '', question: 'A?', answers: 'Oui\nNon', duration: 'ONE_DAY' };
	test.each([
		['a long text', 'post:createText', { text: long(3001) }, 'Text: has 3001 characters; LinkedIn allows 3000.'],
		['no text', 'post:createText', { text: ' ' }, 'Text: is empty.'],
		['a stranger', 'post:createText', { author: inId('camille'), text: 'a' }, 'Author: “camille” is neither a member nor an organization.'],
		['a page by its name', 'post:createText', { author: inId('https://www.linkedin.com/company/atelier'), text: 'a' }, 'is neither a member nor an organization'],
		['connections of an organization', 'post:createText', { author: inId('5500001'), text: 'a', additionalFields: { visibility: 'CONNECTIONS' } }, 'Visibility: an organization has no connections.'],
		['a link that is none', 'post:createArticle', { ...article, link: 'a.example' }, 'Article URL: “a.example” is no web address.'],
		['an article without a title', 'post:createArticle', { ...article, title: ' ' }, 'Title: is empty.'],
		['a long title', 'post:createArticle', { ...article, title: long(401) }, 'Title: has 401 characters; LinkedIn allows 400.'],
		['a long description', 'post:createArticle', { ...article, additionalFields: { description: long(4086) } }, 'Description: has 4086 characters; LinkedIn allows 4085.'],
		['a poll of one', 'post:createPoll', { ...poll, answers: 'Oui' }, 'Answers: has 1 answer; LinkedIn takes 2 to 4.'],
		['a poll of five', 'post:createPoll', { ...poll, answers: 'a\nb\nc\nd\ne' }, 'Answers: has 5 answers; LinkedIn takes 2 to 4.'],
		['a long answer', 'post:createPoll', { ...poll, answers: `Oui\n${long(31)}` }, 'has 31 characters; LinkedIn allows 30 for an answer.'],
		['a long question', 'post:createPoll', { ...poll, question: long(141) }, 'Question: has 141 characters; LinkedIn allows 140.'],
		['an activity', 'post:reshare', { postId: 'urn:li:activity:7012', text: '' }, 'Post ID: “urn:li:activity:7012” names an activity, not the post itself.'],
		['nothing to change', 'post:update', { postId: 'urn:li:share:1', text: '' }, 'Text: is empty.'],
	])('%s', async (_, operation, parameters, message) => {
		expect(await stage.refused(operation, parameters)).toMatchObject({ error: expect.stringContaining(message), details: { verdict: 'fix-input', hint: expect.stringMatching(/.{10}/) } });
		// Who is connected may be asked.
		expect((await stage.calls()).filter(({ path }) => path !== '/v2/userinfo')).toEqual([]);
	});
});
