import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { refused } from '../../../core/errors';
import { metaAds } from '../../../platforms/metaAds';
import { timeOf } from './campaign';
import { foundSince, remember, thisSecond } from './create';
import { labelOf, liveOf } from './objects';

interface Source {
	kind: 'campaign' | 'adSet' | 'ad';
	adAccount: string;
	id: string;
}

export interface CopyOptions {
	status: 'ACTIVE' | 'INHERITED_FROM_SOURCE' | 'PAUSED';
	deepCopy?: boolean;
	/** Where the copy goes; beside its source unless given. */
	into?: { campaign_id?: string; adset_id?: string };
	namePrefix?: string;
	nameSuffix?: string;
	renameAll?: boolean;
	startTime?: string;
	endTime?: string;
}

const keys = { campaign: 'copied_campaign_id', adSet: 'copied_adset_id', ad: 'copied_ad_id' } as const;

interface Copied extends Partial<Record<(typeof keys)[keyof typeof keys], string>> {
	ad_object_ids?: { ad_object_type: string; source_id: string; copied_id: string }[];
}

function bodyOf(options: CopyOptions): IDataObject {
	const { status, deepCopy, into, namePrefix, nameSuffix, renameAll, startTime, endTime } = options;
	const strategy = namePrefix || nameSuffix ? (renameAll ? 'DEEP_RENAME' : 'ONLY_TOP_LEVEL_RENAME') : 'NO_RENAME';
	return {
		...{ status_option: status, deep_copy: deepCopy, ...into },
		rename_options: { rename_strategy: strategy, rename_prefix: namePrefix || undefined, rename_suffix: nameSuffix || undefined },
		...{ start_time: timeOf('Start Time', startTime), end_time: timeOf('End Time', endTime) },
	};
}

/** Meta copies few ads in one call, and refuses the whole call otherwise. */
async function checkSize(api: Api, { kind, id }: Source, deep = false): Promise<void> {
	if (!deep) return;
	const { data } = await api.send<{ data: object[] }>({ url: `/${id}/ads`, qs: { fields: 'id', limit: metaAds.deepCopy + 1 } });
	if (data.length <= metaAds.deepCopy) return;
	const steps = kind === 'campaign' ? 'the campaign, then each ad set into it' : 'the ad set, then each ad into it';
	throw refused('Copy What Is Inside', `this ${labelOf(kind).toLowerCase()} has more than ${metaAds.deepCopy} ads, which is what Meta copies at once.`, `Switch it off and duplicate ${steps}.`);
}

/** Copies it. Without an answer the copy is looked for among those of its source, and never made again. https://developers.facebook.com/docs/marketing-api/reference/ad-campaign-group/copies */
export async function duplicate(api: Api, source: Source, options: CopyOptions) {
	const { kind, adAccount, id } = source;
	const body = bodyOf(options);
	await liveOf(api, kind, adAccount, id, []);
	await checkSize(api, source, options.deepCopy);
	const began = thisSecond();
	const reconcile = async () => ({ result: { [keys[kind]]: await foundSince(api, `/${id}/copies`, { fields: 'id,name,created_time' }, began, () => true) } });
	const copied = await api.send<Copied>({ method: 'POST', url: `/${id}/copies`, body, reconcile });
	const copy = copied[keys[kind]] ?? '';
	remember(copy);
	const copies = (copied.ad_object_ids ?? []).map(({ ad_object_type: type, source_id, copied_id }) => ({ type, source_id, id: copied_id }));
	for (const { id: one } of copies) remember(one);
	return { id: copy, source_id: id, created: true, ...(copies.length > 0 && { copies }) };
}
