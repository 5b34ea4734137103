import type { IDataObject } from 'n8n-workflow';
import { byId, onBoard, openPinner } from './pinner';
import type { Pinner } from './pinner';

let pinner: Pinner;
beforeAll(async () => (pinner = await openPinner()));
beforeEach(async () => await pinner.begin());
afterAll(async () => await pinner.close());

/** What tables and databases have: numbers where a text is meant, and nothing at all. */
const items = [{ json: { title: 2027, account: 549755885175, of: null } }];
const nothing = '={{ $json.of }}';

test('a Pin: numbers are texts, and what is empty is left out', async () => {
	const additionalFields = { adAccountId: '={{ $json.account }}', altText: '={{ $json.title }}', dominantColor: nothing };
	expect(await pinner.one('pin:createImage', { ...pinner.imagePin, title: '={{ $json.title }}', description: nothing, link: nothing, sectionId: byId(nothing), additionalFields }, { items })).toMatchObject({ title: '2027', alt_text: '2027' });
	expect(await pinner.sent('/pins')).toEqual([{ board_id: onBoard.boardId.value, title: '2027', alt_text: '2027', media_source: expect.any(Object) }]);
	expect(await pinner.asked('/pins')).toEqual({ ad_account_id: '549755885175' });
});

test('a carousel', async () => {
	const image = [{ url: pinner.sample('tulipes-vase.jpg'), title: '={{ $json.title }}', link: nothing, description: nothing, binaryField: nothing }, { url: pinner.sample('tulipes-vase.jpg') }];
	await pinner.one('pin:createCarousel', { ...onBoard, imageSource: 'images', images: { image } as IDataObject as never }, { items });
	expect(Object((await pinner.sent('/pins'))[0]?.media_source).items).toMatchObject([{ title: '2027' }, {}]);
});

test('a change: nothing empties a text', async () => {
	const id = await pinner.pinned('Rose', { description: 'Rouge' });
	expect(await pinner.one('pin:update', { pinId: id, updateFields: { title: '={{ $json.title }}', description: nothing } }, { items })).toMatchObject({ title: '2027', description: null });
});

test('boards', async () => {
	const made = await pinner.one('board:create', { name: '={{ $json.title }}', description: nothing, privacy: 'PUBLIC', options: { adAccountId: nothing } }, { items });
	expect(made).toMatchObject({ name: '2027' });
	await pinner.one('board:update', { boardId: byId(String(made.id)), updateFields: { name: nothing, description: '={{ $json.title }}' } }, { items });
	expect(await pinner.sent(`/boards/${String(made.id)}`, 'PATCH')).toEqual([{ description: '2027' }]);
});
