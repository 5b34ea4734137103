import { Router } from 'express';
import { escape, htmlPage, pageHeaders } from '../../html';
import { notFound } from '../route';
import type { Google } from '../state';
import { playlistItemRoutes } from './playlistItems';
import { playlistRoutes } from './playlists';
import { thumbnailRoutes } from './thumbnails';
import { uploadRoutes } from './upload';
import { videoRoutes } from './videos';

/** YouTube's Data API, at `www.googleapis.com` and `youtube.googleapis.com` alike. https://developers.google.com/youtube/v3/docs */
export function youtubeRouter(google: Google): Router {
	const router = Router();
	for (const routes of [uploadRoutes, thumbnailRoutes, videoRoutes, playlistRoutes, playlistItemRoutes]) routes(router, google);
	return router.use(notFound);
}

/** `www.youtube.com/watch?v=…`, as somebody sees it who has the link. */
export function watchRouter({ youtube }: Google): Router {
	const router = Router();
	router.get('/watch', (req, res) => {
		youtube.catchUp();
		const video = youtube.videos.get(String(req.query.v));
		const isSeen = video !== undefined && video.status.privacyStatus !== 'private';
		const lines = isSeen ? [`<video controls src="${escape(video.file.url)}"></video>`, `<p class="soft">${escape(youtube.channel(video.channel)?.title ?? '')}</p>`, `<p>${escape(video.snippet.description)}</p>`] : ['<p>Video unavailable: it is private, or there is none.</p>'];
		res.status(isSeen ? 200 : 404).set(pageHeaders).send(htmlPage(isSeen ? video.snippet.title : 'Video unavailable', lines.join('')));
	});
	return router.use(notFound);
}
