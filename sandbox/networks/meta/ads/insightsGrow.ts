import { seed } from '../../seed';
import type { Meta } from '../state';
import type { Ad, AdSet, Campaign } from './model';

const DAY = 86_400_000;
const [adsInSet, setsInCampaign] = [5, 4];

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value > 0;

/** `{ads, days, account?}`: so many ads that have been running for so many whole days, in campaigns of 4 ad sets with 5 ads each. */
export function growDelivery(meta: Meta, value: unknown): string | undefined {
	const { ads, days, account = seed.meta.adAccount.id } = isRecord(value) ? value : {};
	if (!isCount(ads) || !isCount(days) || !meta.find('AdAccount', `act_${String(account)}`))
		return 'meta setting "adDelivery" needs {"ads": 1000, "days": 100}, and may name another "account" of the seed.';
	const common = { accountId: String(account), status: 'ACTIVE' as const, createdAt: meta.now - days * DAY, updatedAt: meta.now - days * DAY };
	let [campaignId, adSetId] = ['', ''];
	for (let number = 0; number < ads; number++) {
		const set = Math.floor(number / adsInSet);
		if (number % (adsInSet * setsInCampaign) === 0) {
			const name = `Campagne ${Math.floor(set / setsInCampaign) + 1}`;
			campaignId = meta.keep<Campaign>({ type: 'Campaign', id: meta.newId('campaign'), name, values: { objective: 'OUTCOME_SALES', daily_budget: '5000', special_ad_categories: [] }, ...common }).id;
		}
		if (number % adsInSet === 0) {
			const values = { optimization_goal: 'OFFSITE_CONVERSIONS', billing_event: 'IMPRESSIONS' };
			adSetId = meta.keep<AdSet>({ type: 'AdSet', id: meta.newId('adSet'), campaignId, name: `Public ${set + 1}`, values, ...common }).id;
		}
		meta.keep<Ad>({ type: 'Ad', id: meta.newId('ad'), adSetId, creativeId: '', name: `Annonce ${number + 1}`, values: {}, ...common });
	}
	return undefined;
}
