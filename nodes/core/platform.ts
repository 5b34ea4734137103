import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import type { Failure } from './errors';
import type { Api } from './api';
import type { Token } from './tokens';
import type { Request } from './request';

export type Credentials = ICredentialDataDecryptedObject;

/** A reply as it came off the wire. Header names are lower case. */
export interface Reply {
	status: number;
	headers: Record<string, unknown>;
	body: unknown;
}

/** How much of the platform's allowance is used, from 0 to 100 %, and how long until it is given back, in ms. */
export interface Usage {
	percent: number;
	regain?: number;
}

/** How a platform's tokens live and are renewed. Times in milliseconds. */
export interface TokenFacts {
	/** A token is renewed when it has less than this left. */
	renewBefore: number;
	/** A shorter life is that of an intermediate token, which is exchanged at once. */
	exchangeBelow?: number;
	/** A field that only the answer to a fresh consent has; the token beside it is exchanged at once. */
	freshMark?: string;
	/**
	 * The form that asks for the next token, and the URL it goes to if that is not the credential's token URL; undefined where this
	 * token cannot be renewed. Without it: OAuth2's own `refresh_token` grant.
	 */
	renewal?(token: Token, credentials: Credentials): { form: Record<string, string>; url?: string } | undefined;
	/** Every renewal also begins the refresh token's life anew, so that it ends only where nothing renews. */
	slides?: boolean;
	/** OAuth2 errors of the token endpoint that mean: only a person can connect again. Default `invalid_grant`. */
	dead?: readonly string[];
	/** Whether an API's refusal means that the token itself has ended. Default: HTTP 401. */
	hasEnded?(failure: Failure): boolean;
}

/** A thing in the way and what to do about it, a sentence each. */
export interface Finding {
	problem: 'account-type' | 'missing-permission' | 'not-connected' | 'not-linked' | 'outdated-version' | 'unaudited-app' | 'unreachable';
	message: string;
	fix: string;
}

export interface Introspection {
	scopes?: readonly string[];
	expiresAt?: number;
}

/** Facts of one platform: data first, and the few small functions that read its dialect. One file each in `platforms/`. */
export interface Platform {
	/** As people know it: `Telegram`. */
	name: string;
	/** The credential type that connects it. */
	credential: string;
	/** The vendor's reference. */
	docs: string;
	/** When and where these facts were last checked: `2026-11 https://…`. */
	verified: string;
	/** Where `request.host` (default `api`) answers, version included, for the account connected with these credentials. */
	baseUrl(credentials: Credentials, host?: string): string;
	/** Names the account whose allowance a call uses up; every execution in this process shares its pace. */
	account(credentials: Credentials): string;
	/** Names the allowance of its own that the operation's calls use up beside that (an ad account's), where the platform counts so. */
	lane?(input: IDataObject): string | undefined;
	/** Who is connected: a call that costs little and needs no permission. */
	identity: { request: Request; nameOf(body: IDataObject): string };
	/** What the platform itself says of a token: its permissions, and its end in milliseconds since 1970. */
	introspect?(api: Api, token: Token | undefined, credentials: Credentials): Promise<Introspection>;
	/** What would stop a node with this input although its permissions are there: an account that is not linked, of the wrong kind, not audited. */
	diagnose?(api: Api, input: IDataObject, credentials: Credentials): Promise<Finding[]>;
	/** What the person at the editor has to know beside every output: that QMARK’s version of the API is about to end. */
	notice?(): string | undefined;
	/** Absent where tokens do not end. */
	token?: TokenFacts;
	/** Calls in flight at once, by effect (`write` is always 1). */
	concurrency: { read: number; send: number };
	/** Published ceilings for calls that are not reads: a steady pace from the first request on, in calls a second. */
	rate?: {
		perSecond(credentials: Credentials): number;
		/** Places in the pace that one call takes; 1 unless the platform counts what is inside. */
		cost?(request: Request): number;
		/** The recipient that has a slower pace of its own, and its pace. */
		recipient?(request: Request): { id: string; perSecond: number; burst: number } | undefined;
	};
	/** An allowance that every call uses up, reads too: so many units in any `window` ms. */
	quota?: {
		units(credentials: Credentials): number;
		window: number;
		cost(request: Request): number;
	};
	/** Usage the platform reports in its headers. */
	usage?(headers: Reply['headers']): Usage | undefined;
	/** The same of the `lane`. */
	laneUsage?(headers: Reply['headers']): Usage | undefined;
	/** Attempts in all, and the first delay between two of them in ms (doubled each time). */
	retry: {
		attempts: number;
		firstDelay: number;
		/** Asked again before the time it named, it names a later one: nobody calls it until then. */
		punishes?: true;
	};
	/** Milliseconds without an answer after which a call is given up. */
	timeout: number;
	/** The vendor's refusal in its own envelope, whatever the HTTP status; undefined where the body holds none. */
	parseError(reply: Reply): Failure | undefined;
	/** Reads a body that `JSON.parse` would spoil: see `exactJson`. */
	parse?(text: string): unknown;
	/** Whether a URL that an answer gave, for an upload, is one of the vendor's own. Calls go to no other absolute URL. */
	uploadsTo?(url: string, credentials: Credentials): boolean;
	/** What a successful body holds for the caller. */
	unwrap?(body: unknown): unknown;
	/** Adds what every call of this platform carries (a proof, a version). `token` is the one that signs the call. */
	complete?(request: Request, credentials: Credentials, token: string): Request;
	/** The word before the token in the `Authorization` header, where a host wants another than `Bearer`. */
	scheme?(host?: string): string | undefined;
	/** The request for the page after this body, or undefined at the end. */
	nextPage?(request: Request, body: IDataObject): Request | undefined;
	/** The items of one page. */
	pageItems?(body: IDataObject): object[];
	/** Calls are signed as the account named in this field (a Facebook page), not as the person who connected. */
	actor?: { field: string; token(id: string, api: Api): Promise<string> };
	/** Bytes of the largest file the account may upload. */
	uploadLimit?(credentials: Credentials): number;
	/** Characters of a text as the platform counts them. */
	textLength?(text: string, input: IDataObject): number;
}
