import { operation } from '../../core/operation';
import { changeAudience } from '../../networks/meta/audiences/audiences';
import { audienceChanges, oneAudience } from '../audienceFields';

/** https://developers.facebook.com/docs/marketing-api/reference/custom-audience#Updating */
export const updateAudience = operation({
	resource: 'customAudience',
	operation: 'update',
	effect: 'write',
	idempotent: true,
	scopes: ['ads_management'],
	name: 'Update',
	action: 'Update a custom audience',
	description: 'Change the name or description of an audience',
	fields: [...oneAudience, audienceChanges],
	run: async ({ audience: id, updateFields }, api) => await changeAudience(api, id, updateFields),
});
