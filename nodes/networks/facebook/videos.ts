import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import { readBack } from './posts';
import { scheduledTime } from './schedule';

export const usualFields = 'id,title,description,created_time,updated_time,permalink_url,post_id,published,scheduled_publish_time,length,picture,views,status';

interface Changes {
	contentTags?: string;
	description?: string;
	embeddable?: boolean;
	publishAt?: string;
	publishNow?: boolean;
	title?: string;
}

const listIn = (text: string | undefined): string[] | undefined => text?.split(',').map((part) => part.trim()).filter(Boolean);

const isAs = (seen = '', wanted = seen) => seen === wanted;

/** Changes a video or reel to fixed values, which may be repeated; whether it was published, with its texts, is asked. Its title goes by `name` here. https://developers.facebook.com/docs/graph-api/reference/video#Updating */
export async function changeVideo(api: Api, id: string, { title, description, contentTags, embeddable, publishAt, publishNow }: Changes) {
	const changes = { name: title, description, content_tags: listIn(contentTags), embeddable, scheduled_publish_time: scheduledTime(publishAt), published: publishNow || undefined };
	if (Object.values(changes).every((value) => value === undefined)) throw refused('Update Fields', 'nothing is to be changed.', 'Add a field to change.');
	const reconcile = async () => {
		const seen = await api.send<{ published?: boolean; title?: string; description?: string }>({ url: `/${id}`, qs: { fields: 'published,title,description' } });
		// One that was published before tells nothing of this call.
		return seen.published && isAs(seen.title, title) && isAs(seen.description, description) ? { result: { success: true } } : undefined;
	};
	await api.send({ method: 'POST', url: `/${id}`, body: changes, idempotent: true, ...(publishNow && { reconcile }) });
	return { id, updated: true, ...(await readBack(api, id, 'id,title,description,updated_time,permalink_url,published,scheduled_publish_time')) };
}
