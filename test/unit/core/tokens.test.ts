import { isDue, isOver, tokenOf } from '../../../nodes/core/tokens';
import type { Token } from '../../../nodes/core/tokens';
import { gmail } from '../../../nodes/platforms/gmail';
import { instagramLogin } from '../../../nodes/platforms/instagramLogin';
import { meta } from '../../../nodes/platforms/meta';
import { threads } from '../../../nodes/platforms/threads';
import { tiktok } from '../../../nodes/platforms/tiktok';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const token = (life: number, left: number): Token => ({ access: 'a-token-of-tests', life, expiresAt: Date.now() + left, fresh: false, refused: false });
const stored = (oauthTokenData: object) => tokenOf({ oauthTokenData: { access_token: 'a-token-of-tests', ...oauthTokenData } });

describe('when a token is due', () => {
	test.each([
		{ name: 'Meta, 60 days, 11 left', facts: meta.token, life: 60 * DAY, left: 11 * DAY, due: false },
		{ name: 'Meta, 60 days, 9 left', facts: meta.token, life: 60 * DAY, left: 9 * DAY, due: true },
		{ name: 'Meta, straight from the dialog', facts: meta.token, life: HOUR, left: HOUR, due: true },
		{ name: 'Threads, 60 days, 29 left', facts: threads.token, life: 60 * DAY, left: 29 * DAY, due: true },
		{ name: 'Threads, first day', facts: threads.token, life: 60 * DAY, left: 59.5 * DAY, due: false },
		{ name: 'Google, an hour, 6 minutes left', facts: gmail.token, life: HOUR, left: 6 * MINUTE, due: false },
		{ name: 'Google, an hour, 4 minutes left', facts: gmail.token, life: HOUR, left: 4 * MINUTE, due: true },
		{ name: 'Google, before an upload of an hour, 31 minutes left', facts: gmail.token, life: HOUR, left: 31 * MINUTE, ahead: HOUR, due: false },
		{ name: 'Google, before an upload of an hour, 29 minutes left', facts: gmail.token, life: HOUR, left: 29 * MINUTE, ahead: HOUR, due: true },
		{ name: 'TikTok, before an upload of an hour, 59 minutes left', facts: tiktok.token, life: 24 * HOUR, left: 59 * MINUTE, ahead: HOUR, due: true },
		{ name: 'a short life is used for at least half', facts: tiktok.token, life: 40 * MINUTE, left: 21 * MINUTE, due: false },
		{ name: 'a short life past its half', facts: tiktok.token, life: 40 * MINUTE, left: 19 * MINUTE, due: true },
	])('$name: $due', ({ facts, life, left, ahead, due }) => {
		expect(isDue(token(life, left), facts, ahead)).toBe(due);
	});

	test('never, where no end was named', () => {
		const endless = stored({ token_type: 'bearer' });
		expect(endless).toMatchObject({ fresh: false, refused: false });
		expect(endless && isDue(endless, gmail.token)).toBe(false);
		expect(endless && isOver(endless)).toBe(false);
	});
});

describe('what n8n’s store holds', () => {
	test('nothing that was never connected', () => {
		expect(tokenOf({})).toBeUndefined();
		expect(tokenOf({ oauthTokenData: {} })).toBeUndefined();
		expect(tokenOf({ oauthTokenData: { access_token: '' } })).toBeUndefined();
		expect(tokenOf({ oauthTokenData: { data: [] } })).toBeUndefined();
	});

	test('an end is believed with the life beside it', () => {
		const end = Date.now() + HOUR;
		expect(stored({ expires_in: 3600, n8n_expires_at: String(end) })).toMatchObject({ expiresAt: end, life: HOUR, issuedAt: end - HOUR });
	});

	test('an end without a life is left over from an earlier answer', () => {
		expect(stored({ n8n_expires_at: String(Date.now()) })?.expiresAt).toBeUndefined();
	});

	test('a renewal that brought no other token leaves the end that the token had, and says that it was refused', () => {
		const ends = Date.now() + HOUR;
		expect(stored({ before: { access_token: 'a-token-of-tests', ends, fresh: false }, error: 'invalid_grant' })).toMatchObject({ refused: true, expiresAt: ends });
		expect(stored({ before: { access_token: 'an-older-one', ends, fresh: true } })).toMatchObject({ refused: false, fresh: false });
	});

	test('the mark of a fresh consent outweighs the end that an earlier answer left', () => {
		const oauthTokenData = { access_token: 'a-token-of-tests', user_id: 1784, expires_in: 5184000, n8n_expires_at: String(Date.now() + 50 * DAY) };
		expect(tokenOf({ oauthTokenData }, instagramLogin.token)).toMatchObject({ fresh: true, expiresAt: undefined });
	});

	test('a wrapped token is newer than the flat one beside it', () => {
		expect(stored({ access_token: 'the-old-one', data: [{ access_token: 'the-new-one', permissions: 'a,b' }] })).toMatchObject({ access: 'the-new-one', fresh: true, scopes: ['a', 'b'] });
	});

	test.each([
		{ scope: 'a b', scopes: ['a', 'b'] },
		{ scope: 'a,b', scopes: ['a', 'b'] },
		{ permissions: ['a', 'b'], scopes: ['a', 'b'] },
		{ permissions: 'a,b', scopes: ['a', 'b'] },
		{ scopes: undefined },
	])('its permissions: %o', ({ scopes, ...data }) => {
		expect(stored(data)?.scopes).toEqual(scopes);
	});

	test.each(['refresh_token_expires_in', 'refresh_expires_in'])('the end of what renews it: %s', (name) => {
		const end = Date.now() + HOUR;
		expect(stored({ expires_in: 3600, n8n_expires_at: String(end), [name]: 7200 })?.refreshExpiresAt).toBe(end + HOUR);
	});

	test('the end noted at a renewal is that of this very refresh token', () => {
		const refresh_ends = { refresh_token: 'a-refresh-token', ends: Date.now() + DAY };
		expect(stored({ refresh_token: 'a-refresh-token', refresh_ends })?.refreshExpiresAt).toBe(refresh_ends.ends);
		expect(stored({ refresh_token: 'that-of-a-later-consent', refresh_ends })?.refreshExpiresAt).toBeUndefined();
	});
});
