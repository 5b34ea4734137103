import { tryToParseDateTime } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import { refused } from '../core/errors';
import type { InputOf } from '../core/operation';
import { agrees } from '../networks/person/consent';
import { objectOf } from '../core/json';
import { metaConversions } from '../platforms/metaConversions';
import { checkEvent } from './check';
import { customDataOf } from './customData';
import { derivedId } from './eventId';
import type { dataset, event, options } from './fields';
import type { customData, privacy, userData } from './personFields';
import { userDataOf } from './userData';

/** What the panel gives for one event. */
export type EventInput = InputOf<readonly [typeof dataset, ...typeof event, typeof userData, typeof customData, typeof privacy, typeof options]>;

/** An event on the wire. https://developers.facebook.com/docs/marketing-api/conversions-api/parameters/server-event */
export interface ServerEvent extends IDataObject {
	event_name: string;
	/** Unix seconds. */
	event_time: number;
	event_id: string;
	action_source: string;
	user_data: IDataObject;
	custom_data?: IDataObject;
}

const { usual, physicalStore, ahead } = metaConversions.window;

/** Unix seconds; milliseconds, as many systems count, are divided. Empty is undefined. */
function secondsOf(value: unknown): number | undefined {
	const text = String(value ?? '').trim();
	if (text === '') return undefined;
	if (/^\d{9,10}$/.test(text)) return Number(text);
	if (/^\d{12,13}$/.test(text)) return Math.floor(Number(text) / 1000);
	try {
		return Math.floor(tryToParseDateTime(text).toSeconds());
	} catch {
		throw refused('Event Time', `“${text}” is not a date and time.`, 'Give it as 2027-01-31T09:30:00, in Unix seconds, or leave it empty for now.');
	}
}

/** Refuses what is too old or still to come: one such event makes Meta refuse all of the call. */
function checkTime(at: number, source: string): void {
	const age = Date.now() / 1000 - at;
	const most = source === 'physical_store' ? physicalStore : usual;
	const when = new Date(at * 1000).toISOString();
	if (age > most) throw refused('Event Time', `${when} is ${Math.ceil(age / 86_400)} days ago; Meta takes events up to ${most / 86_400} days old${source === 'physical_store' ? '' : ' (62 in a physical store)'}.`, 'Leave this item out, and let the workflow run more often.');
	if (age < -ahead) throw refused('Event Time', `${when} is still to come.`, 'Give the time at which it happened; check its time zone.');
}

function eventNameOf({ eventName, customEventName }: EventInput): string {
	const name = eventName === 'custom' ? customEventName.trim() : eventName;
	if (name.length <= 50) return name;
	throw refused('Custom Event Name', `has ${name.length} characters; Meta allows 50.`, 'Choose a shorter name.');
}

function webAddress(label: string, value: unknown): string | undefined {
	const text = String(value ?? '').trim();
	if (text === '' || (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol))) return text || undefined;
	throw refused(label, `“${text}” is not a web address.`, 'Give the whole address, with https://.');
}

/** https://developers.facebook.com/docs/marketing-api/conversions-api/parameters/server-event#data-processing-options */
function processing({ limitedDataUse, country, state }: EventInput['privacy']): IDataObject {
	if (!limitedDataUse) return {};
	return { data_processing_options: ['LDU'], data_processing_options_country: Number(country ?? 0), data_processing_options_state: Number(state ?? 0) };
}

/** Whether the item may be sent at all. An expression that finds no consent gives nothing, which is none. */
export const mayBeSent = ({ privacy }: EventInput): boolean => !('consent' in privacy) || agrees(privacy.consent);

/** The event of an item, checked as Meta would check it. */
export function eventOf(input: EventInput): ServerEvent {
	const { dataset: id, actionSource: source, eventId, eventTime, customData: details, userData: person, privacy: limits, options: more } = input;
	const name = eventNameOf(input);
	const given = secondsOf(eventTime);
	const at = given ?? Math.floor(Date.now() / 1000);
	checkTime(at, source);
	const custom = customDataOf(details, name);
	const user = userDataOf(person, { ...more, at });
	const original = objectOf('Original Event (JSON)', more.originalEvent);
	const appData = source === 'app' ? objectOf('App Data (JSON)', input.appData) : undefined;
	const made: ServerEvent = {
		event_name: name,
		event_time: at,
		event_id: String(eventId).trim() || derivedId({ dataset: id, name, at: given, custom, user }),
		action_source: source,
		user_data: user,
		...(Object.keys(custom).length > 0 && { custom_data: custom }),
		...(source === 'website' && { event_source_url: webAddress('Event Source URL', input.eventSourceUrl) }),
		...(more.referrerUrl && { referrer_url: webAddress('Referrer URL', more.referrerUrl) }),
		...(source === 'business_messaging' && { messaging_channel: input.messagingChannel }),
		...(appData && { app_data: appData }),
		...(original && Object.keys(original).length > 0 && { original_event_data: original }),
		...(limits.optOut && { opt_out: true }),
		...processing(limits),
	};
	checkEvent(made);
	return made;
}
