import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import type { Request } from '../../core/request';
import { tiktok } from '../../platforms/tiktok';

const { pageSize } = tiktok.limits;

/** Names of fields as TikTok takes them, comma-separated. */
export function fieldsOf(label: string, fields: readonly string[]): string {
	if (fields.length === 0) throw refused(label, 'none is chosen.', 'Choose at least one field.');
	return fields.join(',');
}

/** The account’s public videos, newest first. https://developers.tiktok.com/doc/tiktok-api-v2-video-list */
export const listRequest = (fields: string, { returnAll, limit }: { returnAll: boolean; limit: number }): Request => ({
	...{ method: 'POST', url: '/video/list/', qs: { fields }, idempotent: true },
	body: { max_count: returnAll ? pageSize : Math.max(1, Math.min(limit, pageSize)) },
});

/** An ID, or the address of a video in place of it. */
function idIn(part: string): string {
	const [, id] = /^(?:https:\/\/\S+\/(?:video|photo)\/)?(\d+)(?:[/?#]\S*)?$/.exec(part) ?? [];
	if (id !== undefined) return id;
	throw refused('Video IDs', `“${part.slice(0, 80)}” is neither the ID nor the address of a video.`, 'Give numbers such as 7400000000000000001, as texts: as numbers JavaScript rounds them.');
}

export function videoIdsIn(text: unknown): string[] {
	const ids = [...new Set(String(text).split(/[\s,]+/).filter(Boolean).map(idIn))];
	if (ids.length === 0) throw refused('Video IDs', 'is empty.', 'Give the IDs of one or more videos.');
	return ids;
}

/** Videos by their IDs, in their order, with their IDs whether asked for or not; one that TikTok does not show is told. https://developers.tiktok.com/doc/tiktok-api-v2-video-query */
export async function* videosBy(api: Api, ids: readonly string[], fields: string): AsyncGenerator<IDataObject> {
	const asked = fields.split(',').includes('id') ? fields : `id,${fields}`;
	for (let from = 0; from < ids.length; from += pageSize) {
		const some = ids.slice(from, from + pageSize);
		const { videos = [] } = await api.send<{ videos?: IDataObject[] }>({ method: 'POST', url: '/video/query/', qs: { fields: asked }, body: { filters: { video_ids: some } }, idempotent: true });
		for (const id of some) yield videos.find((video) => video.id === id) ?? { id, available: false };
	}
}
