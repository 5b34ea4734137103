import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { listLeads } from '../../networks/meta/leads/leads';
import { metaAds } from '../../platforms/metaAds';
import { span } from '../leadFields';
import { oneAd } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/guides/lead-ads/retrieving#bulk-read */
export const getManyLeadsOfAd = operation({
	resource: 'lead',
	operation: 'getAllOfAd',
	effect: 'read',
	scopes: ['leads_retrieval', 'ads_read', 'pages_manage_ads', 'pages_read_engagement'],
	name: 'Get Many of an Ad',
	action: 'Get many leads of an ad',
	description: 'Get many leads that came by an ad, newest first',
	fields: [...oneAd, ...many, span],
	run: ({ ad, returnAll, limit, options }, api) => listLeads(api, ad, Math.min(returnAll ? Infinity : limit, metaAds.pageSize), options),
});
