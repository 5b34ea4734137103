import type { Api } from '../../core/api';
import { failureOf } from '../../core/errors';
import { reads, writes } from './requests';

/** Passes on every failure but that it does not exist. */
export function gone(error: unknown): void {
	if (failureOf(error).status !== 404) throw error;
}

/** Deletes what is at `path` under its ID. Without an answer the thing itself tells whether it is gone. */
export async function removed(api: Api, id: string, path: string, owner: { ad_account_id?: string } = {}, isThere?: () => Promise<boolean>): Promise<{ id: string; deleted: true }> {
	const url = `${path}/${id}`;
	const missing = (error: unknown) => {
		gone(error);
		return false;
	};
	const asked = isThere ?? (async () => await api.send(reads(url, owner)).then(() => true, missing));
	const reconcile = async () => ((await asked()) ? undefined : { result: {} });
	await api.send({ ...writes('DELETE', url, owner), reconcile });
	return { id, deleted: true };
}
