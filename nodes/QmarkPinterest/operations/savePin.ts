import { operation } from '../../core/operation';
import { savePin as save } from '../../networks/pinterest/pins';
import { adAccountId, board, options, pinId, section } from '../fields';

/** https://developers.pinterest.com/docs/api/v5/pins-save */
export const savePin = operation({
	resource: 'pin',
	operation: 'save',
	effect: 'write',
	scopes: ['boards:read', 'boards:write', 'pins:read', 'pins:write'],
	name: 'Save',
	action: 'Save a pin',
	description: 'Save a Pin of anybody’s to a board of the account',
	fields: [pinId, board, section, options(adAccountId)],
	run: async (input, api) => await save(api, input),
});
