import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import { instagram } from '../../platforms/instagram';

/** Of other people's media; who published them is not told. https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-hashtag/recent-media */
const mediaFields = 'id,caption,media_type,media_url,permalink,timestamp,like_count,comments_count,children{id,media_type,media_url}';

/** Without `#`, as Instagram looks for it. */
function hashtagIn(text: string): string {
	const name = text.trim().replace(/^#/, '').toLowerCase();
	if (/^[\p{L}\p{M}\p{N}_]+$/u.test(name)) return name;
	throw refused('Hashtag', `“${text.trim()}” is not one hashtag; it holds letters, digits and _ only, no emoji.`, 'Give one hashtag without spaces, such as fleurs.');
}

/** The hashtag's ID, the same for everybody and for ever. Asking counts towards the 30 of seven days. */
export async function findHashtag(api: Api, account: string, text: string): Promise<{ id: string; name: string }> {
	const name = hashtagIn(text);
	const { data } = await api.send<{ data: { id: string }[] }>({ url: '/ig_hashtag_search', qs: { user_id: account, q: name } });
	const [found] = data;
	if (found) return { id: found.id, name };
	throw refused('Hashtag', `Instagram knows no “${name}”.`, 'Check its spelling.');
}

/** Media under a hashtag: the most popular ones, or those of the last 24 hours. */
export async function* hashtagMedia(api: Api, account: string, text: string, order: 'recent' | 'top', wanted: number): AsyncGenerator<object> {
	const { id } = await findHashtag(api, account, text);
	yield* api.pages({ url: `/${id}/${order}_media`, qs: { user_id: account, fields: mediaFields, limit: Math.min(wanted, instagram.limits.hashtagPage) } });
}
