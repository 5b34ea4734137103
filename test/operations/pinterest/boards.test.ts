import { accounts, board, byId, onBoard, openPinner, username } from './pinner';
import type { Pinner } from './pinner';

let pinner: Pinner;
beforeAll(async () => (pinner = await openPinner()));
beforeEach(async () => await pinner.begin());
afterAll(async () => await pinner.close());

describe('boards', () => {
	test('create, get, update and delete', async () => {
		const created = await pinner.one('board:create', { name: ' Roses ', description: 'Rouges', privacy: 'PROTECTED' });
		expect(created).toMatchObject({ id: expect.stringMatching(/^\d+$/), name: 'Roses', description: 'Rouges', privacy: 'PROTECTED', owner: { username } });
		expect(await pinner.sent('/boards')).toEqual([{ name: 'Roses', description: 'Rouges', privacy: 'PROTECTED' }]);
		const boardId = byId(String(created.id));
		expect(await pinner.one('board:get', { boardId })).toEqual(created);
		expect(await pinner.one('board:update', { boardId, updateFields: { name: 'Camélias', description: '', privacy: 'SECRET' } })).toMatchObject({ id: created.id, name: 'Camélias', description: null, privacy: 'SECRET' });
		expect(await pinner.sent(`/boards/${String(created.id)}`, 'PATCH')).toEqual([{ name: 'Camélias', privacy: 'SECRET', description: null }]);
		expect(await pinner.one('board:delete', { boardId })).toEqual({ id: created.id, deleted: true });
		expect(await pinner.refusal('board:get', { boardId })).toMatchObject({ details: { code: '40', verdict: 'fix-input' } });
	});

	test('many, by privacy and page after page', async () => {
		for (const privacy of ['PUBLIC', 'PROTECTED', 'SECRET']) await pinner.one('board:create', { name: privacy, privacy });
		expect((await pinner.run('board:getAll', { returnAll: true })).map(({ name }) => name)).toEqual(['SECRET', 'PROTECTED', 'PUBLIC', board.name]);
		expect((await pinner.run('board:getAll', { returnAll: true, options: { privacy: 'PUBLIC_AND_SECRET' } })).map(({ name }) => name)).toEqual(['SECRET', 'PUBLIC', board.name]);
		expect(await pinner.run('board:getAll', { returnAll: false, limit: 1 })).toHaveLength(1);
		expect(await pinner.asked('/boards')).toEqual({ page_size: '1' });
	});

	test('secret boards take the permission for them', async () => {
		await pinner.one('board:create', { name: 'Secret', privacy: 'SECRET' });
		await pinner.settings({ pinterest: { dropScopes: ['boards:read_secret', 'boards:write_secret'] } });
		expect(await pinner.run('board:getAll', { returnAll: true })).toMatchObject([{ id: board.id }]);
		expect(await pinner.refusal('board:create', { name: 'Encore', privacy: 'SECRET' })).toMatchObject({ details: { code: '3', verdict: 'reconnect' } });
	});

	test('getPins: newest first, and none of other boards', async () => {
		const { id } = await pinner.one('board:create', { name: 'Roses', privacy: 'PUBLIC' });
		await pinner.pinned('Ailleurs');
		for (const title of ['Un', 'Deux']) await pinner.pinned(title, { boardId: byId(String(id)) });
		expect(await pinner.run('board:getPins', { boardId: byId(String(id)), returnAll: true, options: { pinMetrics: true, creativeType: 'REGULAR' } })).toMatchObject([{ title: 'Deux', pin_metrics: {} }, { title: 'Un' }]);
		expect(await pinner.asked('/pins')).toEqual({ page_size: '250', creative_types: 'REGULAR', pin_metrics: 'true' });
		await pinner.one('board:delete', { boardId: byId(String(id)) });
		expect(await pinner.shown()).toEqual(['pin: Ailleurs']);
	});

	test('a name that is there already', async () => {
		expect(await pinner.refusal('board:create', { name: board.name, privacy: 'PUBLIC' })).toMatchObject({ error: expect.stringContaining('already have a board'), details: { verdict: 'fix-input' } });
	});

	test('refused before anything is sent', async () => {
		expect(await pinner.refusal('board:update', { ...onBoard, updateFields: {} })).toMatchObject({ error: 'Update Fields: none is added.' });
		expect(await pinner.refusal('board:create', { name: ' ', privacy: 'PUBLIC' })).toMatchObject({ error: 'Name: is empty.' });
		expect(await pinner.refusal('boardSection:create', { ...onBoard, name: 'x'.repeat(181) })).toMatchObject({ error: 'Name: has 181 characters; Pinterest allows 180.' });
		expect(await pinner.requests()).toEqual([]);
	});
});

