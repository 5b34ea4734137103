import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { accountPath } from '../../networks/meta/ads/account';
import { fieldsOf } from '../../networks/meta/ads/fieldList';
import { ruleFields } from '../../networks/meta/ads/rules';
import { metaAds } from '../../platforms/metaAds';
import { adAccount } from '../fields';
import { chosenFields } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/ad-rules/guides/api-calls */
export const getManyRules = operation({
	resource: 'adRule',
	operation: 'getAll',
	effect: 'read',
	scopes: ['ads_read'],
	name: 'Get Many',
	action: 'Get many ad rules',
	description: 'Get many rules of an ad account',
	fields: [adAccount, ...many, chosenFields],
	run: ({ adAccount: account, returnAll, limit, options: { fields } }, api) =>
		api.pages({ url: `${accountPath(account)}/adrules_library`, qs: { fields: fieldsOf(fields, ruleFields), limit: Math.min(returnAll ? Infinity : limit, metaAds.pageSize) } }),
});
