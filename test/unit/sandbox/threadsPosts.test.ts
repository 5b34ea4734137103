import type { AxiosResponse } from 'axios';
import { seed } from '../../../sandbox/networks/seed';
import { day, redirect_uri, World } from './meta/open';

const { appId, appSecret, accounts } = seed.threads;
const [first, second] = accounts;
const everything = ['basic', 'content_publish', 'manage_replies', 'read_replies', 'manage_insights', 'keyword_search', 'manage_mentions', 'delete'].map((name) => `threads_${name}`).join(',');

let world: World;
beforeEach(async () => {
	world = await World.open();
});
afterEach(async () => await world.close());

/** Connects; answers the short ways to what a client does. */
async function connected(account: string = first.id, scope = everything) {
	const redirect = await world.consent('/www.threads.net/oauth/authorize', { client_id: appId, scope }, { account });
	const code = redirect.searchParams.get('code') ?? '';
	const { data } = await world.form('/graph.threads.net/oauth/access_token', { client_id: appId, client_secret: appSecret, grant_type: 'authorization_code', redirect_uri, code });
	const headers = { authorization: `Bearer ${data.access_token}` };
	const at = (path: string) => `/graph.threads.net/v1.0/${path}`;
	const get = async (path: string, params: object = {}): Promise<AxiosResponse> => await world.http.get(at(path), { params, headers });
	const post = async (path: string, fields: Record<string, string> = {}): Promise<AxiosResponse> => await world.http.post(at(path), new URLSearchParams(fields), { headers });
	const create = async (fields: Record<string, string>) => (await post('me/threads', fields)).data.id as string;
	const publish = async (creation_id: string) => await post('me/threads_publish', { creation_id });
	const status = async (id: string) => (await get(id, { fields: 'id,status,error_message' })).data;
	return {
		...{ get, post, create, publish, status },
		remove: async (id: string): Promise<AxiosResponse> => await world.http.delete(at(id), { headers }),
		text: async (text: string, more: Record<string, string> = {}) => (await publish(await create({ media_type: 'TEXT', text, ...more }))).data.id as string,
	};
}

