import type { IExecuteFunctions } from 'n8n-workflow';
import type { Failure } from '../core/errors';
import type { Finding, Platform } from '../core/platform';
import { isDue } from '../core/tokens';
import type { Token } from '../core/tokens';
import type { Usage } from './blastRadius';

export type State = 'ok' | 'due' | 'renewed' | 'reconnect' | 'missing-permission' | 'unreachable';

/** One connection as Token Guard sees it. Never a token. Times are ISO 8601 UTC. */
export interface Report {
	credentialId: string;
	name: string;
	type: string;
	platform: string;
	/** Whose account answered; absent where nobody was asked. */
	account?: string;
	state: State;
	/** What is the matter and what to do about it; absent while all is well. */
	reason?: string;
	hint?: string;
	/** End of the token that is in use. */
	expiresAt?: string;
	/** The day it stops working unless a person connects again; absent while QMARK renews it by itself. */
	breaksAt?: string;
	/** Whole days until it breaks, or until the token ends where it is renewed by itself. */
	daysLeft?: number;
	lastRenewedAt?: string;
	renewal: 'automatic' | 'by hand' | 'not needed';
	missingPermissions: string[];
	/** What else is in the way of the node that was asked about. */
	findings: Finding[];
	/** The credential in the editor, where a person connects it again. */
	reconnectUrl: string;
	/** Workflows that break with it, as far as n8n’s API was asked. */
	usedBy?: Usage[];
	/** What to tell a person, once for each `key`. */
	alert?: { key: string; title: string; text: string };
}

const DAY = 24 * 60 * 60_000;
/** From two weeks before the end a person has to know. */
export const WARN_DAYS = [14, 7, 3, 1] as const;

/** The credential in this instance’s editor. */
export const reconnectUrlOf = (context: IExecuteFunctions, id: string) => `${context.getInstanceBaseUrl().replace(/\/+$/, '')}/home/credentials/${id}`;

export const isoOf = (ms?: number) => (ms === undefined ? undefined : new Date(ms).toISOString());
export const daysUntil = (ms: number) => Math.floor((ms - Date.now()) / DAY);

/** All that was found out about one connection. Times are milliseconds since 1970. */
export interface Facts {
	platform: Platform;
	token?: Token;
	/** End of the connection as the platform or its owner named it. */
	endsAt?: number;
	renewable: boolean;
	renewed: boolean;
	/** Why a renewal failed. */
	renewalFailure?: Failure;
	/** Why the connection could not be used. */
	failure?: Failure;
	missing: string[];
}

/** When it stops working by itself; undefined while renewals carry it on. */
export function breakOf({ platform, token, endsAt, renewable, renewalFailure, failure }: Facts): number | undefined {
	const end = token?.expiresAt ?? endsAt;
	if (failure?.verdict === 'reconnect') return Math.min(end ?? Infinity, Date.now());
	if (!renewable || renewalFailure) return end;
	const stuck = token && platform.token && isDue(token, platform.token);
	if (stuck) return end;
	return platform.token?.slides ? undefined : token?.refreshExpiresAt;
}

const isNear = (ms?: number) => ms !== undefined && ms - Date.now() <= WARN_DAYS[0] * DAY;

/** Only a refusal of the account itself asks for a person; a platform that cannot be reached does not. */
export function stateOf(facts: Facts): Pick<Report, 'state' | 'reason' | 'hint'> {
	const { failure, renewalFailure, missing, renewed } = facts;
	if (failure?.verdict === 'reconnect') return { state: 'reconnect', reason: failure.message, hint: failure.hint };
	if (failure) return { state: 'unreachable', reason: failure.message, hint: failure.hint };
	if (missing.length > 0) {
		return { state: 'missing-permission', reason: `Not granted: ${missing.join(', ')}.`, hint: 'Open the credential, tick what is used, click Connect and allow all of it.' };
	}
	const breaks = breakOf(facts);
	if (renewalFailure) return { state: 'due', reason: renewalFailure.message, hint: renewalFailure.hint };
	if (breaks !== undefined && isNear(breaks)) {
		return { state: 'due', reason: `It ends on ${isoOf(breaks)?.slice(0, 10)}, and only a person can connect it again.`, hint: 'Open the credential and click Connect before that day.' };
	}
	return { state: renewed ? 'renewed' : 'ok' };
}

export const renewalOf = ({ platform, token, renewable, endsAt }: Facts): Report['renewal'] => {
	if (renewable) return 'automatic';
	return (platform.token && token?.expiresAt !== undefined) || endsAt !== undefined ? 'by hand' : 'not needed';
};
