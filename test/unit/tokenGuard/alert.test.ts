import { alertOf, fingerprint, withUsage } from '../../../nodes/QmarkTokenGuard/alert';
import type { Usage } from '../../../nodes/QmarkTokenGuard/blastRadius';
import type { Report, State } from '../../../nodes/QmarkTokenGuard/report';

const DAY = 24 * 60 * 60_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();

const report = (state: State, more: Partial<Report> = {}): Report => ({
	...{ credentialId: '1', name: 'Shop', type: 'qmarkMetaOAuth2Api', platform: 'Meta', account: 'Camille', state },
	...{ reason: 'It ends.', hint: 'Click Connect.', renewal: 'by hand', missingPermissions: [], findings: [], reconnectUrl: 'http://127.0.0.1:5678/home/credentials/1' },
	...more,
});

test.each(['ok', 'renewed'] as const)('no alert while it is %s', (state) => {
	expect(alertOf(report(state, { breaksAt: inDays(1) }), 'abc')).toBeUndefined();
});

test.each([
	{ left: 14.5, key: undefined },
	{ left: 13.9, key: 14 },
	{ left: 7.1, key: 14 },
	{ left: 6.9, key: 7 },
	{ left: 3.1, key: 7 },
	{ left: 2.9, key: 3 },
	{ left: 1.1, key: 3 },
	{ left: 0.9, key: 1 },
	{ left: 0.01, key: 1 },
])('$left days before the end: the alert of $key days', ({ left, key }) => {
	const breaksAt = inDays(left);
	const alert = alertOf(report('due', { breaksAt }), 'abc');
	expect(alert?.key).toBe(key === undefined ? '1/due/abc' : `1/ends/${breaksAt.slice(0, 10)}/${key}`);
	const days = Math.ceil(left);
	if (key !== undefined) expect(alert?.title).toBe(`Meta “Shop” ends in ${days} day${days === 1 ? '' : 's'}`);
});

test('a renewal that keeps failing is one event as long as the token is the same', () => {
	expect(alertOf(report('due'), 'abc')).toMatchObject({ key: '1/due/abc', title: 'Meta “Shop” cannot be renewed' });
});

test('one event per connection that is over, per day that is unreachable', () => {
	expect(alertOf(report('reconnect'), 'abc')?.key).toBe('1/reconnect/abc');
	expect(alertOf(report('unreachable'), 'abc')?.key).toBe(`1/unreachable/${new Date().toISOString().slice(0, 10)}`);
});

test('a missing permission is one event a month, whatever token a renewal has brought meanwhile', () => {
	const missing = report('missing-permission', { missingPermissions: ['pages_manage_posts'] });
	const key = alertOf(missing, 'abc')?.key;
	expect(key).toContain('pages_manage_posts');
	expect(alertOf(missing, 'def')?.key).toBe(key);
	expect(alertOf({ ...missing, missingPermissions: ['read_insights'] }, 'abc')?.key).not.toBe(key);
});

test('the text names the account, the reason, what stops, the next step and where', () => {
	const usage = (name: string, active: boolean): Usage => ({ id: name, name, active, nodes: ['Post'], startedBy: [] });
	const alert = alertOf(report('reconnect'), 'abc');
	const { alert: told, usedBy } = withUsage(report('reconnect', { alert }), [usage('Morning post', true), usage('Draft', false)]);
	expect(told?.text).toBe('Account: Camille.\nIt ends.\nActive workflows that stop: “Morning post”.\nClick Connect.\nhttp://127.0.0.1:5678/home/credentials/1');
	expect(told?.key).toBe(alert?.key);
	expect(usedBy).toHaveLength(2);
});

test('a fingerprint tells tokens apart and gives none away', () => {
	expect(fingerprint(['a-token-of-tests'])).toMatch(/^[0-9a-f]{8}$/);
	expect(fingerprint(['a-token-of-tests'])).not.toBe(fingerprint(['another-token-of-tests']));
});
