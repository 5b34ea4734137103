import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import type { EventName } from './catalogue';

/** One thing that happened, as it starts a workflow. */
export interface MetaEvent {
	event: EventName;
	/** The same whenever Meta delivers it again: from the provider's own ID, or from the content where it has none. */
	key: string;
	/** Page, Instagram account or WhatsApp phone number that it happened to. */
	account: string;
	/** What was subscribed: the page, the Instagram account or the WhatsApp Business account. */
	owner: string;
	/** When Meta had it to tell, in ms since 1970; undefined where Meta does not say. */
	at?: number;
	/** Done by the account itself, and not by somebody else. */
	own?: boolean;
	json: IDataObject;
}

export const isRecord = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null && !Array.isArray(value);

export const recordsIn = (value: unknown): IDataObject[] => (Array.isArray(value) ? value.filter(isRecord) : []);

export const recordIn = (value: unknown): IDataObject => (isRecord(value) ? value : {});

/** IDs come as texts, here and there as numbers. */
export const textIn = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '');

export const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(textIn).filter(Boolean) : []);

/** A text that is there, or nothing. */
export const optional = (value: unknown): string | undefined => textIn(value) || undefined;

const SECONDS_END = 1e11;

/** Milliseconds since 1970 of seconds, milliseconds or ISO text: Meta uses all three. */
export function timeIn(value: unknown): number | undefined {
	const number = typeof value === 'string' && !/^\d+$/.test(value) ? Date.parse(value) : Number(value);
	if (!Number.isFinite(number) || number <= 0) return undefined;
	return number < SECONDS_END ? number * 1000 : number;
}

export const isoOf = (ms: number | undefined): string => new Date(ms ?? Date.now()).toISOString();

/** Knows an event without an ID by its content. */
export const digestOf = (...content: unknown[]): string => createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22);
