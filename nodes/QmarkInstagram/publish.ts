import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../core/api';
import { PlatformError } from '../core/errors';
import { instagram } from '../platforms/instagram';

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-container */
interface Container {
	status_code: 'IN_PROGRESS' | 'FINISHED' | 'ERROR' | 'EXPIRED' | 'PUBLISHED';
	status?: string;
}

interface Media {
	id: string;
	timestamp: string;
}

const mediaFields = 'id,permalink,shortcode,media_type,media_product_type,timestamp';

/** Makes a container; a second one for the same media would do no harm, as only one is published. */
export const createContainer = async (api: Api, account: string, parameters: IDataObject) =>
	(await api.send<{ id: string }>({ method: 'POST', url: `/${account}/media`, body: parameters, idempotent: true })).id;

/** Waits until Instagram has processed the container; its own words where it could not. */
export async function processed(api: Api, container: string): Promise<void> {
	const ask = { url: `/${container}`, qs: { fields: 'status_code,status' } };
	const { status_code: code, status } = await api.until<Container>(ask, (body) => body.status_code !== 'IN_PROGRESS', instagram.processing);
	if (code === 'FINISHED' || code === 'PUBLISHED') return;
	const hint = 'Check format, size, length and ratio of the file against Instagram’s limits and run the item again.';
	throw new PlatformError({ verdict: 'fix-input', code, message: `Instagram could not process the media: ${status ?? code}.`, hint });
}

/**
 * Publishes a processed container, once: without an answer, the container itself tells whether it was published.
 * Answers the media as Instagram shows it.
 */
export async function publish(api: Api, account: string, container: string): Promise<IDataObject> {
	await processed(api, container);
	const began = Date.now();
	const reconcile = async () => {
		const { status_code: code } = await api.send<Container>({ url: `/${container}`, qs: { fields: 'status_code' } });
		return code === 'PUBLISHED' ? { result: await newestSince(api, account, began) } : undefined;
	};
	const { id } = await api.send<{ id: string }>({ method: 'POST', url: `/${account}/media_publish`, body: { creation_id: container }, reconcile });
	return await api.send({ url: `/${id}`, qs: { fields: mediaFields } });
}

/** The media that appeared since the call: a little earlier by the platform's clock is still it. */
async function newestSince(api: Api, account: string, began: number): Promise<Media> {
	const { data } = await api.send<{ data: Media[] }>({ url: `/${account}/media`, qs: { fields: 'id,timestamp', limit: 1 } });
	const [newest] = data;
	if (newest && Date.parse(newest.timestamp) >= began - 60_000) return newest;
	const hint = 'Open the account and look: the post is there. Do not run the item again.';
	throw new PlatformError({ verdict: 'unknown', message: 'Instagram published the post but did not tell its ID.', hint });
}
