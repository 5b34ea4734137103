import { operation } from '../../core/operation';
import { removing } from '../../networks/meta/audiences/change';
import { alone } from '../../core/gathering';
import { oneAudience, person, removingOptions } from '../audienceFields';

/** https://developers.facebook.com/docs/marketing-api/reference/custom-audience/users#Deleting: items travel together, see gatherings.ts */
export const removePeople = operation({
	resource: 'customAudience',
	operation: 'removePeople',
	effect: 'write',
	idempotent: true,
	scopes: ['ads_management'],
	name: 'Remove People',
	action: 'Remove people from a custom audience',
	description: 'Take the person of each item out of an audience',
	fields: [...oneAudience, person, removingOptions],
	run: async (input, api) => await alone(removing, input, api),
});
