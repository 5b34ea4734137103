import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { Api } from '../core/api';
import { failureOf } from '../core/errors';
import type { Failure } from '../core/errors';
import type { Finding, Introspection, Platform } from '../core/platform';
import { redactText } from '../core/redact';
import { isRenewable, renewOnTime } from '../core/renewal';
import { openSession } from '../core/session';
import type { Session } from '../core/session';
import { tokenOf } from '../core/tokens';
import { alertOf, fingerprint } from './alert';
import { breakOf, daysUntil, isoOf, reconnectUrlOf, renewalOf, stateOf } from './report';
import type { Facts, Report } from './report';

export interface Task {
	/** `report` looks at what n8n holds, `check` also asks the platform, `renew` renews first what is due. */
	operation: 'check' | 'renew' | 'report';
	/** Permissions that must be granted; those the credential asks for where none are named. */
	required: readonly string[];
	/** Parameters of the node that is to use the connection. */
	parameters?: IDataObject;
}

interface Seen {
	account?: string;
	renewed: boolean;
	renewalFailure?: Failure;
	failure?: Failure;
	introspection: Introspection;
	findings: Finding[];
}

/** Asks the platform, one thing after another; the first refusal ends it. */
async function look(session: Session, { operation, parameters }: Task): Promise<Seen> {
	const seen: Seen = { renewed: false, introspection: {}, findings: [] };
	if (operation === 'report') return seen;
	const { platform } = session;
	const before = tokenOf(session.credentials)?.access;
	if (operation === 'renew') await renewOnTime(session).catch((error: unknown) => (seen.renewalFailure = failureOf(error)));
	try {
		const api = new Api(session, 'read');
		const identity = await api.send(platform.identity.request);
		seen.account = platform.identity.nameOf(identity);
		seen.introspection = (await platform.introspect?.(api, tokenOf(session.credentials), session.credentials)) ?? {};
		if (parameters) seen.findings = (await platform.diagnose?.(api, parameters, session.credentials)) ?? [];
	} catch (error) {
		seen.failure = failureOf(error);
	}
	seen.renewed = tokenOf(session.credentials)?.access !== before;
	return seen;
}

const listOf = (text: unknown) => (typeof text === 'string' ? text.split(/[\s,]+/).filter(Boolean) : []);
const dateOf = (value: unknown) => (typeof value === 'string' && value !== '' ? Date.parse(value) : undefined);

/** What is known of the connection in this node’s credential slot. Never throws for a connection that is broken: that is its answer. */
export async function examine(context: IExecuteFunctions, platform: Platform, task: Task): Promise<Report> {
	const { id, name } = context.getNode().credentials?.[platform.credential] ?? { id: null, name: '' };
	const base = {
		...{ credentialId: id ?? '', name, type: platform.credential, platform: platform.name },
		reconnectUrl: reconnectUrlOf(context, id ?? ''),
	};
	let session: Session;
	try {
		session = await openSession(context, platform);
	} catch (error) {
		const { message: reason, hint, verdict } = failureOf(error);
		const state = verdict === 'reconnect' ? ('reconnect' as const) : ('unreachable' as const);
		const report: Report = { ...base, state, reason, hint, renewal: 'not needed', missingPermissions: [], findings: [] };
		return { ...report, alert: alertOf(report, 'never') };
	}
	const { account, introspection, findings, ...seen } = await look(session, task);
	const { credentials, secrets } = session;
	const token = tokenOf(credentials, platform.token);
	const granted = introspection.scopes ?? token?.scopes;
	const required = task.required.length > 0 ? task.required : listOf(credentials.scope);
	const facts: Facts = {
		...{ platform, token, ...seen },
		endsAt: introspection.expiresAt ?? dateOf(credentials.endsOn),
		renewable: token !== undefined && platform.token !== undefined && isRenewable(token, platform.token, credentials),
		missing: granted ? required.filter((scope) => !granted.includes(scope)) : [],
	};
	const breaksAt = breakOf(facts);
	const end = token?.expiresAt ?? (facts.renewable ? undefined : facts.endsAt);
	const stated = stateOf(facts);
	const clean = (text?: string) => text && redactText(text, secrets);
	const report: Report = {
		...{ ...base, account, state: stated.state, reason: clean(stated.reason), hint: clean(stated.hint) },
		...{ expiresAt: isoOf(end), breaksAt: isoOf(breaksAt), lastRenewedAt: isoOf(token?.issuedAt) },
		daysLeft: (breaksAt ?? end) === undefined ? undefined : Math.max(0, daysUntil(breaksAt ?? end ?? 0)),
		...{ renewal: renewalOf(facts), missingPermissions: facts.missing, findings },
	};
	return { ...report, alert: alertOf(report, fingerprint(token ? [token.access] : secrets)) };
}
