import { board, byId, onBoard, openPinner, username } from './pinner';
import type { Pinner } from './pinner';

let pinner: Pinner;
beforeAll(async () => (pinner = await openPinner()));
beforeEach(async () => await pinner.begin());
afterAll(async () => await pinner.close());

const isPin = { id: expect.stringMatching(/^\d{18}$/), url: expect.stringMatching(/^https:\/\/www\.pinterest\.com\/pin\/\d+\/$/), board_id: board.id, board_owner: { username } };

describe('a Pin with an image', () => {
	test('from a URL, with all its texts', async () => {
		const pin = await pinner.one('pin:createImage', {
			...pinner.imagePin,
			...{ title: 'Tulipes', description: 'De ce matin', link: 'https://ateliercamelia.example/tulipes' },
			additionalFields: { altText: 'Un vase', dominantColor: '#6E7874', adAccountId: '549755885175' },
		});
		expect(pin).toMatchObject({ ...isPin, title: 'Tulipes', media: { media_type: 'image' }, alt_text: 'Un vase' });
		expect(await pinner.sent('/pins')).toEqual([
			{
				...{ board_id: board.id, title: 'Tulipes', description: 'De ce matin', link: 'https://ateliercamelia.example/tulipes', alt_text: 'Un vase', dominant_color: '#6E7874' },
				media_source: { source_type: 'image_url', url: pinner.sample('tulipes-vase.jpg') },
			},
		]);
		expect(await pinner.asked('/pins')).toEqual({ ad_account_id: '549755885175' });
		expect(await pinner.shown()).toEqual(['pin: Tulipes\nDe ce matin']);
	});

	test('with nothing but the image, in a section', async () => {
		const { id } = await pinner.one('boardSection:create', { ...onBoard, name: 'Printemps' });
		expect(await pinner.one('pin:createImage', { ...pinner.imagePin, sectionId: byId(String(id)) })).toMatchObject({ ...isPin, board_section_id: id, title: null });
		expect(Object.keys((await pinner.sent('/pins'))[0] ?? {})).toEqual(['board_id', 'board_section_id', 'media_source']);
	});
});

describe('reading', () => {
	test('one, by its ID or its address, with its numbers', async () => {
		const id = await pinner.pinned('Rose');
		const read = await pinner.one('pin:get', { pinId: id });
		expect(read).toMatchObject({ ...isPin, id, title: 'Rose', pin_metrics: null });
		expect(await pinner.one('pin:get', { pinId: `https://www.pinterest.com/pin/rose-du-matin--${id}/` })).toEqual(read);
		expect(await pinner.one('pin:get', { pinId: String(read.url), options: { pinMetrics: true } })).toMatchObject({ pin_metrics: { '90d': expect.any(Object) } });
		expect(await pinner.asked(`/pins/${id}`)).toEqual({ pin_metrics: 'true' });
	});

	test('many of the account, newest first, no more than are asked for', async () => {
		for (const title of ['Un', 'Deux', 'Trois']) await pinner.pinned(title);
		expect(await pinner.run('pin:getAll', { returnAll: false, limit: 2 })).toMatchObject([{ title: 'Trois' }, { title: 'Deux' }]);
		expect(await pinner.asked('/pins')).toEqual({ page_size: '2' });
		const options = { pinFilter: 'exclude_repins', creativeType: 'REGULAR', protectedPins: true, pinMetrics: true };
		expect(await pinner.run('pin:getAll', { returnAll: true, options })).toHaveLength(3);
		expect(await pinner.asked('/pins')).toEqual({ page_size: '250', pin_filter: 'exclude_repins', creative_types: 'REGULAR', include_protected_pins: 'true', pin_metrics: 'true' });
	});

	test('all of 260, by bookmark', async () => {
		await pinner.settings({ pinterest: { limits: { org_write: 1000 } } });
		const items = Array.from({ length: 260 }, (_, n) => ({ json: { n } }));
		await pinner.run('pin:createImage', { ...pinner.imagePin, title: '=Numéro {{ $json.n }}' }, { items });
		const pins = await pinner.run('pin:getAll', { returnAll: true });
		expect(pins.map(({ title }) => title)).toEqual(items.map((_, n) => `Numéro ${259 - n}`));
		const pages = (await pinner.requests()).filter(({ method, path }) => method === 'GET' && path.endsWith('/pins'));
		expect(pages.map(({ query }) => Object.keys(query))).toEqual([['page_size'], ['page_size', 'bookmark']]);
	}, 60_000);
});

