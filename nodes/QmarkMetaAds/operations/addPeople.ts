import { operation } from '../../core/operation';
import { adding } from '../../networks/meta/audiences/change';
import { alone } from '../../core/gathering';
import { addingOptions, consent, oneAudience, person } from '../audienceFields';

/** https://developers.facebook.com/docs/marketing-api/reference/custom-audience/users: items travel together, see gatherings.ts */
export const addPeople = operation({
	resource: 'customAudience',
	operation: 'addPeople',
	effect: 'write',
	idempotent: true,
	scopes: ['ads_management'],
	name: 'Add People',
	action: 'Add people to a custom audience',
	description: 'Add the person of each item who agreed to it; names, emails, phones and the like leave hashed',
	fields: [...oneAudience, person, consent, addingOptions],
	run: async (input, api) => await alone(adding, input, api),
});
