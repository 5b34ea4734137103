import { operation } from '../../core/operation';
import { removingEverywhere } from '../../networks/meta/audiences/change';
import { alone } from '../../core/gathering';
import { person, removingOptions } from '../audienceFields';
import { adAccount } from '../fields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account/usersofanyaudience: items travel together, see gatherings.ts */
export const removeFromAllAudiences = operation({
	resource: 'customAudience',
	operation: 'removeFromAll',
	effect: 'write',
	idempotent: true,
	scopes: ['ads_management'],
	name: 'Remove People From All',
	action: 'Remove people from all custom audiences',
	description: 'Take the person of each item out of every audience of the ad account, as for an opt-out',
	fields: [adAccount, person, removingOptions],
	run: async (input, api) => await alone(removingEverywhere, input, api),
});
