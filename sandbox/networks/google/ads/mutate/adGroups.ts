import { fault } from '../failure';
import type { Resource } from '../store';
import type { KeyOf } from '../table';
import { at, checkBid, checkName, referred, siblings, type Context, type Kind } from './kind';

const byNameInCampaign: KeyOf = ({ campaign, name }) => `${String(campaign)} ${String(name)}`;

function check(adGroup: Resource, context: Context): void {
	checkName(adGroup.name, 255, () => fault('adGroupError', 'MISSING_ADGROUP_NAME', 'The ad group needs a name.', at('name')));
	if (siblings(context, 'adGroups', adGroup, byNameInCampaign).length)
		throw fault('adGroupError', 'DUPLICATE_ADGROUP_NAME', 'The campaign has an ad group of this name already.', at('name'));
	checkBid(adGroup.cpcBidMicros, 'cpc_bid_micros', context);
	checkBid(adGroup.targetCpaMicros, 'target_cpa_micros', context);
}

/** https://developers.google.com/google-ads/api/reference/rpc/v25/AdGroupService */
export const adGroups: Kind = {
	resource: 'ad_group',
	id: 'id',
	leavesTrace: true,
	create(draft, context) {
		referred(context, draft, 'campaign');
		check(draft, context);
		const { unit } = context.account;
		return { status: 'ENABLED', type: 'SEARCH_STANDARD', adRotationMode: 'OPTIMIZE', cpcBidMicros: String(unit), ...draft };
	},
	update(after, _before, _paths, context) {
		check(after, context);
		return after;
	},
};
