import { operation } from '../../core/operation';
import { remove } from '../../networks/meta/remove';
import { oneAudience } from '../audienceFields';

/** https://developers.facebook.com/docs/marketing-api/reference/custom-audience#Deleting */
export const deleteAudience = operation({
	resource: 'customAudience',
	operation: 'delete',
	effect: 'write',
	scopes: ['ads_management'],
	name: 'Delete',
	action: 'Delete a custom audience',
	description: 'Delete an audience and forget its people',
	fields: oneAudience,
	run: async ({ audience: id }, api) => await remove(api, id),
});
