import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { PlatformError, failureOf } from '../../core/errors';
import type { Request } from '../../core/request';

/** A post that TikTok has taken on. With an `upload_url` nothing comes of it until all bytes are there. */
export interface Begun {
	publish_id: string;
	upload_url?: string;
}

export const UNAUDITED = 'unaudited_client_can_only_post_to_private_accounts';
const scopeless = ['scope_not_authorized', 'scope_permission_missed'];

const initRequest = (path: string, body: IDataObject): Request => ({ method: 'POST', url: `/post/publish/${path}/init/`, body, lane: 'init' });

/** An upload that was begun twice does no harm: without its bytes the other one never completes. What TikTok fetches by itself goes out at once. */
const careful = (source: IDataObject) => (source.source === 'FILE_UPLOAD' ? { idempotent: true } : ({ once: true } as const));

/** https://developers.tiktok.com/doc/content-posting-api-reference-direct-post */
export const beginVideo = async (api: Api, post_info: IDataObject, source_info: IDataObject): Promise<Begun> =>
	await api.send<Begun>({ ...initRequest('video', { post_info, source_info }), ...careful(source_info) });

/** https://developers.tiktok.com/doc/content-posting-api-reference-upload-video */
export const beginVideoDraft = async (api: Api, source_info: IDataObject): Promise<Begun> =>
	await api.send<Begun>({ ...initRequest('inbox/video', { source_info }), ...careful(source_info) });

/** https://developers.tiktok.com/doc/content-posting-api-reference-photo-post */
export const beginPhotos = async (api: Api, post_mode: 'DIRECT_POST' | 'MEDIA_UPLOAD', post_info: IDataObject, source_info: IDataObject): Promise<Begun> =>
	await api.send<Begun>({ ...initRequest('content', { media_type: 'PHOTO', post_mode, post_info, source_info }), once: true });

/** Directly, or as a draft where TikTok has not audited the app: that refusal is certain, so nothing is out twice. */
export async function directOrDraft(direct: () => Promise<Begun>, draft?: () => Promise<Begun>): Promise<Begun & { unaudited: boolean }> {
	const begun = await direct().catch((error: unknown) => {
		if (draft && failureOf(error).code === UNAUDITED) return failureOf(error);
		throw error;
	});
	if (!('verdict' in begun)) return { ...begun, unaudited: false };
	const drafted = draft?.().catch((error: unknown) => {
		if (!scopeless.includes(failureOf(error).code ?? '')) throw error;
		throw new PlatformError({ ...begun, message: begun.message, hint: 'TikTok has not audited your app. For drafts, tick “Drafts” in the credential and click Connect; or set the account to private and post to “Only Me”.' });
	});
	const { publish_id, upload_url }: Begun = { publish_id: '', ...(await drafted) };
	return { publish_id, upload_url, unaudited: true };
}
