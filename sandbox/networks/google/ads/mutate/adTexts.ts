import type { AdsStore } from '../store';
import { adGroupAds, checkAd } from './ads';
import type { Kind } from './kind';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `customers/1/adGroupAds/2~3` → `customers/1/ads/3` */
export const adName = (resourceName: string): string => resourceName.replace(/adGroupAds\/\d+~/, 'ads/');

/**
 * `ads:mutate` changes what an ad says, not its state in an ad group. The sandbox keeps both as one: the operation as one about the ad group's ad.
 * https://developers.google.com/google-ads/api/reference/rpc/v25/AdService
 */
export function asAdGroupAd(store: AdsStore, customer: string, operation: unknown): unknown {
	const { update, updateMask, ...others } = isRecord(operation) ? operation : {};
	if (!isRecord(update)) return others;
	const { resourceName, ...ad } = update;
	const place = store.list(customer, 'adGroupAds').find((one) => adName(one.resourceName) === resourceName);
	const mask = typeof updateMask === 'string' ? updateMask.split(',').map((path) => `ad.${path.trim()}`).join(',') : updateMask;
	return { ...others, update: { resourceName: place?.resourceName ?? String(resourceName).replace('/ads/', '/adGroupAds/0~'), ad }, updateMask: mask };
}

export const adTexts: Kind = {
	...adGroupAds,
	update(after, _before, _paths, context) {
		checkAd(after, context);
		return after;
	},
};
