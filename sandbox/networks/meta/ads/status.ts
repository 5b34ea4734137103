import type { Call } from '../call';
import { invalid } from '../errors';
import { graphTime, type Meta } from '../state';
import type { AdsObject, Owned, Status } from './model';

const statuses = ['ACTIVE', 'PAUSED', 'ARCHIVED', 'DELETED'] as const;

export const readStatus = ({ params }: Call): Status | undefined => params.oneOf('status', statuses);

/** A check without an effect: https://developers.facebook.com/docs/marketing-api/reference/ad-account/campaigns#parameters */
export function isValidation({ params }: Call, known: readonly string[] = ['validate_only', 'include_recommendations']): boolean {
	const asked = params.texts('execution_options') ?? [];
	const unknown = asked.find((one) => !known.includes(one));
	if (unknown !== undefined) throw invalid(`Param execution_options[0] must be one of {${known.join(', ').toUpperCase()}} - got "${unknown}"`);
	return asked.includes('validate_only');
}

const parentOf = (node: AdsObject, meta: Meta): AdsObject | undefined => {
	if (node.type === 'Campaign') return undefined;
	return node.type === 'AdSet' ? meta.find('Campaign', node.campaignId) : meta.find('AdSet', node.adSetId);
};

/** What really is: nothing runs under something that is paused. */
export function effectiveStatus(node: AdsObject, meta: Meta): string {
	if (node.status !== 'ACTIVE' && node.status !== 'PAUSED') return node.status;
	const parent = parentOf(node, meta);
	const above = parent && effectiveStatus(parent, meta);
	if (above === 'ARCHIVED' || above === 'DELETED') return above;
	if (node.status === 'PAUSED') return 'PAUSED';
	if (above === 'PAUSED') return parent?.type === 'Campaign' ? 'CAMPAIGN_PAUSED' : 'ADSET_PAUSED';
	return above ?? 'ACTIVE';
}

/** An end is an end: what is archived can only be deleted, and what is deleted stays so. */
export function setStatus(node: AdsObject, status: Status): void {
	if (node.status === 'DELETED' && status !== 'DELETED') throw invalid('You cannot edit a deleted object.', { subcode: 1487056, userMessage: 'A deleted object cannot be changed.' });
	if (node.status === 'ARCHIVED' && status !== 'ARCHIVED' && status !== 'DELETED') {
		throw invalid('You cannot edit an archived object.', { subcode: 1487565, userMessage: 'An archived object can only be renamed or deleted.' });
	}
	node.status = status;
}

/** Archived and deleted ones show only where they are asked for. */
export function listed<T extends AdsObject>(nodes: T[], { params }: Call, meta: Meta): T[] {
	const wanted = params.texts('effective_status');
	const since = (params.integer('updated_since') ?? 0) * 1000;
	return nodes
		.filter((node) => {
			const status = effectiveStatus(node, meta);
			return (wanted ? wanted.includes(status) : status !== 'ARCHIVED' && status !== 'DELETED') && node.updatedAt >= since;
		})
		.reverse();
}

/** What every object of an ad account tells; the rest as it was given. */
export const ownFields = (node: Owned): Record<string, () => unknown> => ({
	...Object.fromEntries(Object.entries(node.values).map(([name, value]) => [name, () => (isTime(name) ? graphTime(Number(value)) : value)])),
	...{ id: () => node.id, account_id: () => node.accountId, name: () => node.name },
	...{ created_time: () => graphTime(node.createdAt), updated_time: () => graphTime(node.updatedAt) },
});

const sourceNames = { Campaign: 'source_campaign_id', AdSet: 'source_adset_id', Ad: 'source_ad_id' } as const;

/** The same of what pauses and ends. */
export const deliveredFields = (node: AdsObject, meta: Meta): Record<string, () => unknown> => ({
	...ownFields(node),
	...{ status: () => node.status, configured_status: () => node.status, effective_status: () => effectiveStatus(node, meta) },
	[sourceNames[node.type]]: () => node.sourceId ?? '0',
});

const isTime = (name: string): boolean => /^(start|stop|end)_time$/.test(name);

/** The parameters that are kept as they are given; times as clock times. */
export function keptValues({ params }: Call, meta: Meta, names: readonly string[]): Record<string, unknown> {
	const given = names.filter((name) => params.has(name));
	return Object.fromEntries(given.map((name) => [name, isTime(name) ? params.time(name, meta.now) : params.value(name)]));
}
