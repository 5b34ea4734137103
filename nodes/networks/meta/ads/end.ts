import type { Api } from '../../../core/api';
import { failureOf } from '../../../core/errors';
import { isMissing } from '../../../platforms/meta';
import { change } from './change';
import type { OnlyIf } from './change';
import { liveOf } from './objects';
import type { Kind } from './objects';

interface Target {
	kind: Kind;
	adAccount: string;
	id: string;
}

/** Runs, pauses or archives it. What is so already is left alone. */
export const setStatus = async (api: Api, target: Target, status: 'ACTIVE' | 'PAUSED' | 'ARCHIVED', how: { onlyIf?: OnlyIf; validateOnly?: boolean }) =>
	await change(api, target, () => ({ status }), how);

/** Deletes it, once: what is deleted stays readable, with that status. Without an answer the object itself tells. */
export async function deleteObject(api: Api, { kind, adAccount, id }: Target): Promise<{ id: string; deleted: true }> {
	const isDeleted = async () => (await liveOf(api, kind, adAccount, id, ['status'])).status === 'DELETED';
	if (await isDeleted()) return { id, deleted: true };
	const reconcile = async () => ((await isDeleted()) ? { result: { success: true } } : undefined);
	await api.send({ method: 'DELETE', url: `/${id}`, reconcile });
	return { id, deleted: true };
}

/** What is gone once it is deleted: a video, an image. Deleting it again does no harm. */
export async function deleteFile(api: Api, request: { url: string; qs?: { hash: string } }): Promise<void> {
	await api.send({ method: 'DELETE', ...request, idempotent: true }).catch((error: unknown) => {
		if (!isMissing(failureOf(error))) throw error;
	});
}
