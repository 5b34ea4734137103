import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { PlatformError, failureOf } from '../../core/errors';
import type { Request } from '../../core/request';
import { tiktok } from '../../platforms/tiktok';
import { failedPost } from '../../platforms/tiktokErrors';

/** https://developers.tiktok.com/doc/content-posting-api-reference-get-video-status; the misspelt name is TikTok's. */
export interface Status {
	status: 'PROCESSING_UPLOAD' | 'PROCESSING_DOWNLOAD' | 'SEND_TO_USER_INBOX' | 'PUBLISH_COMPLETE' | 'FAILED';
	fail_reason?: string;
	publicaly_available_post_id?: (string | number)[];
	uploaded_bytes?: number;
	downloaded_bytes?: number;
}

export const statusRequest = (publish_id: string): Request => ({ method: 'POST', url: '/post/publish/status/fetch/', body: { publish_id }, lane: 'status', idempotent: true });

export const statusOf = async (api: Api, publishId: string): Promise<Status> => await api.send<Status>(statusRequest(publishId));

export const isSettled = ({ status }: Status): boolean => status === 'SEND_TO_USER_INBOX' || status === 'PUBLISH_COMPLETE' || status === 'FAILED';

/** Only what everybody may see has an ID, and only once TikTok has looked at it. */
export const postIdIn = ({ publicaly_available_post_id: [id] = [] }: Status): string | undefined => (id === undefined ? undefined : String(id));

/** TikTok took a post and then refused it: nothing is public, whatever its verdict. */
export class FailedPost extends PlatformError {
	constructor(reason = '') {
		super(failedPost(reason));
	}
}

export function unlessFailed(status: Status): Status {
	if (status.status === 'FAILED') throw new FailedPost(status.fail_reason);
	return status;
}

const states = { PUBLISH_COMPLETE: 'published', SEND_TO_USER_INBOX: 'draft', FAILED: 'failed', PROCESSING_UPLOAD: 'processing', PROCESSING_DOWNLOAD: 'processing' } as const;

/** A status by QMARK’s words beside TikTok’s own. */
export const described = (publish_id: string, status: Status): IDataObject => ({
	...{ publish_id, state: states[status.status], post_id: postIdIn(status) },
	...(status.status === 'SEND_TO_USER_INBOX' && { next_step: tiktok.draftStep }),
	...status,
});

/** Waits until TikTok is through with it. Verdict `wait` after `seconds`: it goes on all the same. */
export async function settled(api: Api, publishId: string, seconds: number): Promise<Status> {
	const asked = api.until<Status>(statusRequest(publishId), isSettled, { every: tiktok.processing.every, atMost: seconds * 1000 });
	return await asked.catch((error: unknown) => {
		const failure = failureOf(error);
		if (failure.code !== 'processing') throw error;
		throw new PlatformError({ ...failure, message: failure.message, hint: 'TikTok goes on with it: wait for it again, or ask for its status later. Do not publish it again.' });
	});
}
