import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { removingMembers } from '../../networks/googleAds/dataManager/members';
import { dataManager } from '../../platforms/dataManager';
import { oneAudience } from '../audienceFields';
import { memberOptions, person } from '../conversionFields';

/** https://developers.google.com/data-manager/api/reference/rest/v1/audienceMembers/remove: items travel together, see gatherings.ts */
export const removeMembers = operation({
	resource: 'audience',
	operation: 'removeMembers',
	effect: 'write',
	idempotent: true,
	scopes: [dataManager.scope],
	name: 'Remove People',
	action: 'Remove people from an audience',
	description: 'Take the person of each item out of an audience, as for an opt-out',
	fields: [...oneAudience, person, memberOptions],
	run: async (input, api) => await alone(removingMembers, input, api),
});
