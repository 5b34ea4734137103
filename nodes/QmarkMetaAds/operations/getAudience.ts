import { operation } from '../../core/operation';
import { fieldsOf } from '../../networks/meta/ads/fieldList';
import { audienceFields } from '../../networks/meta/audiences/audiences';
import { oneAudience } from '../audienceFields';
import { chosenFields } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/custom-audience */
export const getAudience = operation({
	resource: 'customAudience',
	operation: 'get',
	effect: 'read',
	scopes: ['ads_read'],
	name: 'Get',
	action: 'Get a custom audience',
	description: 'Get an audience with its size and state',
	fields: [...oneAudience, chosenFields],
	run: async ({ audience: id, options: { fields } }, api) => await api.send({ url: `/${id}`, qs: { fields: fieldsOf(fields, audienceFields) } }),
});
