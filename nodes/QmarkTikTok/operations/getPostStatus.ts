import { operation } from '../../core/operation';
import { described, statusOf } from '../../networks/tiktok/status';
import { publishId } from '../fields';

/** https://developers.tiktok.com/doc/content-posting-api-reference-get-video-status */
export const getPostStatus = operation({
	resource: 'post',
	operation: 'getStatus',
	effect: 'read',
	scopes: ['user.info.basic'],
	name: 'Get Status',
	action: 'Get the status of a post',
	description: 'Get how far TikTok is with a post or draft, and why it failed if it did',
	fields: [publishId],
	run: async ({ publishId: id }, api) => described(id, await statusOf(api, id)),
});