describe('changing', () => {
	test('update: what is named, and what is empty is emptied', async () => {
		const id = await pinner.pinned('Rose', { description: 'Rouge', link: 'https://a.example/' });
		expect(await pinner.one('pin:update', { pinId: id, updateFields: { title: 'Camélia', link: '' } })).toMatchObject({ id, title: 'Camélia', description: 'Rouge', link: null });
		expect(await pinner.sent(`/pins/${id}`, 'PATCH')).toEqual([{ link: null, title: 'Camélia' }]);
		expect(await pinner.shown()).toEqual(['pin: Camélia\nRouge']);
	});

	test('update: to another board, in and out of a section', async () => {
		const id = await pinner.pinned('Rose');
		const { id: boardId } = await pinner.one('board:create', { name: 'Roses', privacy: 'PUBLIC' });
		const { id: sectionId } = await pinner.one('boardSection:create', { boardId: byId(String(boardId)), name: 'Rouges' });
		const moved = await pinner.one('pin:update', { pinId: id, updateFields: { boardId: String(boardId), sectionId: String(sectionId) } });
		expect(moved).toMatchObject({ board_id: boardId, board_section_id: sectionId });
		expect(await pinner.one('pin:update', { pinId: id, updateFields: { sectionId: '' } })).toMatchObject({ board_id: boardId, board_section_id: null });
	});

	test('update: an app that is not in the beta is told so', async () => {
		const id = await pinner.pinned('Rose');
		await pinner.settings({ pinterest: { beta: false } });
		expect(await pinner.refusal('pin:update', { pinId: id, updateFields: { title: 'A' } })).toMatchObject({ details: { code: '29', verdict: 'stop', hint: expect.stringContaining('beta') } });
	});

	test('save: to a board of one’s own', async () => {
		const id = await pinner.pinned('Rose');
		const { id: other } = await pinner.one('board:create', { name: 'Coups de cœur', privacy: 'PUBLIC' });
		expect(await pinner.one('pin:save', { pinId: id, boardId: byId(String(other)) })).toMatchObject({ board_id: other, parent_pin_id: id, url: expect.any(String) });
		expect(await pinner.sent('/save')).toEqual([{ board_id: other }]);
		expect(await pinner.shown()).toEqual(['pin: Rose', 'saved pin: Rose']);
	});

	test('delete', async () => {
		const id = await pinner.pinned('Rose');
		expect(await pinner.one('pin:delete', { pinId: id })).toEqual({ id, deleted: true });
		expect(await pinner.shown()).toEqual([]);
		expect(await pinner.refusal('pin:delete', { pinId: id })).toMatchObject({ details: { code: '50', verdict: 'fix-input', hint: expect.stringContaining('Pin ID') } });
	});
});

