import { operation } from '../../core/operation';
import { deletePin as remove } from '../../networks/pinterest/pins';
import { asOwner } from '../../networks/pinterest/requests';
import { adAccountId, options, pinId } from '../fields';

/** https://developers.pinterest.com/docs/api/v5/pins-delete */
export const deletePin = operation({
	resource: 'pin',
	operation: 'delete',
	effect: 'write',
	scopes: ['boards:read', 'boards:write', 'pins:read', 'pins:write'],
	name: 'Delete',
	action: 'Delete a pin',
	description: 'Delete a Pin of the account',
	fields: [pinId, options(adAccountId)],
	run: async ({ pinId: id, options: more }, api) => await remove(api, id, asOwner(more)),
});
