import { operation } from '../../core/operation';
import { described, settled, unlessFailed } from '../../networks/tiktok/status';
import { publishId, waitAtMost } from '../fields';

/** https://developers.tiktok.com/doc/content-posting-api-reference-get-video-status */
export const waitForPost = operation({
	resource: 'post',
	operation: 'waitFor',
	effect: 'read',
	scopes: ['user.info.basic'],
	name: 'Wait For',
	action: 'Wait for a post',
	description: 'Wait until TikTok has published a post or put the draft into the inbox; a post that failed is told with its reason',
	fields: [publishId, { ...waitAtMost, required: true, description: 'How many seconds to wait; the post goes on its way even if that is too short' }],
	run: async ({ publishId: id, waitAtMost: seconds }, api) => described(id, unlessFailed(await settled(api, id, seconds))),
});
