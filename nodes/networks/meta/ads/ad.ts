import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { jsonOf } from '../../../core/json';
import { change } from './change';
import type { OnlyIf } from './change';
import { create } from './create';

interface AdMore {
	conversionDomain?: string;
	trackingSpecs?: unknown;
}

interface AdInput {
	adAccount: string;
	adSet: string;
	name: string;
	creativeId: string;
	status: string;
	additionalFields: AdMore;
	options: { validateOnly?: boolean };
}

const moreOf = ({ conversionDomain, trackingSpecs }: AdMore): IDataObject => ({
	conversion_domain: conversionDomain || undefined,
	tracking_specs: jsonOf('Tracking Specs (JSON)', trackingSpecs, 'a list of specs'),
});

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account/ads#Creating */
export async function createAd(api: Api, { adAccount, adSet, name, creativeId, status, additionalFields, options }: AdInput) {
	return await create(api, 'ad', adAccount, { name, adset_id: adSet, creative: { creative_id: creativeId.trim() }, status, ...moreOf(additionalFields) }, options);
}

interface AdChanges extends AdMore {
	creativeId?: string;
	name?: string;
	status?: string;
}

export async function updateAd(api: Api, target: { adAccount: string; id: string }, changes: AdChanges, how: { onlyIf?: OnlyIf; validateOnly?: boolean }) {
	const { name, status, creativeId } = changes;
	const wanted = { name: name || undefined, status, creative: creativeId ? { creative_id: creativeId.trim() } : undefined, ...moreOf(changes) };
	return await change(api, { kind: 'ad', ...target }, () => wanted, how);
}
