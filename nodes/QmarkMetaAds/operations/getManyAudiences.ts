import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { accountPath } from '../../networks/meta/ads/account';
import { fieldsOf } from '../../networks/meta/ads/fieldList';
import { audienceFields } from '../../networks/meta/audiences/audiences';
import { metaAds } from '../../platforms/metaAds';
import { adAccount } from '../fields';
import { chosenFields } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account/customaudiences */
export const getManyAudiences = operation({
	resource: 'customAudience',
	operation: 'getAll',
	effect: 'read',
	scopes: ['ads_read'],
	name: 'Get Many',
	action: 'Get many custom audiences',
	description: 'Get many audiences of an ad account',
	fields: [adAccount, ...many, chosenFields],
	run: ({ adAccount: account, returnAll, limit, options: { fields } }, api) =>
		api.pages({ url: `${accountPath(account)}/customaudiences`, qs: { fields: fieldsOf(fields, audienceFields), limit: Math.min(returnAll ? Infinity : limit, metaAds.pageSize) } }),
});
