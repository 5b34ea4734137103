import type { IDataObject } from 'n8n-workflow';
import { refused } from '../../../core/errors';
import { objectOf } from '../../../core/json';
import { pinterestAds } from '../../../platforms/pinterestAds';
import { secondsOf } from '../../facebook/schedule';

const { tracking } = pinterestAds;

/** The name of something, without what surrounds it. */
export function nameIn(value: unknown, most = Infinity): string {
	const name = String(value ?? '').trim();
	if (name === '') throw refused('Name', 'is empty.', 'Fill in “Name”.');
	if (name.length > most) throw refused('Name', `has ${name.length} characters; Pinterest allows ${most}.`, `Shorten it by ${name.length - most}.`);
	return name;
}

/** One of a menu's words, which an expression may give: what it left empty would be Pinterest's choice, such as to begin at once. */
export function wordIn(field: string, value: unknown, menu: readonly { value: string }[]): string {
	const word = String(value ?? '');
	if (menu.some((one) => one.value === word)) return word;
	throw refused(field, word === '' ? 'is empty.' : `“${word}” is none that Pinterest knows.`, `Give one of ${menu.map((one) => one.value).join(', ')}, or check the expression that should.`);
}

/** An address; undefined where the field is empty. */
export function urlIn(field: string, value: unknown): string | undefined {
	const url = String(value ?? '').trim();
	if (url === '' || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))) return url || undefined;
	throw refused(field, `“${url}” is not a web address.`, 'Give the whole of it, with https://.');
}

export interface Times {
	endTime?: string;
	noEndTime?: boolean;
	startTime?: string;
}

/** From when to when, in Unix seconds; refuses an end that is past or comes before the start. `null` is no end. */
export function spanOf({ startTime, endTime, noEndTime }: Times, live: IDataObject = {}): { start_time?: number; end_time?: number | null } {
	const [start, end] = [secondsOf('Start Time', startTime), secondsOf('End Time', endTime)];
	if (end !== undefined && noEndTime) throw refused('No End Time', 'there is an end time too.', 'Give one of them.');
	const begins = start ?? (typeof live.start_time === 'number' ? live.start_time : undefined);
	const say = (seconds: number) => new Date(seconds * 1000).toISOString();
	if (end !== undefined && end <= Date.now() / 1000) throw refused('End Time', `${say(end)} has passed.`, 'Give a later time.');
	if (end !== undefined && begins !== undefined && end <= begins) throw refused('End Time', `${say(end)} is not after the start, ${say(begins)}.`, 'Give a later end.');
	return { ...(start !== undefined && { start_time: start }), ...(end !== undefined && { end_time: end }), ...(noEndTime && { end_time: null }) };
}

const events = ['audience_verification', 'buyable_button', 'click', 'engagement', 'impression'];

/** https://developers.pinterest.com/docs/api/v5/campaigns-create: addresses that are called for an event. */
export function trackingIn(value: unknown): IDataObject | undefined {
	const label = 'Tracking URLs (JSON)';
	const urls = objectOf(label, value);
	if (urls === undefined || Object.keys(urls).length === 0) return undefined;
	for (const [event, list] of Object.entries(urls)) {
		if (!events.includes(event)) throw refused(label, `“${event}” is none of ${events.join(', ')}.`, 'Name the events as Pinterest does.');
		if (!Array.isArray(list) || list.length > tracking.most) throw refused(label, `“${event}” takes a list of up to ${tracking.most} addresses.`, 'Give such a list.');
		for (const url of list) if (String(urlIn(label, url) ?? '').length > tracking.characters) throw refused(label, `an address of “${event}” is longer than ${tracking.characters} characters.`, 'Use a shorter one.');
	}
	return urls;
}
