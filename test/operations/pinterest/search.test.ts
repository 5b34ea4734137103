import { board, openPinner } from './pinner';
import type { Pinner } from './pinner';

let pinner: Pinner;
beforeAll(async () => (pinner = await openPinner()));
beforeEach(async () => {
	await pinner.begin();
	for (const title of ['Camélia rouge', 'Tulipe', 'Camélia blanc']) await pinner.pinned(title);
});
afterAll(async () => await pinner.close());

test('Pins of the account by a word, page after page', async () => {
	expect(await pinner.run('pin:search', { query: 'camélia', returnAll: true })).toMatchObject([{ title: 'Camélia blanc' }, { title: 'Camélia rouge' }]);
	expect(await pinner.asked('/search/pins')).toEqual({ query: 'camélia' });
	expect(await pinner.run('pin:search', { query: 'camélia', returnAll: false, limit: 1 })).toHaveLength(1);
	expect(await pinner.run('pin:search', { query: 'pivoine', returnAll: true })).toEqual([]);
});

test('boards of the account by a word', async () => {
	expect(await pinner.run('board:search', { query: 'bouquets', returnAll: true })).toMatchObject([{ id: board.id, name: board.name }]);
	expect(await pinner.asked('/search/boards')).toEqual({ query: 'bouquets', page_size: '250' });
});

test('Pins of anybody, for apps that may', async () => {
	const found = await pinner.run('pin:searchPublic', { query: 'camélia', country: 'FR', returnAll: false, limit: 2, options: { locale: 'fr-FR' } });
	expect(found).toMatchObject([{ title: 'Camélia blanc', media: { media_type: 'image' } }, { title: 'Camélia rouge' }]);
	expect(await pinner.asked('/search/partner/pins')).toEqual({ term: 'camélia', country_code: 'FR', limit: '2', locale: 'fr-FR' });
	await pinner.run('pin:searchPublic', { query: 'camélia', country: 'FR', returnAll: true });
	expect(await pinner.asked('/search/partner/pins')).toMatchObject({ limit: '50' });
	await pinner.settings({ pinterest: { beta: false } });
	expect(await pinner.refusal('pin:searchPublic', { query: 'camélia', country: 'FR' })).toMatchObject({ details: { code: '29', verdict: 'stop', hint: expect.stringContaining('beta') } });
});

test('the permission for secret Pins and boards is asked for', async () => {
	await pinner.settings({ pinterest: { dropScopes: ['pins:read_secret'] } });
	expect(await pinner.refusal('pin:search', { query: 'a' })).toMatchObject({ details: { code: '3', verdict: 'reconnect', hint: expect.stringContaining('tick') } });
});

test('nothing to look for', async () => {
	expect(await pinner.refusal('pin:search', { query: ' ' })).toMatchObject({ error: 'Query: is empty.' });
});
