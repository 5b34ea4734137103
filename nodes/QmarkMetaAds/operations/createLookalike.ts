import { operation } from '../../core/operation';
import { createAudience, lookalikeSpec } from '../../networks/meta/audiences/audiences';
import { audienceName, lookalike, lookalikeDetails } from '../audienceFields';
import { adAccount } from '../fields';

/** https://developers.facebook.com/docs/marketing-api/audiences/guides/lookalike-audiences */
export const createLookalike = operation({
	resource: 'customAudience',
	operation: 'createLookalike',
	effect: 'write',
	scopes: ['ads_management'],
	name: 'Create Lookalike',
	action: 'Create a lookalike audience',
	description: 'Create an audience of people who are like those of another one',
	fields: [adAccount, audienceName, ...lookalike, lookalikeDetails],
	run: async ({ adAccount: account, name, audience, country, size, additionalFields: { description, from } }, api) =>
		await createAudience(api, account, { name, subtype: 'LOOKALIKE', origin_audience_id: audience, lookalike_spec: lookalikeSpec(country, size, from), description: description || undefined }),
});
