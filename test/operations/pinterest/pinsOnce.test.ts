import { hurry, presentTime } from '../../support/time';
import { board, byId, openPinner } from './pinner';
import type { Pinner } from './pinner';

let pinner: Pinner;
beforeAll(async () => {
	pinner = await openPinner();
	// Nobody sits through the looks at the board.
	hurry(10);
});
beforeEach(async () => await pinner.begin());
afterAll(async () => {
	presentTime();
	await pinner.close();
});

const pin = async (...options: Parameters<Pinner['run']>[2][]) => await pinner.run('pin:createImage', { ...pinner.imagePin, title: '=Numéro {{ $json.n ?? 0 }}' }, ...options);

describe('the call that pins meets a fault, and the board tells that it is there: one Pin, and the output names it', () => {
	test.each([
		{ name: 'reset after the effect', fault: { kind: 'reset', when: 'after' } },
		{ name: '504 of a gateway after the effect', fault: { kind: 'status', status: 504, when: 'after' } },
		{ name: 'Pinterest’s own 500 after the effect', fault: { kind: 'status', status: 500, when: 'after' } },
		{ name: 'Pinterest’s own 503 after the effect', fault: { kind: 'status', status: 503, when: 'after' } },
		{ name: 'malformed answer after the effect', fault: { kind: 'malformed', when: 'after' } },
	] as const)('$name', async ({ fault }) => {
		await pinner.fault({ match: '/v5/pins', ...fault });
		const [output] = await pin();
		const [listed] = await pinner.run('pin:getAll', { returnAll: true });
		expect(output).toMatchObject({ id: listed?.id, title: 'Numéro 0', url: expect.stringContaining(String(listed?.id)) });
		expect(await pinner.shown()).toEqual(['pin: Numéro 0']);
	}, 30_000);
});

test.each([
	{ name: 'without an answer', fault: { kind: 'reset', when: 'before' } },
	{ name: 'after Pinterest’s own 500', fault: { kind: 'status', status: 500 } },
	{ name: 'after Pinterest’s own 503', fault: { kind: 'status', status: 503 } },
] as const)('$name and without a Pin the item is in doubt, and Retry On Fail leaves it alone', async ({ name, fault }) => {
	await pinner.fault({ match: '/v5/pins', ...fault });
	const doubt = { context: { verdict: 'unknown' }, description: expect.stringMatching(/^Look at .* before/) };
	await expect(pin({ executionId: name })).rejects.toMatchObject(doubt);
	await expect(pin({ executionId: name })).rejects.toMatchObject(doubt);
	expect(await pinner.sent('/pins')).toHaveLength(1);
	expect(await pinner.shown()).toEqual([]);
}, 60_000);

test('a Pin without a word is like all others without words, so its call stays in doubt', async () => {
	await pinner.fault({ match: '/v5/pins', kind: 'reset', when: 'after' });
	expect(await pinner.refusal('pin:createImage', pinner.imagePin)).toMatchObject({ details: { verdict: 'unknown' } });
	expect(await pinner.sent('/pins')).toHaveLength(1);
}, 60_000);

test('a Pin that another item has just made is not taken for this one’s', async () => {
	await pinner.fault({ match: '/v5/pins', kind: 'reset', when: 'before', skip: 1 });
	const items = [{ json: {} }, { json: {} }];
	const [first, second] = await pinner.run('pin:createImage', { ...pinner.imagePin, title: 'Rose' }, { items, continueOnFail: true });
	expect(first).toMatchObject({ id: expect.any(String) });
	expect(second).toMatchObject({ details: { verdict: 'unknown' } });
}, 60_000);

test('nor is one of another board, another section, with another link, or an older one', async () => {
	const other = await pinner.one('board:create', { name: 'Roses', privacy: 'PUBLIC' });
	await pinner.pinned('Rose', { boardId: byId(String(other.id)) });
	await pinner.pinned('Rose', { link: 'https://a.example/' });
	await pinner.fault({ match: '/v5/pins', kind: 'reset', when: 'before' });
	expect(await pinner.refusal('pin:createImage', { ...pinner.imagePin, title: 'Rose' })).toMatchObject({ details: { verdict: 'unknown' } });
	const listings = (await pinner.requests()).filter(({ method, path }) => method === 'GET' && path.endsWith(`/boards/${board.id}/pins`));
	expect(listings.length).toBeGreaterThan(3);
}, 60_000);

test('Retry On Fail pins only what is missing', async () => {
	await pinner.fault({ match: '/v5/pins', kind: 'status', status: 403, skip: 1 });
	const items = [0, 1, 2].map((n) => ({ json: { n } }));
	await expect(pin({ items, executionId: 'retried' })).rejects.toMatchObject({ context: { verdict: 'stop' } });
	expect(await pin({ items, executionId: 'retried' })).toHaveLength(3);
	expect(await pinner.shown()).toEqual(['pin: Numéro 0', 'pin: Numéro 1', 'pin: Numéro 2']);
});

describe('a saved Pin and a deletion without an answer', () => {
	test('are found', async () => {
		const id = await pinner.pinned('Rose');
		const other = String((await pinner.one('board:create', { name: 'Roses', privacy: 'PUBLIC' })).id);
		await pinner.fault({ match: '/save', kind: 'reset', when: 'after' });
		const saved = await pinner.one('pin:save', { pinId: id, boardId: byId(board.id) });
		expect(saved).toMatchObject({ parent_pin_id: id });
		expect(await pinner.shown()).toEqual(['pin: Rose', 'saved pin: Rose']);
		await pinner.fault({ match: '/save', kind: 'status', status: 503 });
		expect(await pinner.refusal('pin:save', { pinId: id, boardId: byId(other) })).toMatchObject({ details: { verdict: 'unknown' } });
		for (const when of ['before', 'after'] as const) {
			const one = await pinner.pinned(when);
			await pinner.fault({ match: one, kind: 'reset', when });
			expect(await pinner.one('pin:delete', { pinId: one })).toEqual({ id: one, deleted: true });
		}
		expect(await pinner.shown()).toEqual(['pin: Rose', 'saved pin: Rose']);
	}, 30_000);
});

test('a connection that has ended says so', async () => {
	await pinner.settings({ pinterest: { revoke: true } });
	expect((await pin({ continueOnFail: true }))[0]).toMatchObject({ details: { verdict: 'reconnect' } });
});
