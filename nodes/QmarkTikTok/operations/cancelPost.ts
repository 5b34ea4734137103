import { operation } from '../../core/operation';
import { cancel } from '../../networks/tiktok/cancel';
import { publishId } from '../fields';

/** https://developers.tiktok.com/doc/content-posting-api-reference-cancel-publish */
export const cancelPost = operation({
	resource: 'post',
	operation: 'cancel',
	effect: 'write',
	scopes: ['user.info.basic'],
	name: 'Cancel',
	action: 'Cancel a post',
	description: 'Cancel a post that TikTok is still fetching from a URL; what was uploaded cannot be cancelled',
	fields: [publishId],
	run: async ({ publishId: id }, api) => await cancel(api, id),
});
