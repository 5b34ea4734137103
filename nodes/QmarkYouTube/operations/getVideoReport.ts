import { operation } from '../../core/operation';
import { youtube } from '../../platforms/youtube';
import { report } from '../../networks/youtube/analytics';
import { videoIdIn } from '../../networks/youtube/find';
import { video } from '../fields';
import { videoReport } from '../reportFields';

/** https://developers.google.com/youtube/analytics/reference/reports/query */
export const getVideoReport = operation({
	resource: 'analytics',
	operation: 'getVideoReport',
	effect: 'read',
	scopes: [youtube.scopes.analytics, youtube.scopes.read],
	name: 'Get Video Report',
	action: 'Get a report of a video',
	description: 'Get views, minutes watched and more of one video, a row for each day or country',
	fields: [video, ...videoReport],
	run: async ({ videoId, ...asked }, api) => await report(api, { ...asked, video: videoIdIn('Video', videoId) }),
});
