import { refused } from '../../../core/errors';
import { googleAdsWrites } from '../../../platforms/googleAdsWrites';
import { valueAt } from './rows';
import type { Live } from './rows';

const { manualBidding, roas, targets, adGroupTargets } = googleAdsWrites;

const has = (list: readonly string[], word: unknown) => list.some((one) => one === word);

/** A bid counts only where the campaign bids by hand. `campaign` is what Google tells of it. */
export function checkBid(campaign: { name?: unknown; biddingStrategyType?: unknown }): void {
	if (has(manualBidding, campaign.biddingStrategyType)) return;
	throw refused('Bid', `has no effect: campaign “${String(campaign.name)}” bids by itself (${String(campaign.biddingStrategyType)}).`, 'Leave the bid out, or change the target of the campaign instead.');
}

/** The campaign that something is in, as its row tells. */
export const campaignOf = ({ beside }: Live): { name?: unknown; biddingStrategyType?: unknown } => ({
	name: valueAt(beside, 'campaign.name'),
	biddingStrategyType: valueAt(beside, 'campaign.biddingStrategyType'),
});

/** How much comes back for each unit spent, 3.5 for 350 %. */
export function roasOf(value: number): number {
	if (value >= roas.least && value <= roas.most) return value;
	throw refused('Target ROAS', `is ${value}; Google takes ${roas.least} to ${roas.most}.`, 'Give what comes back for each unit spent: 3.5 is 350 %.');
}

const labels = { targetCpa: 'Target CPA', targetRoas: 'Target ROAS', maximumCpc: 'Maximum Bid' } as const;

/** Where the campaign keeps this target; refused where its kind of bidding has none, or it is that of a shared strategy. */
export function targetPath(target: keyof typeof targets, { own }: Live): string {
	const type = String(own.biddingStrategyType);
	if (own.biddingStrategy) throw refused(labels[target], `campaign “${String(own.name)}” bids by a shared strategy.`, 'Change the strategy in Google Ads: its target counts for all its campaigns.');
	const paths: Readonly<Record<string, string>> = targets[target];
	const path = paths[type];
	if (path) return path;
	throw refused(labels[target], `campaign “${String(own.name)}” bids by ${type}, which has none.`, `Leave it out; it goes with ${Object.keys(paths).join(' or ')}.`);
}

/** An ad group's own target counts only where the campaign has one of that kind. */
export function checkAdGroupTarget(target: keyof typeof adGroupTargets, campaign: { name?: unknown; biddingStrategyType?: unknown }): void {
	if (has(adGroupTargets[target], campaign.biddingStrategyType)) return;
	throw refused(labels[target], `has no effect: campaign “${String(campaign.name)}” bids by ${String(campaign.biddingStrategyType)}.`, `Leave it out; it goes with ${adGroupTargets[target].join(' or ')}.`);
}
