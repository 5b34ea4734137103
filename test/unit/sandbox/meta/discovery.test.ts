import { discoverySeed } from '../../../../sandbox/networks/meta/discovery/seed';
import { seedTokens } from '../../../../sandbox/networks/meta/tokens';
import { seed } from '../../../../sandbox/networks/seed';
import { World } from './open';

let world: World;
beforeEach(async () => (world = await World.open()));
afterEach(async () => await world.close());

const account = seed.meta.instagram.id;
const page = seed.meta.page.id;
const graph = '/graph.facebook.com/v25.0';
const ask = async (path: string, params: object = {}, access_token: string = seedTokens.user) => (await world.get(`${graph}/${path}`, { access_token, ...params })).data;
const search = async (q: string) => await ask('ig_hashtag_search', { user_id: account, q });

test('a hashtag is refused what Instagram does not show under it', async () => {
	const [{ id }] = (await search('fleurs')).data;
	const media = async (params: object) => await ask(`${id}/top_media`, { user_id: account, ...params });
	const { data } = await media({ fields: 'id,caption,media_url,permalink,timestamp', limit: 50 });
	expect(data).toHaveLength(50);
	expect(data[0]).toEqual({ id: expect.stringMatching(/^1791/), caption: expect.any(String), media_url: expect.any(String), permalink: expect.any(String), timestamp: expect.any(String) });
	expect(await media({ fields: 'username' })).toMatchObject({ error: { code: 100, message: expect.stringContaining('nonexisting field (username)') } });
	expect(await media({ limit: 51 })).toMatchObject({ error: { code: 100 } });
	expect(await media({ since: 1 })).toMatchObject({ error: { code: 100, message: expect.stringContaining('Unknown parameter: since') } });
	expect(await ask(`${id}/top_media`)).toMatchObject({ error: { code: 100, message: expect.stringContaining('user_id is required') } });
	expect(await ask(`${id}/top_media`, { user_id: '1' })).toMatchObject({ error: { code: 100, error_subcode: 33 } });
});

test('mentions show what Instagram shows of them, and nothing by their own id', async () => {
	const { mentioningMedia, mentioningComment } = discoverySeed;
	expect(await ask(account, { fields: `mentioned_media.media_id(${mentioningMedia}){id,permalink}` })).toMatchObject({ error: { code: 100 } });
	expect(await ask(account, { fields: `mentioned_comment.comment_id(${mentioningComment}){id,username}` })).toMatchObject({ error: { code: 100 } });
	expect(await ask(account, { fields: `mentioned_comment.comment_id(${mentioningComment}){id,media{id}}` })).toMatchObject({ mentioned_comment: { id: mentioningComment, media: { id: discoverySeed.commentedMedia } } });
	for (const id of [mentioningMedia, mentioningComment, discoverySeed.neighbour.id]) expect(await ask(id)).toMatchObject({ error: { code: 100, error_subcode: 33 } });
});

test('a like names media or a comment, never both', async () => {
	const like = async (on: object) => (await world.form(`${graph}/${account}/likes`, { access_token: seedTokens.user, ...on })).data;
	expect(await like({})).toMatchObject({ error: { code: 100 } });
	expect(await like({ media_id: discoverySeed.taggedMedia, comment_id: discoverySeed.mentioningComment })).toMatchObject({ error: { code: 100 } });
	expect(await like({ media_id: discoverySeed.taggedMedia })).toEqual({ success: true });
	expect(await like({ comment_id: discoverySeed.taggedMedia })).toMatchObject({ error: { code: 100, error_subcode: 2207006 } });
});

test('the page’s profile takes a page’s token and known parameters', async () => {
	expect(await ask(`${page}/roles`)).toMatchObject({ error: { code: 200 } });
	expect(await ask(`${page}/assigned_users`, {}, seedTokens.page)).toMatchObject({ error: { code: 100, message: expect.stringContaining('business is required') } });
	expect((await world.form(`${graph}/${page}`, { access_token: seedTokens.page, name: 'Autre' })).data).toMatchObject({ error: { message: expect.stringContaining('Unknown parameter: name') } });
	expect((await world.form(`${graph}/${page}`, { access_token: seedTokens.page })).data).toMatchObject({ error: { code: 100 } });
});

test('what was changed, asked for and written outlives a restart', async () => {
	await world.form(`${graph}/${page}`, { access_token: seedTokens.page, about: 'Fleurs du marché' });
	await world.settings({ meta: { visitorPost: { text: 'Bonjour' } } });
	for (let n = 0; n < 30; n++) await search(`bouquet${n}`);
	await world.restart();
	expect(await ask(page, { fields: 'about' }, seedTokens.page)).toMatchObject({ about: 'Fleurs du marché' });
	expect(await ask(`${page}/visitor_posts`, { fields: 'message,from' }, seedTokens.page)).toMatchObject({ data: [{ message: 'Bonjour', from: { name: 'Inês' } }] });
	expect(await search('bouquet3')).toMatchObject({ data: [{ id: expect.any(String) }] });
	expect(await search('fleurs')).toMatchObject({ error: { code: 18, error_subcode: 2207034 } });
});

test.each([
	{ mention: { in: 'story', text: 'a' } },
	{ mention: true },
	{ visitorPost: { from: 'Inês' } },
	{ storyViewers: -1 },
])('a setting of the wrong shape is refused: %j', async (meta) => {
	expect((await world.http.post('/_sandbox/settings', { meta })).status).toBe(400);
});
