import { createHash } from 'node:crypto';
import type { Usage } from './blastRadius';
import type { Report } from './report';
import { WARN_DAYS } from './report';

const DAY = 24 * 60 * 60_000;

/** Tells connections apart without giving them away. */
export const fingerprint = (secrets: readonly string[]) => createHash('sha256').update(secrets.join('\n')).digest('hex').slice(0, 8);

const titles = {
	reconnect: 'needs to be connected again',
	'missing-permission': 'lacks a permission',
	unreachable: 'cannot be checked',
	due: 'cannot be renewed',
} as const;

function textOf({ reason, hint, usedBy = [], reconnectUrl, account }: Report): string {
	const running = usedBy.filter(({ active }) => active).map(({ name }) => `“${name}”`);
	const stops = running.length > 0 && `Active workflows that stop: ${running.join(', ')}.`;
	return [account && `Account: ${account}.`, reason, stops, hint, reconnectUrl].filter(Boolean).join('\n');
}

/** The report with the workflows that its connection carries; an alert names those that run. */
export function withUsage(report: Report, usedBy: Usage[]): Report {
	const full = { ...report, usedBy };
	return { ...full, alert: report.alert && { ...report.alert, text: textOf(full) } };
}

/** What makes two alerts of the same state two events. */
function eventOf({ state, missingPermissions }: Report, connection: string): string {
	const today = new Date().toISOString();
	// A platform that is down today may be down again another day.
	if (state === 'unreachable') return today.slice(0, 10);
	// Renewals change the token, some every hour, and not what is missing; a month later it is time for a reminder.
	if (state === 'missing-permission') return [today.slice(0, 7), ...missingPermissions].join(' ');
	return connection;
}

/**
 * What a person has to know now. `key` names the event: it stays the same as long as the same thing is the matter, so that
 * whoever sends each key once tells of a failure once, and of an end 14, 7, 3 and 1 days before.
 */
export function alertOf(report: Report, connection: string): Report['alert'] {
	const { state, credentialId, name, platform, breaksAt } = report;
	if (state === 'ok' || state === 'renewed') return undefined;
	const text = textOf(report);
	const left = breaksAt === undefined ? Infinity : (Date.parse(breaksAt) - Date.now()) / DAY;
	const days = WARN_DAYS.findLast((threshold) => left <= threshold);
	if (state === 'due' && breaksAt !== undefined && days !== undefined) {
		const key = [credentialId, 'ends', breaksAt.slice(0, 10), days].join('/');
		const whole = Math.max(0, Math.ceil(left));
		return { key, title: `${platform} “${name}” ends in ${whole} day${whole === 1 ? '' : 's'}`, text };
	}
	return { key: [credentialId, state, eventOf(report, connection)].join('/'), title: `${platform} “${name}” ${titles[state]}`, text };
}
