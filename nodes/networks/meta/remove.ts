import type { Api } from '../../core/api';
import { failureOf } from '../../core/errors';
import { isMissing } from '../../platforms/meta';
import type { Done } from '../network';

const unlessMissing = (error: unknown) => {
	if (!isMissing(failureOf(error))) throw error;
};

/** Deletes an object of the Graph. Without an answer the object itself tells whether it is gone. */
export async function remove(api: Api, id: string): Promise<{ id: string; deleted: true }> {
	const reconcile = async () => {
		const isThere = await api.send({ url: `/${id}`, qs: { fields: 'id' } }).then(() => true, unlessMissing);
		return isThere ? undefined : { result: { success: true } };
	};
	await api.send({ method: 'DELETE', url: `/${id}`, reconcile });
	return { id, deleted: true };
}

/** Takes back all that a publication made, the last of it first. What is gone already is as wished. */
export async function removeAll(api: Api, done: readonly Done[]): Promise<void> {
	for (const { id } of done.toReversed()) await remove(api, id).catch(unlessMissing);
}
