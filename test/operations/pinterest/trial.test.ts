import { QmarkPinterest } from '../../../nodes/QmarkPinterest/QmarkPinterest.node';
import { binary, board, onBoard, openPinner } from './pinner';
import type { Pinner } from './pinner';

let pinner: Pinner;
beforeAll(async () => (pinner = await openPinner()));
beforeEach(async () => await pinner.begin({ access: 'trial' }));
afterAll(async () => await pinner.close());

const items = [{ json: {}, binary: { data: binary('eclosion-camelia.mp4', 'video/mp4') } }];

test('an app with trial access may not pin where people see it, and is told both ways out', async () => {
	expect(await pinner.refusal('pin:createImage', pinner.imagePin)).toMatchObject({
		error: expect.stringContaining('Apps with Trial access may not create Pins in production'),
		details: { code: '29', verdict: 'stop', hint: expect.stringMatching(/standard access, or choose the environment “Sandbox”/) },
	});
	expect(await pinner.calls()).toEqual(['POST /pins']);
	expect(await pinner.shown()).toEqual([]);
});

test('boards and reading work on trial', async () => {
	expect(await pinner.one('board:create', { name: 'Roses', privacy: 'PUBLIC' })).toMatchObject({ name: 'Roses' });
	expect(await pinner.run('pin:getAll', { returnAll: true })).toEqual([]);
});

describe('in the API Sandbox', () => {
	beforeEach(async () => await pinner.connect({ environment: 'sandbox' }));

	test('it pins images, which nobody sees, on boards of their own', async () => {
		const { id } = await pinner.one('pin:createImage', { ...pinner.imagePin, title: 'Essai' });
		expect(await pinner.run('pin:getAll', { returnAll: true })).toMatchObject([{ id, title: 'Essai' }]);
		expect(await pinner.shown()).toEqual([]);
		await pinner.one('board:create', { name: 'Essais', privacy: 'PUBLIC' });
		expect(await pinner.run('board:getAll', { returnAll: true })).toHaveLength(2);
		const { host } = (await pinner.requests()).at(-1) ?? {};
		expect(host).toBe('api-sandbox.pinterest.com');
		await pinner.connect();
		expect(await pinner.run('board:getAll', { returnAll: true })).toMatchObject([{ id: board.id }]);
		expect(await pinner.refusal('pin:get', { pinId: String(id) })).toMatchObject({ details: { code: '50' } });
	});

	test.each([
		['videos', 'pin:createVideo', { ...onBoard, source: 'binary', cover: 'second', coverSecond: 1 }, 'Pinterest’s API Sandbox takes no videos.'],
		['videos from the web', 'pin:createVideo', { ...onBoard, source: 'url', videoUrl: 'https://a.example/a.mp4', cover: 'second', coverSecond: 1 }, 'Pinterest’s API Sandbox takes no videos.'],
		['searches of Pins', 'pin:search', { query: 'a' }, 'Pinterest’s API Sandbox has no search.'],
		['searches of boards', 'board:search', { query: 'a' }, 'Pinterest’s API Sandbox has no search.'],
		['numbers of a Pin', 'analytics:getPin', { pinId: '1' }, 'Pinterest’s API Sandbox has no analytics.'],
		['numbers of several Pins', 'analytics:getPins', { pinIds: '1' }, 'Pinterest’s API Sandbox has no analytics.'],
		['numbers of the account', 'analytics:getAccount', {}, 'Pinterest’s API Sandbox has no analytics.'],
		['the best', 'analytics:getTopPins', { sortBy: 'SAVE', limit: 5 }, 'Pinterest’s API Sandbox has no analytics.'],
	])('%s are refused before anything is sent', async (_, operation, parameters, error) => {
		expect(await pinner.refusal(operation, parameters, { items })).toEqual({ error, details: { code: 'api-sandbox', verdict: 'stop', hint: expect.stringContaining('“Live”') } });
		expect(await pinner.requests()).toEqual([]);
	});
});

describe('the pace', () => {
	test('a limit that is used up is told with the wait that Pinterest names', async () => {
		const headers = { 'x-ratelimit-limit': '100, 100;w=60', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '3600' };
		await pinner.fault({ match: '/boards', kind: 'status', status: 429, headers });
		expect(await pinner.refusal('board:create', { name: 'Roses', privacy: 'PUBLIC' })).toMatchObject({ error: expect.stringMatching(/rate limit.*It asks to wait 3600 s\.$/s), details: { code: '8', verdict: 'wait' } });
		expect(await pinner.calls()).toEqual(['POST /boards']);
	});

	test('whoever writes then waits, without asking again; whoever reads does not', async () => {
		expect(await pinner.refusal('board:create', { name: 'Roses', privacy: 'PUBLIC' })).toMatchObject({ error: expect.stringMatching(/^Pinterest asked to pause for another \d+ s\.$/), details: { verdict: 'wait' } });
		expect(await pinner.run('board:getAll', { returnAll: true })).toHaveLength(1);
		expect(await pinner.calls()).toEqual(['GET /boards']);
	});
});

test('the node is a tool, and lists boards and sections', () => {
	const { description, methods } = new QmarkPinterest();
	expect(description.usableAsTool).toBe(true);
	expect(Object.keys(methods.listSearch)).toEqual(expect.arrayContaining(['searchBoards', 'searchSections']));
});
