import type { Request, Router } from 'express';
import { HeadCollector } from '../../body';
import { sniff } from '../../sniff';
import { bodyOf as partBody, split, structured } from '../gmail/mime';
import { route } from '../route';
import type { Google } from '../state';
import { enter, scopes } from './call';
import { youtubeError } from './errors';
import { listOf, thumbnails } from './resource';
import { ownVideo } from './videos';

/** https://developers.google.com/youtube/v3/docs/thumbnails/set */
const MOST = 50 * 1024 * 1024;

const forbidden = () => youtubeError(403, 'forbidden', 'The authenticated user doesn\'t have permissions to upload and set custom video thumbnails.', 'youtube.thumbnail');

async function pictureOf(req: Request): Promise<{ head: Buffer; size: number }> {
	const collector = new HeadCollector();
	for await (const chunk of req) collector.add(Buffer.from(chunk));
	const { value, params } = structured(req.get('content-type') ?? '');
	if (value !== 'multipart/related') return { head: collector.head(), size: collector.size };
	const media = partBody(split(collector.head(), params.boundary ?? '').at(-1) ?? Buffer.alloc(0));
	return { head: media, size: media.length };
}

/** `/upload/youtube/v3/thumbnails/set` */
export function thumbnailRoutes(router: Router, google: Google): void {
	router.post(
		'/upload/youtube/v3/thumbnails/set',
		route(async (req) => {
			const call = enter(req, google, { name: 'thumbnails.set', scopes: scopes.upload, cost: 50, parameters: ['videoId', 'uploadType'] });
			const { head, size } = await pictureOf(req);
			req.body = { size };
			const { youtube, channel, query } = call;
			const video = ownVideo(call, query('videoId'), 'changed');
			if (size === 0) throw youtubeError(400, 'mediaBodyRequired', 'The request does not include the image content.', 'youtube.thumbnail', 'body');
			if (size > MOST) throw youtubeError(413, 'uploadTooLarge', `Request is too large. Maximum size is ${MOST} bytes.`, 'global');
			const mime = sniff(head)?.mime;
			if (mime !== 'image/jpeg' && mime !== 'image/png') throw youtubeError(400, 'invalidImage', 'The provided image content is invalid.', 'youtube.thumbnail', 'body');
			if (!channel.verified || !youtube.settings.verifiedChannel) throw forbidden();
			video.thumbnail = youtube.world.media.put({ name: `${video.id}.${mime.slice(6)}`, mime, head, size }).url;
			return listOf('thumbnailSet', [thumbnails(youtube, video)]);
		}),
	);
}
