import { operation } from '../../core/operation';
import { youtube } from '../../platforms/youtube';
import { report } from '../../networks/youtube/analytics';
import { channelReport } from '../reportFields';

/** https://developers.google.com/youtube/analytics/reference/reports/query */
export const getChannelReport = operation({
	resource: 'analytics',
	operation: 'getChannelReport',
	effect: 'read',
	scopes: [youtube.scopes.analytics, youtube.scopes.read],
	name: 'Get Channel Report',
	action: 'Get a report of the channel',
	description: 'Get views, minutes watched, subscribers and more of the channel, a row for each day, country or video',
	fields: channelReport,
	run: async (asked, api) => await report(api, asked),
});