describe('refused before anything is sent', () => {
	const image = { ...onBoard, source: 'url', imageUrl: 'https://a.example/a.jpg' };
	test.each([
		['101 letters of title', 'pin:createImage', { ...image, title: 'x'.repeat(101) }, 'Title: has 101 characters; Pinterest allows 100.'],
		['801 letters of description', 'pin:createImage', { ...image, description: 'x'.repeat(801) }, 'Description: has 801 characters; Pinterest allows 800.'],
		['a long link', 'pin:createImage', { ...image, link: `https://a.example/${'x'.repeat(2048)}` }, 'Link: has 2066 characters; Pinterest allows 2048.'],
		['no link', 'pin:createImage', { ...image, link: 'a.example' }, 'Link: “a.example” is no web address.'],
		['a long alternative text', 'pin:createImage', { ...image, additionalFields: { altText: 'x'.repeat(501) } }, 'Alt Text: has 501 characters; Pinterest allows 500.'],
		['no colour', 'pin:createImage', { ...image, additionalFields: { dominantColor: 'red' } }, 'Dominant Color: “red” is no colour.'],
		['no ad account', 'pin:createImage', { ...image, additionalFields: { adAccountId: 'mine' } }, 'Ad Account ID: “mine” is no ID.'],
		['no board', 'pin:createImage', { ...image, boardId: byId('') }, 'Board: is empty.'],
		['a board’s name', 'pin:createImage', { ...image, boardId: byId('Bouquets') }, 'Board: “Bouquets” is no ID.'],
		['no address', 'pin:createImage', { ...image, imageUrl: 'a.jpg' }, 'Image URL: “a.jpg” is no web address.'],
		['no Pin', 'pin:get', { pinId: 'abc' }, 'Pin ID: “abc” is no ID.'],
		['an update of nothing', 'pin:update', { pinId: '1', updateFields: {} }, 'Update Fields: none is added.'],
		['an update that is too long', 'pin:update', { pinId: '1', updateFields: { title: 'x'.repeat(101) } }, 'Title: has 101 characters; Pinterest allows 100.'],
	])('%s', async (_, operation, parameters, message) => {
		expect(await pinner.refusal(operation, parameters)).toMatchObject({ error: expect.stringContaining(message), details: { verdict: 'fix-input', hint: expect.stringMatching(/.{8}/) } });
		expect(await pinner.requests()).toEqual([]);
	});
});

describe('refused by Pinterest, in its words and with what to do', () => {
	test('what is not there', async () => {
		const other = byId('549000000000000999');
		expect(await pinner.refusal('pin:createImage', { ...pinner.imagePin, boardId: other })).toMatchObject({ error: expect.stringMatching(/^Pinterest refused: Board not found\. \(request \d+\)$/), details: { code: '40', verdict: 'fix-input', hint: expect.stringContaining('board') } });
		expect(await pinner.refusal('pin:createImage', { ...pinner.imagePin, sectionId: other })).toMatchObject({ details: { code: '2031', verdict: 'fix-input', hint: expect.stringContaining('section') } });
		expect(await pinner.refusal('pin:get', { pinId: '1' })).toMatchObject({ details: { code: '50', verdict: 'fix-input' } });
	});

	test('an image that cannot be fetched', async () => {
		expect(await pinner.refusal('pin:createImage', { ...pinner.imagePin, imageUrl: pinner.sample('missing.jpg') })).toMatchObject({ error: expect.stringContaining('could not fetch'), details: { verdict: 'fix-input' } });
	});

	test('spam is no limit to wait for', async () => {
		await pinner.settings({ pinterest: { spam: true } });
		expect(await pinner.refusal('pin:createImage', pinner.imagePin)).toMatchObject({ error: expect.stringContaining('spam'), details: { code: '8', verdict: 'stop', hint: expect.stringContaining('for a day') } });
		expect(await pinner.calls()).toEqual(['POST /pins']);
	});

	test('an account that is full', async () => {
		await pinner.settings({ pinterest: { mostPins: 0, mostBoards: 1 } });
		expect(await pinner.refusal('pin:createImage', pinner.imagePin)).toMatchObject({ error: expect.stringContaining('the most it may have'), details: { verdict: 'fix-input' } });
		expect(await pinner.refusal('board:create', { name: 'Roses', privacy: 'PUBLIC' })).toMatchObject({ error: expect.stringContaining('the most it may have') });
	});

	test('a permission that is missing', async () => {
		await pinner.settings({ pinterest: { dropScopes: ['pins:write'] } });
		expect(await pinner.refusal('pin:createImage', pinner.imagePin)).toMatchObject({ details: { code: '3', verdict: 'reconnect', hint: expect.stringContaining('tick') } });
	});
});
