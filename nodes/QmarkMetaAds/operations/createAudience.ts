import { operation } from '../../core/operation';
import { createAudience as create } from '../../networks/meta/audiences/audiences';
import { audienceDetails, audienceName, listSource } from '../audienceFields';
import { adAccount } from '../fields';

/** https://developers.facebook.com/docs/marketing-api/audiences/guides/custom-audiences */
export const createAudience = operation({
	resource: 'customAudience',
	operation: 'create',
	effect: 'write',
	scopes: ['ads_management'],
	name: 'Create',
	action: 'Create a custom audience',
	description: 'Create an empty audience that people are then added to',
	fields: [adAccount, audienceName, listSource, audienceDetails],
	run: async ({ adAccount: account, name, source, additionalFields: { description, optOutLink } }, api) =>
		await create(api, account, { name, subtype: 'CUSTOM', customer_file_source: source, description: description || undefined, opt_out_link: optOutLink || undefined }),
});
