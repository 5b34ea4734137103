import { operation } from '../../core/operation';
import { publishingLimit } from '../../networks/threads/account';

/** https://developers.facebook.com/docs/threads/troubleshooting#retrieve-publishing-quota-limit */
export const getPublishingLimit = operation({
	resource: 'profile',
	operation: 'getPublishingLimit',
	effect: 'read',
	scopes: ['threads_basic', 'threads_content_publish'],
	name: 'Get Publishing Limit',
	action: 'Get the publishing limit',
	description: 'Get how many posts, replies and deletions the account has left in these 24 hours',
	fields: [],
	run: async (_, api) => await publishingLimit(api, 'me'),
});
