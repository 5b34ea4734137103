import type { Api } from '../../core/api';
import { refused } from '../../core/errors';

/** What Instagram shows of somebody else's account, and of what it published. https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/business_discovery */
const profileFields = 'id,ig_id,username,name,biography,website,profile_picture_url,followers_count,follows_count,media_count';
const mediaFields = 'id,caption,media_type,media_product_type,media_url,thumbnail_url,permalink,timestamp,username,like_count,comments_count';

/** It becomes part of an expression, so nothing else may stand in it. */
function usernameIn(text: string): string {
	const username = text.trim().replace(/^@/, '');
	if (/^[\w.]{1,30}$/.test(username)) return username;
	throw refused('Username', `“${username}” is not a username of Instagram.`, 'Give it as it stands in the address of the profile, such as atelier.camelia.');
}

async function discovered<T>(api: Api, account: string, username: string, fields: string): Promise<T> {
	const expression = `business_discovery.username(${usernameIn(username)}){${fields}}`;
	return (await api.send<{ business_discovery: T }>({ url: `/${account}`, qs: { fields: expression } })).business_discovery;
}

export const discoveredAccount = async (api: Api, account: string, username: string) => await discovered<object>(api, account, username, profileFields);

interface Listing {
	media?: { data: object[]; paging?: { cursors?: { after?: string } } };
}

/** What another account published, newest first. The pages of a listing inside a field are asked for by their cursors. */
export async function* discoveredMedia(api: Api, account: string, username: string, size: number): AsyncGenerator<object> {
	let after: string | undefined;
	do {
		const cursor: string = after === undefined ? '' : `.after(${after})`;
		const { media }: Listing = await discovered<Listing>(api, account, username, `media.limit(${size})${cursor}{${mediaFields}}`);
		yield* media?.data ?? [];
		after = media?.data.length ? media.paging?.cursors?.after : undefined;
	} while (after !== undefined);
}
