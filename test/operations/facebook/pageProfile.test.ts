import { seed } from '../../../sandbox/networks/seed';
import { Webhooks } from '../../../sandbox/networks/meta/webhooks/webhooks';
import { openFlorist, pageId } from './florist';
import type { Florist } from './florist';

let florist: Florist;
beforeAll(async () => (florist = await openFlorist()));
beforeEach(async () => await florist.reset());
afterEach(() => jest.restoreAllMocks());
afterAll(async () => await florist.sandbox.close());

const of = (operation: string, more = {}) => ({ resource: 'page', operation, ...more });
const jsons = async (parameters: Parameters<Florist['run']>[0]) => (await florist.run(parameters)).map(({ json }) => json);

describe('update', () => {
	test('what is given and nothing else, under Meta’s names', async () => {
		const updateFields = { about: 'Fleurs du marché', emails: 'bonjour@ateliercamelia.example, mariage@ateliercamelia.example', companyOverview: 'Depuis 1998', priceRange: '$$', phone: '+33 2 40 00 00 01' };
		const emails = ['bonjour@ateliercamelia.example', 'mariage@ateliercamelia.example'];
		const said = { about: 'Fleurs du marché', company_overview: 'Depuis 1998', price_range: '$$', phone: '+33 2 40 00 00 01', emails };
		expect(await florist.one(of('update', { updateFields }))).toEqual({ id: pageId, updated: true, ...said });
		expect(await florist.calls()).toMatchObject([{ path: `/${pageId}`, body: said }]);
		expect(await florist.one(of('get'))).toMatchObject({ about: 'Fleurs du marché', phone: '+33 2 40 00 00 01' });
	});

	test('an empty text empties the field, and a lost answer is asked again', async () => {
		// From here on the page's token is known.
		await florist.one(of('get'));
		await florist.sandbox.fault({ network: 'meta', match: `/${pageId}`, kind: 'reset', when: 'after' });
		expect(await florist.one(of('update', { updateFields: { about: '' } }))).toMatchObject({ updated: true });
		expect(await florist.calls()).toHaveLength(2);
		expect(await florist.one(of('get', { fields: 'about' }))).toMatchObject({ about: '' });
	});

	test.each([
		{ name: 'nothing', updateFields: {}, message: /^Update Fields: nothing is to be changed/ },
		{ name: 'an address that is none', updateFields: { emails: 'bonjour' }, message: /^Emails: “bonjour” is not an email address/ },
	])('refused beforehand: $name', async ({ updateFields, message }) => {
		await expect(florist.one(of('update', { updateFields }))).rejects.toThrow(message);
		expect(await florist.calls()).toEqual([]);
	});

	test('without the permission', async () => {
		await florist.sandbox.settings({ meta: { dropScopes: ['pages_manage_metadata'] } });
		await expect(florist.one(of('update', { updateFields: { about: 'a' } }))).rejects.toMatchObject({ message: expect.stringContaining('pages_manage_metadata'), context: { verdict: 'reconnect' } });
	});
});

describe('roles', () => {
	test('people outside of a business, and those of one', async () => {
		const people = await jsons(of('getAllRoles', { returnAll: true }));
		expect(people).toMatchObject([{ id: seed.meta.user.id, tasks: expect.arrayContaining(['MANAGE']) }, { name: seed.meta.otherUser.name, tasks: ['ANALYZE', 'MODERATE'] }]);
		expect(await jsons(of('getAllRoles', { businessId: seed.meta.business.id }))).toEqual([
			{ id: seed.meta.systemUser.id, name: seed.meta.systemUser.name, tasks: ['ANALYZE', 'CREATE_CONTENT'], user_type: 'SYSTEM_USER' },
		]);
		expect((await florist.calls('GET')).filter(({ path }) => /roles|assigned/.test(path)).map(({ path, query }) => [path, query.business])).toEqual([
			[`/${pageId}/roles`, undefined],
			[`/${pageId}/assigned_users`, seed.meta.business.id],
		]);
	});

	test('a business that is not the page’s', async () => {
		await expect(florist.one(of('getAllRoles', { businessId: '1' }))).rejects.toMatchObject({ context: { verdict: 'fix-input', code: '100' } });
	});
});

test('reviews', async () => {
	expect(await jsons(of('getAllRatings', { limit: 1 }))).toEqual([{ created_time: expect.any(String), recommendation_type: 'positive', review_text: 'Des bouquets qui durent', has_rating: false, has_review: true }]);
});

describe('posts of others', () => {
	const others = async (type: string) => await jsons({ resource: 'post', operation: 'getAllVisitor', type });
	const write = async (text: string, more = {}) => await florist.sandbox.settings({ meta: { visitorPost: { from: 'Inês', text, ...more } } });

	test('on the page and about it, apart from the page’s own', async () => {
		await write('Vos pivoines !');
		await write('Chez Atelier Camélia', { tagged: true });
		await florist.one({ resource: 'post', operation: 'createText', message: 'Le nôtre' });
		expect(await others('visitor_posts')).toMatchObject([{ message: 'Vos pivoines !', from: { name: 'Inês' } }]);
		expect(await others('tagged')).toMatchObject([{ message: 'Chez Atelier Camélia' }]);
		expect((await jsons({ resource: 'post', operation: 'getAll' })).map(({ message }) => message)).toEqual(['Le nôtre']);
	});

	test('the app is told in Meta’s shapes', async () => {
		const send = jest.spyOn(Webhooks.prototype, 'send');
		await write('Bonjour');
		await write('Ici', { tagged: true });
		const [post] = await others('visitor_posts');
		await florist.sandbox.settings({ meta: { comment: { on: String(post?.id), from: 'Inês', text: 'Encore' } } });
		const change = (field: string, value: object) => ['page', { id: pageId, changes: [{ field, value: expect.objectContaining(value) }] }];
		expect(send.mock.calls).toEqual([
			change('feed', { item: 'post', verb: 'add', post_id: post?.id, message: 'Bonjour', from: { id: expect.any(String), name: 'Inês' } }),
			change('mention', { item: 'post', verb: 'add', message: 'Ici', sender_name: 'Inês' }),
			change('feed', { item: 'comment', verb: 'add', post_id: post?.id, comment_id: expect.any(String), parent_id: post?.id, message: 'Encore', created_time: expect.any(Number) }),
		]);
	});

	test('are liked and answered as the page', async () => {
		await write('Vos pivoines !');
		const [post] = await others('visitor_posts');
		const postId = String(post?.id);
		expect(await florist.one({ resource: 'post', operation: 'like', postId, like: true })).toEqual({ id: postId, liked: true });
		expect(await florist.one({ resource: 'comment', operation: 'create', postId, message: 'Merci' })).toMatchObject({ id: expect.any(String) });
	});

	test('without the permission', async () => {
		await florist.sandbox.settings({ meta: { dropScopes: ['pages_read_user_content'] } });
		await expect(others('tagged')).rejects.toMatchObject({ message: expect.stringContaining('pages_read_user_content'), context: { verdict: 'reconnect' } });
	});
});
