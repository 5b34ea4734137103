import { Connection, type Call, type Handler } from '../call';
import { invalid } from '../errors';
import type { Meta } from '../state';
import type { Ad, AdSet, AdsObject, Campaign, Status } from './model';
import { refusal } from './money';

/** Ads that one call copies; more need an asynchronous one. https://developers.facebook.com/docs/marketing-api/reference/ad-campaign-group/copies */
const mostAds = 3;

interface Copied {
	ad_object_type: 'campaign' | 'ad_set' | 'ad';
	source_id: string;
	copied_id: string;
}

/** How one call copies: which status, which names, and whether what is below comes along. */
interface Plan {
	statusOf(source: Status): Status;
	nameOf(name: string, top: boolean): string;
	deep: boolean;
}

function planOf({ params }: Call): Plan {
	const option = params.oneOf('status_option', ['ACTIVE', 'PAUSED', 'INHERITED_FROM_SOURCE']) ?? 'PAUSED';
	const { rename_strategy: strategy = 'ONLY_TOP_LEVEL_RENAME', rename_prefix: prefix, rename_suffix: suffix } = params.record('rename_options') ?? {};
	if (!['DEEP_RENAME', 'ONLY_TOP_LEVEL_RENAME', 'NO_RENAME'].includes(String(strategy))) throw invalid('Param rename_options[rename_strategy] must be one of {DEEP_RENAME, ONLY_TOP_LEVEL_RENAME, NO_RENAME}');
	const renamed = (name: string) => `${typeof prefix === 'string' ? prefix : ''}${name}${typeof suffix === 'string' ? suffix : prefix === undefined ? ' - Copy' : ''}`;
	return {
		statusOf: (source) => (option === 'INHERITED_FROM_SOURCE' ? source : option),
		nameOf: (name, top) => (strategy === 'NO_RENAME' || (strategy !== 'DEEP_RENAME' && !top) ? name : renamed(name)),
		deep: params.flag('deep_copy') ?? false,
	};
}

const liveIn = <T extends AdsObject>(nodes: T[]): T[] => nodes.filter(({ status }) => status === 'ACTIVE' || status === 'PAUSED');
const adSetsOf = (id: string, meta: Meta) => liveIn(meta.all('AdSet').filter(({ campaignId }) => campaignId === id));
const adsOf = (id: string, meta: Meta) => liveIn(meta.all('Ad').filter(({ adSetId }) => adSetId === id));

function checkSize(ads: Ad[]): void {
	if (ads.length <= mostAds) return;
	throw refusal('deep_copy', 1885194, 'Copy Request Too Big', `This copy has ${ads.length} ads. Copy at most ${mostAds} at once, or copy asynchronously.`);
}

function keepCopy<T extends AdsObject>(source: T, change: Partial<T>, plan: Plan, meta: Meta, top: boolean): T {
	const kind = ({ Campaign: 'campaign', AdSet: 'adSet', Ad: 'ad' } as const)[source.type];
	const times = { createdAt: meta.now, updatedAt: meta.now };
	const own = { id: meta.newId(kind), sourceId: source.id, name: plan.nameOf(source.name, top), status: plan.statusOf(source.status) };
	return meta.keep<T>({ ...source, ...own, ...times, values: structuredClone(source.values), ...change });
}

const told = (kind: Copied['ad_object_type'], source: AdsObject, copy: AdsObject): Copied => ({ ad_object_type: kind, source_id: source.id, copied_id: copy.id });

function copyBelow(adSet: AdSet, copy: AdSet, plan: Plan, meta: Meta): Copied[] {
	if (!plan.deep) return [];
	return adsOf(adSet.id, meta).map((ad) => told('ad', ad, keepCopy(ad, { adSetId: copy.id }, plan, meta, false)));
}

export const copyCampaign: Handler<Campaign> = (campaign, call, meta) => {
	const plan = planOf(call);
	const sets = plan.deep ? adSetsOf(campaign.id, meta) : [];
	checkSize(sets.flatMap(({ id }) => adsOf(id, meta)));
	const copy = keepCopy(campaign, {}, plan, meta, true);
	const below = sets.flatMap((adSet) => {
		const one = keepCopy(adSet, { campaignId: copy.id }, plan, meta, false);
		return [told('ad_set', adSet, one), ...copyBelow(adSet, one, plan, meta)];
	});
	return { copied_campaign_id: copy.id, ad_object_ids: [told('campaign', campaign, copy), ...below] };
};

export const copyAdSet: Handler<AdSet> = (adSet, call, meta) => {
	const plan = planOf(call);
	const campaignId = call.params.text('campaign_id') ?? adSet.campaignId;
	if (meta.find('Campaign', campaignId)?.accountId !== adSet.accountId) throw invalid('Param campaign_id must be a campaign of this ad account');
	if (plan.deep) checkSize(adsOf(adSet.id, meta));
	const copy = keepCopy(adSet, { campaignId }, plan, meta, true);
	return { copied_adset_id: copy.id, ad_object_ids: [told('ad_set', adSet, copy), ...copyBelow(adSet, copy, plan, meta)] };
};

export const copyAd: Handler<Ad> = (ad, call, meta) => {
	const adSetId = call.params.text('adset_id') ?? ad.adSetId;
	if (meta.find('AdSet', adSetId)?.accountId !== ad.accountId) throw invalid('Param adset_id must be an ad set of this ad account');
	const copy = keepCopy(ad, { adSetId }, planOf(call), meta, true);
	return { copied_ad_id: copy.id };
};

/** The copies that were made of it. */
export const copiesOf = (source: AdsObject, _call: Call, meta: Meta): Connection =>
	new Connection(
		`${source.id}/copies`,
		meta
			.all(source.type)
			.filter((node) => node.sourceId === source.id)
			.reverse(),
	);
