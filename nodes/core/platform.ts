import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import type { Failure } from './errors';
import type { Api } from './api';
import type { Request } from './transport';

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
	/** Usage the platform reports in its headers. */
	usage?(headers: Reply['headers']): Usage | undefined;
	/** Attempts in all, and the first delay between two of them in ms (doubled each time). */
	retry: { attempts: number; firstDelay: number };
	/** Milliseconds without an answer after which a call is given up. */
	timeout: number;
	/** The vendor's refusal in its own envelope, whatever the HTTP status; undefined where the body holds none. */
	parseError(reply: Reply): Failure | undefined;
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
