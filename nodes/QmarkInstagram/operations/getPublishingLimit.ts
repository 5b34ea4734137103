import { operation } from '../../core/operation';
import { publishingLimit } from '../../networks/instagram/accounts';
import { account } from '../fields';

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/content_publishing_limit */
export const getPublishingLimit = operation({
	resource: 'account',
	operation: 'getPublishingLimit',
	effect: 'read',
	scopes: ['instagram_basic', 'instagram_content_publish', 'pages_read_engagement'],
	name: 'Get Publishing Limit',
	action: 'Get the publishing limit of an account',
	description: 'Get how much the account may still publish in these 24 hours',
	fields: [account],
	run: async ({ account: id }, api) => await publishingLimit(api, id),
});
