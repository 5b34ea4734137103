import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { addingMembers } from '../../networks/googleAds/dataManager/members';
import { dataManager } from '../../platforms/dataManager';
import { oneAudience, termsAccepted } from '../audienceFields';
import { consent, memberOptions, person } from '../conversionFields';

/** https://developers.google.com/data-manager/api/devguides/audiences/send-members: items travel together, see gatherings.ts */
export const addMembers = operation({
	resource: 'audience',
	operation: 'addMembers',
	effect: 'write',
	idempotent: true,
	scopes: [dataManager.scope],
	name: 'Add People',
	action: 'Add people to an audience',
	description: 'Add the person of each item to an audience',
	fields: [...oneAudience, person, consent, termsAccepted, memberOptions],
	run: async (input, api) => await alone(addingMembers, input, api),
});
