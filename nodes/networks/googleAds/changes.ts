import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import { plus, today } from '../meta/insights/days';
import { accountOf } from './account';
import { campaignIdIn } from './customer';
import { dayIn } from './day';
import { pageOf, quoted, quotedList } from './gaql';
import { majorUnits } from './micros';
import { camel } from './names';

/** What the panel gives. */
export interface ChangeInput {
	account: string;
	since: string;
	until: string;
	returnAll: boolean;
	limit: number;
	campaign: string;
	options: { by?: string; clients?: readonly string[]; kinds?: readonly string[] };
}

/** https://developers.google.com/google-ads/api/fields/v25/change_event */
interface Event {
	resourceName: string;
	changeDateTime: string;
	changeResourceType?: string;
	changeResourceName?: string;
	clientType?: string;
	userEmail?: string;
	oldResource?: IDataObject;
	newResource?: IDataObject;
	resourceChangeOperation?: string;
	changedFields?: string;
}

interface Row {
	changeEvent: Event;
	campaign?: { id?: string; name?: string };
	adGroup?: { id?: string; name?: string };
}

/** One query gives at most so many, and Google keeps them for so many days. https://developers.google.com/google-ads/api/docs/change-event */
const MOST = 10_000;
const DAYS = 30;

const fields = [
	...['resource_name', 'change_date_time', 'change_resource_type', 'change_resource_name', 'client_type', 'user_email', 'old_resource', 'new_resource', 'resource_change_operation', 'changed_fields'].map((name) => `change_event.${name}`),
	...['campaign.id', 'campaign.name', 'ad_group.id', 'ad_group.name'],
].join(', ');

const dayOr = (fallback: string, field: string, value: unknown): string => (value === '' || value === undefined || value === null ? fallback : dayIn(field, value));

function conditionsOf({ campaign, options: { by, clients = [], kinds = [] } }: ChangeInput): string[] {
	const id = campaignIdIn(campaign);
	// An expression may give a number.
	const person = String(by ?? '').trim();
	return [
		...(id === '' ? [] : [`campaign.id = ${id}`]),
		...(person === '' ? [] : [`change_event.user_email = ${quoted(person)}`]),
		...(clients.length > 0 ? [`change_event.client_type IN (${quotedList(clients)})`] : []),
		...(kinds.length > 0 ? [`change_event.change_resource_type IN (${quotedList(kinds)})`] : []),
	];
}

const isObject = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What changed stands inside one entry, named after its kind. */
const inside = (resource: IDataObject = {}): IDataObject => {
	const [only] = Object.values(resource);
	return isObject(only) ? only : {};
};

function valueAt(resource: IDataObject, path: string): unknown {
	let value: unknown = resource;
	for (const name of path.split('.')) value = isObject(value) ? value[name] : undefined;
	return path.endsWith('Micros') && (typeof value === 'string' || typeof value === 'number') ? majorUnits(value) : value;
}

/** Field by field, amounts in major units: `{ field: 'amount', old: 10, new: 12.5 }`. */
function differences({ changedFields = '', oldResource, newResource }: Event): object[] {
	const [before, after] = [inside(oldResource), inside(newResource)];
	const paths = changedFields.split(',').map((path) => camel(path.trim())).filter((path) => path !== '' && path !== 'resourceName');
	return paths.map((path) => ({ field: path.replace(/Micros$/, ''), old: valueAt(before, path) ?? null, new: valueAt(after, path) ?? null }));
}

const spoken = (word = '') => word.toLowerCase().replaceAll('_', ' ');
const told = (value: unknown) => (value === null || value === undefined ? 'nothing' : typeof value === 'object' ? JSON.stringify(value) : String(value));

function shown({ changeEvent: event, campaign, adGroup }: Row, currency: string, timeZone: string): object {
	const changes = differences(event) as { field: string; old: unknown; new: unknown }[];
	const kind = spoken(event.changeResourceType);
	const who = event.userEmail || spoken(event.clientType) || 'somebody';
	const where = campaign?.name ? ` in “${campaign.name}”` : '';
	const what = { CREATE: `created the ${kind}${where}`, REMOVE: `removed the ${kind}${where}` }[event.resourceChangeOperation ?? ''];
	const text = what ?? `changed the ${kind}${where}: ${changes.map(({ field, old, new: now }) => `${field} from ${told(old)} to ${told(now)}`).join(', ') || 'Google does not say what'}`;
	return {
		...{ when: event.changeDateTime, timeZone, who: event.userEmail, with: event.clientType, what: event.changeResourceType, operation: event.resourceChangeOperation, resource: event.changeResourceName },
		...{ campaignId: campaign?.id, campaignName: campaign?.name, adGroupId: adGroup?.id, adGroupName: adGroup?.name, changes, currency, text: `${who} ${text}.` },
	};
}

/** Who changed what, the latest first. More than one query gives are asked for from the earliest of them on. */
export async function* listChanges(api: Api, input: ChangeInput): AsyncGenerator<object[]> {
	const { currency, timeZone } = await accountOf(api, input.account);
	const now = today(timeZone);
	const since = dayOr(plus(now, 1 - DAYS), 'Since', input.since);
	const until = dayOr(now, 'Until', input.until);
	if (since < plus(now, -DAYS)) throw refused('Since', `${since} is too long ago; Google keeps changes for ${DAYS} days.`, `Choose ${plus(now, 1 - DAYS)} or later.`);
	if (since > until) throw refused('Since', 'is later than “Until”.', 'Swap them.');
	const conditions = conditionsOf(input);
	let left = input.returnAll ? Infinity : input.limit;
	const seen = new Set<string>();
	for (let end = `${until} 23:59:59.999999`; left > 0; ) {
		// Of the next ones, those of the moment at which the last ones ended come again.
		const most = seen.size === 0 ? Math.min(left, MOST) : MOST;
		const where = [`change_event.change_date_time >= '${since} 00:00:00'`, `change_event.change_date_time <= '${end}'`, ...conditions].join(' AND ');
		const { results = [] } = await pageOf<Row>(api, input.account, `SELECT ${fields} FROM change_event WHERE ${where} ORDER BY change_event.change_date_time DESC LIMIT ${most}`);
		const fresh = results.filter(({ changeEvent }) => !seen.has(changeEvent.resourceName)).slice(0, left);
		for (const { changeEvent } of fresh) seen.add(changeEvent.resourceName);
		left -= fresh.length;
		yield fresh.map((row) => shown(row, currency, timeZone));
		const last = results.at(-1)?.changeEvent.changeDateTime;
		if (results.length < most || !last) return;
		if (fresh.length === 0) throw refused('Since', `${MOST} changes or more were made at ${last}, and Google tells no more of one moment.`, 'Ask for fewer of them: by campaign, or by “Kinds” under Options.');
		end = last;
	}
}
