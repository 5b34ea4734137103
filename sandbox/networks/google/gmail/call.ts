import type { Request } from 'express';
import { authorize, type Api } from '../bearer';
import { gmailError, Refused, statusBody } from '../errors';
import type { Google } from '../state';
import type { Mailbox } from './mailbox';
import { isMetadataOnly, methods, type MethodName } from './methods';

const authError = { message: 'Invalid Credentials', domain: 'global', reason: 'authError', location: 'Authorization', locationType: 'header' };

const api: Api = {
	service: 'gmail.googleapis.com',
	unauthenticated: () => ({ errors: [authError] }),
	insufficient: { errors: [{ message: 'Insufficient Permission', domain: 'global', reason: 'insufficientPermissions' }] },
};

export const invalid = (message: string): Refused => gmailError(400, message, 'invalidArgument');
export const missing = (): Refused => gmailError(404, 'Requested entity was not found.', 'notFound');

/** A call that was let in. */
export interface Call {
	mailbox: Mailbox;
	/** The token allows neither bodies nor search. */
	metadataOnly: boolean;
	query: Query;
}

/** Parameters by name, each checked to be one that the method has. */
export class Query {
	constructor(private readonly values: Record<string, unknown>) {}

	list(name: string): string[] {
		const value = this.values[name] ?? [];
		return (Array.isArray(value) ? value : [value]).map(String);
	}

	text(name: string): string | undefined {
		return this.list(name).at(-1);
	}

	flag(name: string): boolean {
		const text = this.text(name) ?? 'false';
		if (text !== 'true' && text !== 'false') throw invalid(`Invalid value at '${name}' (TYPE_BOOL), "${text}"`);
		return text === 'true';
	}

	/** Google takes more than the most for the most, and 0 for nothing said. */
	count(name: string, most: number, usual = 100): number {
		const text = this.text(name) ?? '';
		if (!/^\d*$/.test(text)) throw invalid(`Invalid value at '${name}' (TYPE_UINT32), "${text}"`);
		return Math.min(Number(text) || usual, most);
	}

	choice<T extends string>(name: string, words: readonly T[], usual: T): T {
		const text = this.text(name)?.toLowerCase();
		const word = text === undefined ? usual : words.find((one) => one.toLowerCase() === text);
		if (word === undefined) throw invalid(`Invalid value at '${name}' (TYPE_ENUM), "${this.text(name)}"`);
		return word;
	}
}

/** Lets a call in: token, scope, mailbox, quota, parameters; in this order. */
export function enter(req: Request<{ userId: string }>, google: Google, name: MethodName, parameters: readonly string[] = []): Call {
	const method = methods[name];
	const { grant } = authorize(req, google, api, `caribou.api.proto.MailboxService.${method.name}`, method.scopes);
	const account = google.account(grant.account)?.name ?? grant.account;
	const mailbox = google.gmail.mailbox(account);
	if (!mailbox || !['me', account].includes(req.params.userId.toLowerCase())) throw gmailError(403, `Delegation denied for ${account}`, 'forbidden');
	charge(google, account, method.units[google.gmail.settings.unitTable]);
	for (const parameter of Object.keys(req.query)) {
		if (![...parameters, 'alt', 'prettyPrint', 'quotaUser', 'key'].includes(parameter))
			throw invalid(`Invalid JSON payload received. Unknown name "${parameter}": Cannot bind query parameter. Field '${parameter}' could not be found in request message.`);
	}
	mailbox.expire(google.gmail.settings.historyDays);
	return { mailbox, metadataOnly: isMetadataOnly(grant.scopes), query: new Query(req.query) };
}

/** The text ends with the time; Gmail sends no Retry-After. https://developers.google.com/workspace/gmail/api/guides/handle-errors */
export function tooMuch(status: 403 | 429, reason: string, until: number): Refused {
	const message = `User-rate limit exceeded.  Retry after ${new Date(until).toISOString()}`;
	return new Refused(status, statusBody(status, message, { errors: [{ message, domain: 'usageLimits', reason }] }));
}

const MINUTE = 60_000;

function charge({ gmail }: Google, account: string, units: number): void {
	const { unitsPerMinute } = gmail.settings;
	if (unitsPerMinute === 0) return;
	const now = gmail.world.clock.now();
	const known = gmail.used.get(account);
	const minute = known && now < known.since + MINUTE ? known : { since: now, units: 0 };
	if (minute.units + units > unitsPerMinute) throw tooMuch(403, 'userRateLimitExceeded', minute.since + MINUTE);
	gmail.used.set(account, { since: minute.since, units: minute.units + units });
}

/** Refuses fields that the method's body does not have, as Google's JSON reader does. */
export function checkFields(body: Record<string, unknown>, known: readonly string[], at = ''): void {
	const stray = Object.keys(body).find((name) => !known.includes(name));
	if (stray !== undefined) throw invalid(`Invalid JSON payload received. Unknown name "${stray}"${at && ` at '${at}'`}: Cannot find field.`);
}

/** A list of texts in a body; none said is none. */
export function textsIn(body: Record<string, unknown>, name: string): string[] {
	const value = body[name] ?? [];
	if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) throw invalid(`Invalid value at '${name}' (repeated TYPE_STRING)`);
	return value;
}
