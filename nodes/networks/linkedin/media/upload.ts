import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { PlatformError, failureOf } from '../../../core/errors';
import type { Upload } from '../../../core/upload';
import { UploadBroken, plain, put } from './address';
import type { Kind } from './file';
import { uploadVideo } from './video';

/** A broken upload is begun anew this often. */
const SESSIONS = 3;

/** One address for the whole file. https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/images-api */
async function uploadWhole(api: Api, owner: string, file: Upload, kind: 'image' | 'document'): Promise<string> {
	const { value } = await api.send<{ value: { uploadUrl: string } & IDataObject }>({ method: 'POST', url: `/rest/${kind}s?action=initializeUpload`, body: { initializeUploadRequest: { owner } }, idempotent: true });
	await put(api, value.uploadUrl, file);
	return String(value[kind]);
}

/** Nobody sees a file before a post has it: whatever became of its upload, it may be made again. */
function unseen(error: unknown, { name }: Upload): PlatformError {
	const failure = plain(failureOf(error));
	if (failure.verdict !== 'unknown' && !(error instanceof UploadBroken)) return new PlatformError(failure);
	return new PlatformError({ ...failure, verdict: 'retry', hint: `“${name}” could not be uploaded and nothing was published: run this item again.` });
}

/** Uploads a file for a post of its owner. Answers its URN. */
export async function upload(api: Api, owner: string, file: Upload, kind: Kind): Promise<string> {
	for (let session = 1; ; session++) {
		try {
			return await (kind === 'video' ? uploadVideo(api, owner, file) : uploadWhole(api, owner, file, kind));
		} catch (error) {
			if (!(error instanceof UploadBroken) || session === SESSIONS) throw unseen(error, file);
		}
	}
}
