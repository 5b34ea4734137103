import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { asOwner, pageSize, reads } from '../../networks/pinterest/requests';
import { privacyFilter } from '../boardFields';
import { adAccountId, options } from '../fields';

/** https://developers.pinterest.com/docs/api/v5/boards-list */
export const getManyBoards = operation({
	resource: 'board',
	operation: 'getAll',
	effect: 'read',
	scopes: ['boards:read'],
	name: 'Get Many',
	action: 'Get many boards',
	description: 'Get the boards of the account, and those that are shared with it',
	fields: [...many, options(adAccountId, privacyFilter)],
	run: ({ options: more, ...wanted }, api) => api.pages(reads('/boards', { ...asOwner(more), ...pageSize(wanted), privacy: more.privacy })),
});
