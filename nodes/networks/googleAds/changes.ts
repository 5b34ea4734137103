import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import { plus, today } from '../meta/insights/days';
import { accountOf } from './account';
import { pageOf, quoted } from './gaql';
import { majorUnits } from './micros';

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

const dayOf = (field: string, value: unknown, fallback: string): string => {
	if (value === '' || value === undefined) return fallback;
	const day = /^\d{4}-\d{2}-\d{2}/.exec(String(value))?.[0];
	if (!day) throw refused(field, `“${String(value)}” is no date.`, 'Write it as 2026-11-30.');
	return day;
};

const list = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');

function conditionsOf({ campaign, options: { by = '', clients = [], kinds = [] } }: ChangeInput): string[] {
	const id = String(campaign ?? '').trim();
	return [
		...(id === '' ? [] : [`campaign.id = ${id}`]),
		...(by.trim() === '' ? [] : [`change_event.user_email = ${quoted(by.trim())}`]),
		...(clients.length > 0 ? [`change_event.client_type IN (${list(clients)})`] : []),
		...(kinds.length > 0 ? [`change_event.change_resource_type IN (${list(kinds)})`] : []),
	];
}

const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
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
	const since = dayOf('Since', input.since, plus(now, 1 - DAYS));
	const until = dayOf('Until', input.until, now);
	if (since < plus(now, -DAYS)) throw refused('Since', `${since} is too long ago; Google keeps changes for ${DAYS} days.`, `Choose ${plus(now, 1 - DAYS)} or later.`);
	if (since > until) throw refused('Since', 'is later than “Until”.', 'Swap them.');
	let left = input.returnAll ? Infinity : input.limit;
	const seen = new Set<string>();
	for (let end = `${until} 23:59:59.999999`; left > 0; ) {
		const most = Math.min(left, MOST);
		const where = [`change_event.change_date_time >= '${since} 00:00:00'`, `change_event.change_date_time <= '${end}'`, ...conditionsOf(input)].join(' AND ');
		const { results = [] } = await pageOf<Row>(api, input.account, `SELECT ${fields} FROM change_event WHERE ${where} ORDER BY change_event.change_date_time DESC LIMIT ${most}`);
		const fresh = results.filter(({ changeEvent }) => !seen.has(changeEvent.resourceName));
		for (const { changeEvent } of fresh) seen.add(changeEvent.resourceName);
		left -= fresh.length;
		yield fresh.map((row) => shown(row, currency, timeZone));
		const last = results.at(-1)?.changeEvent.changeDateTime;
		if (results.length < most || fresh.length === 0 || !last) return;
		end = last;
	}
}
