import type { youtube_v3 } from 'googleapis/build/src/apis/youtube/v3';
import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { listSearch } from '../../core/search';
import { youtube } from '../../platforms/youtube';
import { uploads } from './find';
import type { Channel, Video } from './find';

const { limits } = youtube;

/** The channel’s own videos, newest first. */
export const searchVideos = listSearch<Video>(youtube, (_, api) => uploads(api), ({ id, snippet, status }) => (id ? { name: `${snippet?.title ?? id}${status?.privacyStatus === 'public' ? '' : ` (${status?.privacyStatus ?? ''})`}`, value: id, url: youtube.watch(id) } : undefined));

export const searchPlaylists = listSearch<youtube_v3.Schema$Playlist>(youtube, { url: '/playlists', qs: { part: 'id,snippet', mine: true, maxResults: limits.page } }, ({ id, snippet }) => (id ? { name: snippet?.title ?? id, value: id } : undefined));

/** The one channel that is connected. https://developers.google.com/youtube/v3/docs/channels/list */
export const searchChannels = listSearch<Channel>(youtube, { url: '/channels', qs: { part: 'id,snippet', mine: true } }, ({ id, snippet }) => (id ? { name: snippet?.title ?? id, value: id } : undefined));

/** Categories that videos may be put into, as they are called in the United States, where there are all of them. */
const categories = listSearch<youtube_v3.Schema$VideoCategory>(youtube, { url: '/videoCategories', qs: { part: 'snippet', regionCode: 'US' } }, ({ id, snippet }) => (id && snippet?.assignable ? { name: snippet.title ?? id, value: id } : undefined));

export async function getCategories(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const { results } = await categories.call(this);
	return results.map(({ name, value }) => ({ name, value })).sort((a, b) => a.name.localeCompare(b.name));
}