const sample = (name: string) => `${world.origin}/media/samples/${name}`;
const shown = async () => (await world.timeline()).map(({ account, kind, text }) => `${account} ${kind}: ${text}`).reverse();
const errorOf = ({ data }: AxiosResponse) => data.error;
/** Until a video is fetched. */
const fetched = async (asked: () => Promise<{ status: string }>, status: string) => {
	for (let tries = 0; (await asked()).status !== status; tries++) {
		if (tries > 50) throw new Error(`It is still ${(await asked()).status}.`);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
};

describe('containers', () => {
	it('publishes in two steps, once, and shows the post', async () => {
		const { create, status, publish, get } = await connected();
		const id = await create({ media_type: 'IMAGE', image_url: sample('mariage-blanc.jpg'), text: 'Blanc', alt_text: 'Des roses' });
		expect(await status(id)).toEqual({ id, status: 'FINISHED' });
		const { data: published } = await publish(id);
		expect(await status(id)).toEqual({ id, status: 'PUBLISHED' });
		expect(errorOf(await publish(id))).toMatchObject({ code: 9007 });
		const { permalink } = (await get(published.id, { fields: 'permalink' })).data;
		expect(await world.timeline()).toMatchObject([{ network: 'threads', account: first.name, kind: 'photo', text: 'Blanc', url: permalink, media: [{ alt: 'Des roses' }] }]);
		await world.restart();
		expect((await world.http.get(permalink)).data).toContain('Blanc');
		expect(await status(id)).toEqual({ id, status: 'PUBLISHED' });
		expect(errorOf(await get(published.id, { fields: 'status' }))).toMatchObject({ code: 100, message: expect.stringContaining('nonexisting field (status)') });
	});

	it('processes videos by the clock, and says what is wrong with one', async () => {
		const { create, status, publish } = await connected();
		await world.settings({ threads: { processingSeconds: 60 } });
		const id = await create({ media_type: 'VIDEO', video_url: sample('eclosion-camelia.mp4'), text: 'Vidéo' });
		expect((await status(id)).status).toBe('IN_PROGRESS');
		expect(errorOf(await publish(id))).toMatchObject({ code: 24, error_subcode: 4279009 });
		// Only from when it is fetched does its processing count.
		await new Promise((resolve) => setTimeout(resolve, 200));
		await world.pass(61);
		expect((await status(id)).status).toBe('FINISHED');
		expect((await publish(id)).data.id).toMatch(/^180/);
		const missing = await create({ media_type: 'VIDEO', video_url: sample('missing.mp4') });
		await fetched(async () => await status(missing), 'ERROR');
		expect(await status(missing)).toEqual({ id: missing, status: 'ERROR', error_message: 'FAILED_DOWNLOADING_VIDEO' });
		const sound = await create({ media_type: 'VIDEO', video_url: sample('message-camille.ogg') });
		await fetched(async () => await status(sound), 'ERROR');
		expect(await status(sound)).toMatchObject({ error_message: 'FAILED_PROCESSING_VIDEO' });
		expect(errorOf(await publish(sound))).toMatchObject({ code: 100 });
	});

	it('lets them expire after a day, and a fetch end with a restart', async () => {
		const { create, status, publish } = await connected(first.id);
		await world.settings({ threads: { accessSeconds: 60 * day } });
		const again = await connected(first.id);
		const id = await create({ media_type: 'TEXT', text: 'Demain' });
		await world.pass(day);
		expect(await again.status(id)).toMatchObject({ status: 'EXPIRED' });
		expect(errorOf(await again.publish(id))).toMatchObject({ code: 24, error_subcode: 2207008 });
		expect([await status(id), errorOf(await publish(id))]).toMatchObject([{ error: { code: 190 } }, { code: 190 }]);
	});

	it('does not find new ones for a while, where it is set so', async () => {
		const { create, publish } = await connected();
		await world.settings({ threads: { unfoundSeconds: 30 } });
		const id = await create({ media_type: 'TEXT', text: 'Patience' });
		expect(errorOf(await publish(id))).toMatchObject({ code: 24, error_subcode: 4279009, error_user_msg: `The media with id ${id} cannot be found.` });
		await world.pass(31);
		expect((await publish(id)).status).toBe(200);
	});

	it('makes carousels of images and videos', async () => {
		const { create, post, publish, status, get } = await connected();
		await world.settings({ threads: { processingSeconds: 0 } });
		const image = await create({ media_type: 'IMAGE', image_url: sample('mariage-blanc.jpg'), is_carousel_item: 'true' });
		const video = await create({ media_type: 'VIDEO', video_url: sample('eclosion-camelia.mp4'), is_carousel_item: 'true' });
		const whole = await create({ media_type: 'CAROUSEL', children: `${image},${video}`, text: 'Carrousel' });
		await fetched(async () => await status(whole), 'FINISHED');
		expect(errorOf(await publish(image))).toMatchObject({ code: 100, message: expect.stringContaining('on its own') });
		const { data } = await publish(whole);
		expect((await get(data.id, { fields: 'media_type,children' })).data).toMatchObject({ media_type: 'CAROUSEL_ALBUM', children: { data: [{}, {}] } });
		expect(await world.timeline()).toMatchObject([{ kind: 'carousel', media: [{ kind: 'image' }, { kind: 'video' }] }]);
		const single = await create({ media_type: 'IMAGE', image_url: sample('mariage-blanc.jpg') });
		expect(errorOf(await post('me/threads', { media_type: 'CAROUSEL', children: image })).message).toContain('2 to 20');
		expect(errorOf(await post('me/threads', { media_type: 'CAROUSEL', children: `${image},${single}` })).message).toContain('is_carousel_item');
		expect(errorOf(await post('me/threads', { media_type: 'CAROUSEL', children: `${image},1` })).message).toContain('no container');
	});

	it('publishes a text at once where it is asked to', async () => {
		const { create, get, post } = await connected();
		const id = await create({ media_type: 'TEXT', text: 'Tout de suite', auto_publish_text: 'true' });
		expect((await get(id, { fields: 'text,media_type' })).data).toEqual({ id, text: 'Tout de suite', media_type: 'TEXT_POST' });
		expect(errorOf(await post('me/threads', { media_type: 'IMAGE', image_url: sample('mariage-blanc.jpg'), auto_publish_text: 'true' }))).toMatchObject({ code: 100 });
	});

	it.each([
		['an unknown parameter', { media_type: 'TEXT', text: 'a', caption: 'b' }, 'Unknown parameter: caption'],
		['no kind', { text: 'a' }, 'media_type is required'],
		['a kind that there is not', { media_type: 'STORY' }, 'must be one of'],
		['no text', { media_type: 'TEXT' }, 'text is required'],
		['501 letters', { media_type: 'TEXT', text: 'x'.repeat(501) }, 'at most 500 characters'],
		['126 emojis, which are 504 bytes', { media_type: 'TEXT', text: '\u{1f337}'.repeat(126) }, 'at most 500 characters'],
		['six links', { media_type: 'TEXT', text: [1, 2, 3, 4, 5, 6].map((n) => `https://a.example/${n}`).join(' ') }, 'LINK_LIMIT_EXCEEDED'],
		['a sixth link as an attachment', { media_type: 'TEXT', text: [1, 2, 3, 4, 5].map((n) => `https://a.example/${n}`).join(' '), link_attachment: 'https://b.example/' }, 'LINK_LIMIT_EXCEEDED'],
		['a link above an image', { media_type: 'IMAGE', image_url: 'https://a.example/a.jpg', link_attachment: 'https://b.example/' }, 'link_attachment is for media_type TEXT only'],
		['a spoiler without media', { media_type: 'TEXT', text: 'a', is_spoiler_media: 'true' }, 'is_spoiler_media is for'],
		['a topic with a dot', { media_type: 'TEXT', text: 'a', topic_tag: 'a.b' }, 'topic_tag must have'],
		['a topic of 51 letters', { media_type: 'TEXT', text: 'a', topic_tag: 'x'.repeat(51) }, 'topic_tag must have'],
		['a poll with one option', { media_type: 'TEXT', text: 'a', poll_attachment: '{"option_a":"Rose"}' }, 'poll_attachment must have option_a and option_b'],
		['a poll with a long option', { media_type: 'TEXT', text: 'a', poll_attachment: JSON.stringify({ option_a: 'Rose', option_b: 'x'.repeat(26) }) }, '1 to 25 characters'],
		['another reply control', { media_type: 'TEXT', text: 'a', reply_control: 'nobody' }, 'reply_control must be one of'],
		['a post to answer that there is not', { media_type: 'TEXT', text: 'a', reply_to_id: '1' }, 'does not exist'],
		['an item with a text', { media_type: 'IMAGE', image_url: 'https://a.example/a.jpg', is_carousel_item: 'true', text: 'a' }, 'belongs to the carousel'],
	])('refuses %s', async (_, fields: Record<string, string>, message) => {
		const { post } = await connected();
		const refused = await post('me/threads', fields);
		expect([refused.status, errorOf(refused)]).toMatchObject([400, { code: 100, message: expect.stringContaining(message) }]);
		expect(await shown()).toEqual([]);
	});

	it('takes 500 letters, and 125 emojis', async () => {
		const { text } = await connected();
		for (const words of ['x'.repeat(500), '\u{1f337}'.repeat(125)]) expect(await text(words)).toMatch(/^180/);
	});
});

describe('conversations', () => {
	it('lists replies and whole conversations, hides and shows, and tells who answers what', async () => {
		const { text, get, post } = await connected();
		const top = await text('Une question');
		await world.settings({ threads: { reply: { on: top, text: 'Oui !' } } });
		const [answer] = (await get(`${top}/replies`, { fields: 'id,text,username,is_reply,replied_to,root_post,hide_status' })).data.data;
		expect(answer).toMatchObject({ text: 'Oui !', username: 'ines.almeida', is_reply: true, replied_to: { id: top }, root_post: { id: top }, hide_status: 'NOT_HUSHED' });
		const thanks = await text('Merci', { reply_to_id: answer.id });
		expect((await get(`${top}/replies`)).data.data).toEqual([{ id: answer.id }]);
		expect((await get(`${top}/conversation`)).data.data).toEqual([{ id: thanks }, { id: answer.id }]);
		expect((await get(`${top}/conversation`, { reverse: 'false' })).data.data).toEqual([{ id: answer.id }, { id: thanks }]);
		expect((await get('me/replies', { fields: 'id,is_reply_owned_by_me' })).data.data).toEqual([{ id: thanks, is_reply_owned_by_me: true }]);
		expect((await get('me/threads')).data.data).toEqual([{ id: top }]);
		expect((await post(`${answer.id}/manage_reply`, { hide: 'true' })).data).toEqual({ success: true });
		expect(await shown()).toEqual([`${first.name} text: Une question`, `${first.name} reply: Merci`]);
		await post(`${answer.id}/manage_reply`, { hide: 'false' });
		expect(await shown()).toContain('ines.almeida reply: Oui !');
		expect(errorOf(await post(`${top}/manage_reply`, { hide: 'true' })).message).toContain('Only replies');
	});

	it('finds mentions, and posts by a word', async () => {
		const { text, get } = await connected();
		await text('Nos camélias');
		await world.settings({ threads: { mention: { from: 'bruno.lopes', text: `Merci @${first.name}. Vive les camélias !` } } });
		await world.settings({ threads: { mention: { text: `@${first.name}.nantes est un autre` } } });
		expect((await get('me/mentions', { fields: 'text,username' })).data.data).toMatchObject([{ username: 'bruno.lopes' }]);
		expect((await get('keyword_search', { q: 'Camélias', search_type: 'RECENT', fields: 'username' })).data.data).toMatchObject([{ username: 'bruno.lopes' }, { username: first.name }]);
		const { data } = await get('keyword_search', { q: 'camélias', limit: 1 });
		expect(data.paging.next).toContain('after=');
		expect((await get('keyword_search', { q: 'camélias', until: 1000 })).data.data).toEqual([]);
		expect(errorOf(await get('keyword_search'))).toMatchObject({ code: 100 });
	});

	it('quotes, reposts and deletes', async () => {
		const { text, get, post, remove } = await connected();
		const top = await text('À partager');
		const quote = await text('Voyez', { quote_post_id: top });
		const { id: shared } = (await post(`${top}/repost`)).data;
		expect((await get(quote, { fields: 'is_quote_post,quoted_post' })).data).toMatchObject({ is_quote_post: true, quoted_post: { id: top } });
		expect((await get(shared, { fields: 'media_type,reposted_post' })).data).toMatchObject({ media_type: 'REPOST_FACADE', reposted_post: { id: top } });
		expect((await get(`${top}/insights`, { metric: 'views,reposts,quotes' })).data.data).toMatchObject([{ name: 'views', values: [{ value: expect.any(Number) }] }, { values: [{ value: 1 }] }, { values: [{ value: 1 }] }]);
		const stranger = await connected(second.id);
		expect(errorOf(await stranger.remove(quote))).toMatchObject({ code: 100, error_subcode: 33 });
		expect(errorOf(await stranger.get(quote))).toMatchObject({ error_subcode: 33 });
		expect((await remove(quote)).data).toEqual({ success: true, deleted_id: quote });
		expect(errorOf(await remove(quote))).toMatchObject({ error_subcode: 33 });
		expect(await shown()).toEqual([`${first.name} text: À partager`, `${first.name} repost: À partager`]);
	});
});

describe('the account', () => {
	it('counts what is left of the day: posts, replies and deletions apart', async () => {
		const { text, get, remove, create, publish } = await connected();
		await world.settings({ threads: { publishingQuota: 2, replyQuota: 1, deleteQuota: 1 } });
		const top = await text('Une');
		await text('Réponse', { reply_to_id: top });
		const fields = 'quota_usage,config,reply_quota_usage,reply_config,delete_quota_usage,delete_config';
		expect((await get('me/threads_publishing_limit', { fields })).data.data).toEqual([
			{ quota_usage: 1, config: { quota_total: 2, quota_duration: day }, reply_quota_usage: 1, reply_config: { quota_total: 1, quota_duration: day }, delete_quota_usage: 0, delete_config: { quota_total: 1, quota_duration: day } },
		]);
		expect(errorOf(await publish(await create({ media_type: 'TEXT', text: 'Encore', reply_to_id: top })))).toMatchObject({ code: 9, error_subcode: 2207042 });
		const other = await text('Deux');
		expect(errorOf(await publish(await create({ media_type: 'TEXT', text: 'Trois' })))).toMatchObject({ code: 9 });
		await remove(other);
		expect(errorOf(await remove(top))).toMatchObject({ code: 9 });
		await world.settings({ threads: { publishingQuota: 9, restricted: true } });
		expect(errorOf(await publish(await create({ media_type: 'TEXT', text: 'Trois' })))).toMatchObject({ error_subcode: 4279013 });
	});

	it('shows itself and its numbers', async () => {
		const { get } = await connected();
		expect((await get('me', { fields: 'id,username,threads_biography,is_verified' })).data).toEqual({ id: first.id, username: first.name, threads_biography: expect.any(String), is_verified: false });
		const insights = async (params: object) => await get('me/threads_insights', params);
		const { data } = await insights({ metric: 'views,likes,clicks' });
		expect(data.data).toMatchObject([{ name: 'views', values: [{ end_time: expect.any(String) }, {}] }, { total_value: { value: expect.any(Number) } }, { link_total_values: [{ link_url: expect.any(String) }] }]);
		expect((await insights({ metric: 'follower_demographics', breakdown: 'gender' })).data.data[0].total_value.breakdowns[0]).toMatchObject({ dimension_keys: ['gender'] });
		expect(errorOf(await insights({ metric: 'follower_demographics' })).message).toContain('breakdown');
		expect(errorOf(await insights({ metric: 'followers_count', since: 1 })).message).toContain('since and until');
		expect(errorOf(await insights({ metric: 'impressions' }))).toMatchObject({ code: 100 });
		expect(errorOf(await get('me', { fields: 'email' }))).toMatchObject({ code: 100 });
		expect(errorOf(await get('me/stories'))).toMatchObject({ code: 100 });
	});

	it.each([
		['threads_content_publish', async ({ post }: Awaited<ReturnType<typeof connected>>) => await post('me/threads', { media_type: 'TEXT', text: 'a' })],
		['threads_read_replies', async ({ get }: Awaited<ReturnType<typeof connected>>) => await get('me/replies')],
		['threads_manage_mentions', async ({ get }: Awaited<ReturnType<typeof connected>>) => await get('me/mentions')],
		['threads_manage_insights', async ({ get }: Awaited<ReturnType<typeof connected>>) => await get('me/threads_insights', { metric: 'likes' })],
		['threads_keyword_search', async ({ get }: Awaited<ReturnType<typeof connected>>) => await get('keyword_search', { q: 'a' })],
		['threads_delete', async ({ remove }: Awaited<ReturnType<typeof connected>>) => await remove('1')],
		['threads_manage_replies', async ({ post }: Awaited<ReturnType<typeof connected>>) => await post('1/manage_reply', { hide: 'true' })],
	])('asks for the permission %s', async (permission, call) => {
		const refused = await call(await connected(first.id, everything.split(',').filter((one) => one !== permission).join(',')));
		expect([refused.status, errorOf(refused)]).toMatchObject([403, { code: 200, message: expect.stringContaining(permission) }]);
	});
});
