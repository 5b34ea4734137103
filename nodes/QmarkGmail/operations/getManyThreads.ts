import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { listThreads } from '../../networks/gmail/listing';
import { gmail } from '../../platforms/gmail';
import { mailFilters } from '../fields';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.threads/list */
export const getManyThreads = operation({
	resource: 'thread',
	operation: 'getAll',
	effect: 'read',
	scopes: [gmail.scopes.modify],
	name: 'Get Many',
	action: 'Get many threads',
	description: 'Get many threads with their ID and the beginning of their newest message',
	fields: [...many, mailFilters],
	run: (input, api) => listThreads(api, input),
});
