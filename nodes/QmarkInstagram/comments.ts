import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../core/api';
import { PlatformError } from '../core/errors';

const ownFields = 'id,text,timestamp,username,like_count,hidden';

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-comment#fields */
export const commentFields = `${ownFields},from{id,username},parent_id,replies{${ownFields}}`;

/** Meta's words for an object that does not exist, or not for this person. */
const GONE = '100/33';

/** Deletes a comment. Without an answer, looks whether it is still there. */
export async function removeComment(api: Api, id: string): Promise<IDataObject> {
	const gone = (error: unknown) => {
		if (error instanceof PlatformError && error.code === GONE) return { result: {} };
		throw error;
	};
	const reconcile = async () => await api.send({ url: `/${id}`, qs: { fields: 'id' } }).then(() => undefined, gone);
	await api.send({ method: 'DELETE', url: `/${id}`, reconcile });
	return { id, deleted: true };
}
