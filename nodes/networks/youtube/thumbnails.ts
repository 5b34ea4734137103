import type { youtube_v3 } from 'googleapis/build/src/apis/youtube/v3';
import type { Api } from '../../core/api';
import type { Upload } from '../../core/upload';
import { madeUpload } from '../../core/upload';

/** Set twice it is the same. https://developers.google.com/youtube/v3/docs/thumbnails/set */
export async function setThumbnail(api: Api, videoId: string, file: Upload): Promise<{ videoId: string; thumbnails?: youtube_v3.Schema$ThumbnailDetails }> {
	const { items } = await api.send<youtube_v3.Schema$ThumbnailSetResponse>({
		...{ method: 'POST', host: 'upload', url: '/thumbnails/set', qs: { videoId, uploadType: 'media' }, file: madeUpload(file), headers: { 'content-type': file.mime }, idempotent: true },
	});
	return { videoId, thumbnails: items?.[0] };
}
