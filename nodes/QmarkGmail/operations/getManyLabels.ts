import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { at } from '../../networks/gmail/paths';
import { gmail } from '../../platforms/gmail';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.labels/list */
export const getManyLabels = operation({
	resource: 'label',
	operation: 'getAll',
	effect: 'read',
	scopes: [gmail.scopes.modify],
	name: 'Get Many',
	action: 'Get many labels',
	description: 'Get many labels, Gmail’s own among them',
	fields: [...many],
	run: (_input, api) => api.pages({ url: at('labels') }),
});
