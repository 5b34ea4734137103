import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { refused } from '../../../core/errors';
import { metaAds } from '../../../platforms/metaAds';
import { getMany } from '../batch';
import { accountOf, accountPath, checkOwner } from './account';
import { fieldsOf, namesIn } from './fieldList';
import { withMoney } from './money';

/** What is alike in the objects of an ad account, by kind. */
const kinds = {
	campaign: {
		label: 'Campaign',
		edge: 'campaigns',
		fields:
			'id,account_id,name,objective,status,effective_status,buying_type,special_ad_categories,bid_strategy,daily_budget,lifetime_budget,budget_remaining,spend_cap,start_time,stop_time,created_time,updated_time',
	},
	adSet: {
		label: 'Ad Set',
		edge: 'adsets',
		fields:
			'id,account_id,campaign_id,name,status,effective_status,optimization_goal,billing_event,bid_strategy,bid_amount,daily_budget,lifetime_budget,budget_remaining,destination_type,promoted_object,targeting,start_time,end_time,created_time,updated_time',
	},
	ad: { label: 'Ad', edge: 'ads', fields: 'id,account_id,campaign_id,adset_id,name,status,effective_status,creative,created_time,updated_time' },
	creative: {
		label: 'Creative',
		edge: 'adcreatives',
		fields: 'id,account_id,name,status,object_story_spec,object_story_id,effective_object_story_id,source_instagram_media_id,image_hash,video_id,url_tags',
	},
} as const;

export type Kind = keyof typeof kinds;

export const labelOf = (kind: Kind) => kinds[kind].label;
export const edgeOf = (kind: Kind) => kinds[kind].edge;

/** An object as it was read. Amounts are in minor units, as texts. */
export type Live = IDataObject & { id: string; name?: string; account_id?: string };

/** The object with these fields and its owner, as Meta gives it; refused where it is of another account. */
export async function liveOf(api: Api, kind: Kind, account: string, id: string, fields: readonly string[]): Promise<Live> {
	const wanted = [...new Set(['id', 'name', 'account_id', ...fields])].join(',');
	const [facts, live] = await Promise.all([accountOf(api, account), api.send<Live>({ url: `/${id}`, qs: { fields: wanted } })]);
	checkOwner(labelOf(kind), live, facts);
	return live;
}

export async function getObject(api: Api, kind: Kind, account: string, id: string, fields: string | undefined): Promise<object> {
	const live = await liveOf(api, kind, account, id, fieldsOf(fields, kinds[kind].fields).split(/,(?![^{]*\})/));
	return withMoney(live, (await accountOf(api, account)).currency);
}

/** The object that others are in; undefined where none is named. */
export const pathOf = (id: string | undefined) => (id?.trim() ? `/${id.trim()}` : undefined);

/** Which objects to list. */
export interface Listing {
	/** How many are wanted. */
	most: number;
	fields?: string;
	/** Names of states; the usual ones leave archived and deleted objects out. */
	statuses?: readonly string[];
	/** Commas or spaces between them. */
	ids?: unknown;
	/** Those below this object: `/{id}`. */
	within?: string;
	/** Unix seconds. */
	updatedSince?: number;
}

async function* byIds(api: Api, kind: Kind, { ids, fields }: Listing): AsyncGenerator<Live> {
	const wanted = namesIn(ids);
	const wrong = wanted.find((id) => !/^\d+$/.test(id));
	if (wrong !== undefined) throw refused('IDs', `“${wrong}” is not an ID.`, 'Give numbers, with commas between them.');
	yield* (await getMany<Live>(api, wanted, fieldsOf(fields, kinds[kind].fields, ['id', 'account_id']))).values();
}

function byEdge(api: Api, kind: Kind, account: string, { most, fields, statuses = [], within, updatedSince }: Listing): AsyncIterable<Live> {
	const effective_status = statuses.length > 0 ? JSON.stringify(statuses) : undefined;
	// Another account's campaign would be listed too, its money in the wrong currency.
	const qs = { fields: fieldsOf(fields, kinds[kind].fields, within ? ['account_id'] : []), effective_status, updated_since: updatedSince, limit: Math.min(most, metaAds.pageSize) };
	return api.pages<Live>({ url: `${within ?? accountPath(account)}/${edgeOf(kind)}`, qs });
}

/** Objects of the account, of a campaign or of an ad set, or those with these IDs. */
export async function* listObjects(api: Api, kind: Kind, account: string, listing: Listing): AsyncGenerator<object> {
	const facts = await accountOf(api, account);
	const listed = namesIn(listing.ids).length > 0 ? byIds(api, kind, listing) : byEdge(api, kind, account, listing);
	for await (const live of listed) {
		checkOwner(labelOf(kind), live, facts);
		yield withMoney(live, facts.currency);
	}
}
