import type { IDataObject } from 'n8n-workflow';
import { majorUnits } from '../micros';

/** Metrics that are amounts of micros although their name does not say so. https://developers.google.com/google-ads/api/fields/v25/metrics */
const amounts = new Set([
	...['activeViewCpm', 'averageCost', 'averageCpc', 'averageCpe', 'averageCpm', 'averageCpv', 'trueviewAverageCpv', 'benchmarkAverageMaxCpc'],
	...['costPerConversion', 'costPerAllConversions', 'costPerCurrentModelAttributedConversion', 'costPerPlatformComparableConversion'],
]);

/** Shares of a target that are counted in millionths, and no money. */
const shares = new Set(['locationFractionMicros', 'targetImpressionShareMicros', 'percentCpcBidMicros', 'hotelCommissionRateMicros', 'commissionRateMicros']);

const isObject = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null && !Array.isArray(value);
const isAmount = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

/** Amounts in major units: `costMicros: "1230000"` becomes `cost: 1.23`, `averageCpc: 410000` becomes `averageCpc: 0.41`. */
export function inMajorUnits(value: IDataObject): IDataObject {
	const result: IDataObject = {};
	for (const [name, inner] of Object.entries(value)) {
		if (name.endsWith('Micros') && !shares.has(name) && isAmount(inner)) result[name.slice(0, -'Micros'.length)] = majorUnits(inner);
		else if (amounts.has(name) && isAmount(inner)) result[name] = majorUnits(inner);
		else if (Array.isArray(inner)) result[name] = inner.map((one: unknown) => (isObject(one) ? inMajorUnits(one) : one)) as IDataObject[];
		else result[name] = isObject(inner) ? inMajorUnits(inner) : inner;
	}
	return result;
}

/** One level of names, as GAQL has them: `campaign.id`, `metrics.costMicros`. Lists stay lists. */
export function flat(value: IDataObject, before = ''): IDataObject {
	const result: IDataObject = {};
	for (const [name, inner] of Object.entries(value)) {
		if (isObject(inner)) Object.assign(result, flat(inner, `${before}${name}.`));
		else result[before + name] = inner;
	}
	return result;
}