describe('sections', () => {
	test('create, list, rename, fill and delete', async () => {
		const [spring, summer] = [await pinner.one('boardSection:create', { ...onBoard, name: 'Printemps' }), await pinner.one('boardSection:create', { ...onBoard, name: 'Été' })];
		expect(spring).toEqual({ id: expect.stringMatching(/^\d+$/), name: 'Printemps' });
		const inSpring = { ...onBoard, sectionId: byId(String(spring.id)) };
		expect(await pinner.run('boardSection:getAll', { ...onBoard, returnAll: true })).toEqual([spring, summer]);
		expect(await pinner.one('boardSection:update', { ...inSpring, name: 'Hiver' })).toEqual({ id: spring.id, name: 'Hiver' });
		await pinner.pinned('Dans la section', { sectionId: byId(String(spring.id)) });
		await pinner.pinned('Dehors');
		expect(await pinner.run('boardSection:getPins', { ...inSpring, returnAll: true })).toMatchObject([{ title: 'Dans la section', board_section_id: spring.id }]);
		expect(await pinner.one('boardSection:delete', inSpring)).toEqual({ id: spring.id, deleted: true });
		expect(await pinner.run('boardSection:getAll', { ...onBoard, returnAll: true })).toEqual([summer]);
		expect(await pinner.shown()).toEqual(['pin: Dehors']);
	});

	test('a change at the same moment is tried again', async () => {
		await pinner.fault({ match: '/sections', kind: 'status', status: 409, body: { code: 409, message: 'Could not get exclusive access to the board to create a new section.' } });
		expect(await pinner.one('boardSection:create', { ...onBoard, name: 'Printemps' })).toMatchObject({ name: 'Printemps' });
		expect(await pinner.run('boardSection:getAll', { ...onBoard, returnAll: true })).toHaveLength(1);
	});
});

describe('an answer that is lost', () => {
	test('of a creation that is not listed leaves it in doubt, as Pinterest may still be at work', async () => {
		const refused = { details: { verdict: 'unknown', code: 'no-answer' } };
		await pinner.fault({ match: '/boards', kind: 'reset', when: 'before' });
		expect(await pinner.refusal('board:create', { name: 'Roses', privacy: 'PUBLIC' })).toMatchObject(refused);
		await pinner.fault({ match: '/sections', kind: 'reset', when: 'before' });
		expect(await pinner.refusal('boardSection:create', { ...onBoard, name: 'Rouges' })).toMatchObject(refused);
		expect((await pinner.calls()).filter((call) => call.startsWith('POST'))).toHaveLength(2);
	});

	test.each(['after', 'before'] as const)('of a creation or deletion: done once, reset %s the effect of the deletion', async (when) => {
		await pinner.fault({ match: '/boards', kind: 'reset', when: 'after' });
		const { id } = await pinner.one('board:create', { name: 'Roses', privacy: 'PUBLIC' });
		await pinner.fault({ match: '/sections', kind: 'status', status: 503, when: 'after' });
		const section = await pinner.one('boardSection:create', { boardId: byId(String(id)), name: 'Rouges' });
		expect(await pinner.run('boardSection:getAll', { boardId: byId(String(id)), returnAll: true })).toEqual([section]);
		await pinner.fault({ match: `/sections/${String(section.id)}`, kind: 'reset', when });
		expect(await pinner.one('boardSection:delete', { boardId: byId(String(id)), sectionId: byId(String(section.id)) })).toEqual({ id: section.id, deleted: true });
		await pinner.fault({ match: `/boards/${String(id)}`, kind: 'reset', when });
		expect(await pinner.one('board:delete', { boardId: byId(String(id)) })).toEqual({ id, deleted: true });
		expect(await pinner.run('board:getAll', { returnAll: true })).toMatchObject([{ id: board.id }]);
	}, 30_000);
});

describe('what the panel lists', () => {
	test('boards but those for ads, with their privacy, and the sections of the chosen one', async () => {
		await pinner.one('board:create', { name: 'Secret', privacy: 'SECRET' });
		const { id } = await pinner.one('boardSection:create', { ...onBoard, name: 'Printemps' });
		expect(await pinner.list('searchBoards')).toMatchObject([{ name: 'Secret (secret)' }, { name: board.name, value: board.id }]);
		expect(await pinner.list('searchBoards', {}, 'bouq')).toMatchObject([{ value: board.id }]);
		expect(await pinner.list('searchSections', onBoard)).toEqual([{ name: 'Printemps', value: id }]);
		await expect(pinner.list('searchSections', { boardId: byId('') })).rejects.toThrow('Board: is empty.');
	});
});

test('the account, with its linked businesses', async () => {
	expect(await pinner.one('account:get')).toMatchObject({ id: accounts[0].id, username, account_type: 'BUSINESS', board_count: 1 });
	expect(await pinner.run('account:getBusinesses')).toEqual([]);
});
