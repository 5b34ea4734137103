import type { Request } from 'express';
import { readBody } from '../../body';
import { authorize, type Api } from '../bearer';
import { gmailError } from '../errors';
import type { Google } from '../state';
import { parameterError, unknownField, youtubeError } from './errors';
import { pacificDay, type Channel, type YouTube } from './store';

const scope = (name: string) => `https://www.googleapis.com/auth/${name}`;
const full = [scope('youtube'), scope('youtube.force-ssl'), scope('youtubepartner')];

/** https://developers.google.com/youtube/v3/guides/auth/server-side-web-apps */
export const scopes = { read: [...full, scope('youtube.readonly')], manage: full, upload: [...full, scope('youtube.upload')] } as const;

const api: Api = {
	service: 'youtube.googleapis.com',
	unauthenticated: () => ({ errors: [{ message: 'Invalid Credentials', domain: 'global', reason: 'authError', location: 'Authorization', locationType: 'header' }] }),
	insufficient: { errors: [{ message: 'Insufficient Permission', domain: 'global', reason: 'insufficientPermissions' }] },
};

interface Method {
	/** `videos.list` */
	name: string;
	scopes: readonly string[];
	/** Quota units: https://developers.google.com/youtube/v3/determine_quota_cost. `insert`: a call of the bucket that `videos.insert` has. */
	cost: number | 'insert';
	/** Parameters beside those that every method has. */
	parameters?: readonly string[];
}

export interface Admitted {
	youtube: YouTube;
	/** Google's person. */
	account: string;
	/** A parameter's last value. */
	query(name: string): string | undefined;
}

export interface Call extends Admitted {
	channel: Channel;
}

const exceeded = () => youtubeError(403, 'quotaExceeded', 'The request cannot be completed because you have exceeded your <a href="/youtube/v3/getting-started#quota">quota</a>.', 'youtube.quota');

function charge(youtube: YouTube, cost: Method['cost']): void {
	const { settings, world } = youtube;
	const day = pacificDay(world.clock.now());
	if (youtube.used.day !== day) youtube.used = { day, units: 0, inserts: 0 };
	const { used } = youtube;
	if (cost === 'insert') {
		if (used.inserts >= settings.inserts) throw exceeded();
		used.inserts++;
	} else {
		if (used.units + cost > settings.units) throw exceeded();
		used.units += cost;
	}
}

/** Lets a call in: token, scope, parameters, quota; in this order. */
export function admit(req: Request, google: Google, { name, scopes: any, cost, parameters = [] }: Method): Admitted {
	const { youtube } = google;
	const { grant } = authorize(req, google, api, `youtube.api.v3.${name}`, any);
	for (const parameter of Object.keys(req.query)) {
		if (!['part', 'alt', 'prettyPrint', 'quotaUser', 'key', ...parameters].includes(parameter))
			throw gmailError(400, `Invalid JSON payload received. Unknown name "${parameter}": Cannot bind query parameter. Field '${parameter}' could not be found in request message.`, 'badRequest');
	}
	charge(youtube, cost);
	youtube.catchUp();
	const query = (parameter: string) => {
		const value = req.query[parameter];
		const last: unknown = Array.isArray(value) ? value.at(-1) : value;
		return last === undefined || last === '' ? undefined : String(last);
	};
	return { youtube, account: grant.account, query };
}

/** The same, of a person who has a channel. */
export function enter(req: Request, google: Google, method: Method): Call {
	const admitted = admit(req, google, method);
	const channel = admitted.youtube.channelOf(admitted.account);
	if (!channel) throw youtubeError(401, 'youtubeSignupRequired', 'Unauthorized', 'youtube.header', 'Authorization');
	return { ...admitted, channel };
}

/** The parts that are asked for; each must be one that the resource has. Clients repeat the parameter or put commas. */
export function partsOf(req: Request, known: readonly string[]): string[] {
	const value = req.query.part ?? [];
	const parts = (Array.isArray(value) ? value : [value]).flatMap((one) => String(one).split(',')).map((one) => one.trim()).filter(Boolean);
	if (parts.length === 0) throw parameterError('missingRequiredParameter', 'No filter selected. Expected one of: part', 'part');
	const stray = parts.find((part) => !known.includes(part));
	if (stray !== undefined) throw parameterError('unknownPart', `'${stray}'`, 'part');
	return parts;
}

export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `{ snippet: ['title', …] }`: what a body may hold. Refuses all else, as Google's JSON reader does; what the server alone sets is ignored. */
export function checkBody(body: Record<string, unknown>, known: Readonly<Record<string, readonly string[]>>): void {
	for (const [name, value] of Object.entries(body)) {
		const inside = known[name];
		if (['id', 'kind', 'etag'].includes(name)) continue;
		if (inside === undefined || !isObject(value)) throw unknownField(name, 'resource');
		const stray = Object.keys(value).find((one) => !inside.includes(one));
		if (stray !== undefined) throw unknownField(stray, `resource.${name}`);
	}
}

export async function jsonOf(req: Request): Promise<Record<string, unknown>> {
	const { fields } = await readBody(req);
	req.body = fields;
	return fields;
}

/** A page of a list, by a token that is the place where it begins. */
export function pageOf<T>(all: readonly T[], { query }: Admitted, most = 50): { items: readonly T[]; more: object } {
	const asked = query('maxResults') ?? '5';
	if (!/^\d+$/.test(asked) || Number(asked) > most) throw parameterError('invalidParameter', `Invalid value '${asked}'. Values must be within the range: [0, ${most}]`, 'maxResults');
	const token = query('pageToken');
	const start = token === undefined ? 0 : Number(/^CAoQ(\d+)$/.exec(token)?.[1] ?? NaN);
	if (Number.isNaN(start)) throw parameterError('invalidPageToken', 'The request specifies an invalid page token.', 'pageToken');
	const items = all.slice(start, start + Number(asked));
	const end = start + items.length;
	const pageInfo = { totalResults: all.length, resultsPerPage: Number(asked) };
	return { items, more: { ...(end < all.length && { nextPageToken: `CAoQ${end}` }), pageInfo } };
}
