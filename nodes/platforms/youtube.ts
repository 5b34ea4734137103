import type { Platform } from '../core/platform';
import { uploadsAt } from './gateway';
import { google, hostedAt } from './google';

const hosts = { api: 'www.googleapis.com/youtube/v3', upload: 'www.googleapis.com/upload/youtube/v3', analytics: 'youtubeanalytics.googleapis.com/v2' } as const;

/** https://developers.google.com/youtube/v3/docs */
export const youtube = {
	...google,
	name: 'YouTube',
	credential: 'qmarkYouTubeOAuth2Api',
	docs: 'https://developers.google.com/youtube/v3/docs',
	verified: '2026-11 https://developers.google.com/youtube/v3/revision_history',
	baseUrl: hostedAt(hosts),
	uploadsTo: uploadsAt('www.googleapis.com'),
} as const satisfies Platform;
