import { operation } from '../../core/operation';
import { creatorOf } from '../../networks/tiktok/creator';

/** https://developers.tiktok.com/doc/content-posting-api-reference-query-creator-info */
export const getCreatorInfo = operation({
	resource: 'creatorInfo',
	operation: 'get',
	effect: 'read',
	scopes: ['video.publish'],
	name: 'Get',
	action: 'Get creator info',
	description: 'Get who may see posts of the account, how long its videos may be, and whether it may post now',
	fields: [],
	run: async (_, api) => await creatorOf(api),
});
