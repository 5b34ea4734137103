import type { IDataObject } from 'n8n-workflow';
import type { WebhookObject } from './catalogue';
import { changeEvents } from './changes';
import type { MetaEvent } from './event';
import { isRecord, recordIn, recordsIn, textIn, timeIn } from './event';
import { messagingEvents } from './messaging';
import { whatsAppEvents } from './whatsApp';

const objects: readonly WebhookObject[] = ['page', 'instagram', 'whatsapp_business_account'];

const objectIn = ({ object }: IDataObject): WebhookObject | undefined => objects.find((known) => known === object);

/** Changes of an entry; with Instagram Login one was seen to stand directly on it. */
const changesIn = (entry: IDataObject): IDataObject[] => (isRecord(entry.value) && entry.field !== undefined ? [entry] : recordsIn(entry.changes));

function eventsIn(object: WebhookObject, entry: IDataObject): MetaEvent[] {
	const [account, time] = [textIn(entry.id), timeIn(entry.time)];
	const changed = changesIn(entry).flatMap(({ field, value }) => {
		const change = { account, field: textIn(field), value: recordIn(value), time };
		return object === 'whatsapp_business_account' ? whatsAppEvents(account, change.field, change.value, time) : changeEvents(object, change);
	});
	if (object === 'whatsapp_business_account') return changed;
	const channel = object === 'page' ? 'messenger' : 'instagram';
	return [...changed, ...recordsIn(entry.messaging).flatMap((happening) => messagingEvents(channel, account, happening))];
}

/** All that one delivery tells, in its order; undefined where it is not one of Meta's. https://developers.facebook.com/docs/graph-api/webhooks/getting-started#event-notifications */
export function eventsOf(payload: unknown): MetaEvent[] | undefined {
	if (!isRecord(payload) || !Array.isArray(payload.entry)) return undefined;
	const object = objectIn(payload);
	return object && recordsIn(payload.entry).flatMap((entry) => eventsIn(object, entry));
}
