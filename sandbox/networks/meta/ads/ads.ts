import { Created, Ref, type Call, type Describe, type Handler } from '../call';
import type { Edges } from '../edges';
import { invalid } from '../errors';
import { adLeadEdges } from '../leads/leads';
import type { Meta } from '../state';
import { copiesOf, copyAd } from './copies';
import { insightsHandlers } from './insights';
import type { Ad, AdAccount } from './model';
import { deliveredFields, isValidation, keptValues, readStatus, setStatus } from './status';

const kept = ['tracking_specs', 'conversion_domain', 'adlabels', 'priority', 'display_sequence', 'engagement_audience'];
const options = ['validate_only', 'include_recommendations', 'synchronous_ad_review'];

/** The creative that the ad shows: one of the account's, by its ID. */
function readCreative({ params }: Call, accountId: string, meta: Meta): string | undefined {
	const given = params.record('creative');
	if (given === undefined) return undefined;
	const id = given.creative_id;
	const creative = typeof id === 'string' || typeof id === 'number' ? meta.find('AdCreative', String(id)) : undefined;
	if (!creative || creative.accountId !== accountId || creative.status === 'DELETED')
		throw invalid('Param creative must name a creative of this ad account in creative_id', { subcode: 1487229, data: { blame_field_specs: [['creative']] } });
	return creative.id;
}

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account/ads#Creating */
export const createAd: Handler<AdAccount> = ({ accountId }, call, meta) => {
	const { params } = call;
	const name = params.required('name');
	const adSet = meta.find('AdSet', params.required('adset_id'));
	if (!adSet || adSet.accountId !== accountId || adSet.status === 'DELETED') throw invalid('Param adset_id must be an ad set of this ad account', { subcode: 1885129 });
	const creativeId = readCreative(call, accountId, meta);
	if (creativeId === undefined) throw invalid('The parameter creative is required');
	const status = readStatus(call) ?? 'ACTIVE';
	if (status === 'ARCHIVED' || status === 'DELETED') throw invalid('Param status must be one of {ACTIVE, PAUSED} for a new ad');
	if (isValidation(call, options)) return { success: true };
	const times = { createdAt: meta.now, updatedAt: meta.now };
	const values = keptValues(call, meta, kept);
	return new Created(meta.keep<Ad>({ type: 'Ad', id: meta.newId('ad'), accountId, adSetId: adSet.id, creativeId, name, status, values, ...times }));
};

export const describeAd: Describe<Ad> = (ad, meta) => {
	const adSet = meta.find('AdSet', ad.adSetId);
	const campaign = meta.find('Campaign', adSet?.campaignId);
	const creative = meta.find('AdCreative', ad.creativeId);
	return {
		label: 'AdGroup',
		defaults: ['id'],
		fields: {
			...deliveredFields(ad, meta),
			...{ adset_id: () => ad.adSetId, campaign_id: () => campaign?.id, adset: () => adSet && new Ref(adSet), campaign: () => campaign && new Ref(campaign) },
			creative: () => creative && new Ref(creative),
		},
	};
};

function updateAd(ad: Ad, call: Call, meta: Meta): { success: true } {
	const creativeId = readCreative(call, ad.accountId, meta);
	const status = readStatus(call);
	setStatus({ ...ad }, status ?? ad.status);
	if (isValidation(call, options)) return { success: true };
	if (status) ad.status = status;
	ad.creativeId = creativeId ?? ad.creativeId;
	ad.name = call.params.text('name') ?? ad.name;
	Object.assign(ad.values, keptValues(call, meta, kept));
	ad.updatedAt = meta.now;
	return { success: true };
}

export const adEdges: Edges<'Ad', Handler<Ad>> = {
	...insightsHandlers,
	GET: (ad) => new Ref(ad),
	POST: updateAd,
	DELETE: (ad, _call, meta) => {
		setStatus(ad, 'DELETED');
		ad.updatedAt = meta.now;
		return { success: true };
	},
	'GET copies': copiesOf,
	'POST copies': copyAd,
	...adLeadEdges,
};
