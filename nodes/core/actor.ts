import type { Session } from './session';
import { connectionOf } from './session';

/** Tokens of the accounts a person may act as, in memory only, for as long as a run usually lasts. */
const tokens = new Map<string, { token: Promise<string>; until: number }>();
const KEEP = 10 * 60_000;

/** The token of the account `id` (a page), asked for once by all items. A refused one is not kept. */
export async function actorToken(id: string, session: Session, ask: () => Promise<string>): Promise<string> {
	const { secrets } = session;
	const now = Date.now();
	for (const [key, { until }] of tokens) if (until < now) tokens.delete(key);
	const key = `${connectionOf(session)}/${id}`;
	const known = tokens.get(key) ?? { token: ask(), until: now + KEEP };
	tokens.set(key, known);
	known.token.catch(() => tokens.delete(key));
	const token = await known.token;
	if (!secrets.includes(token)) secrets.push(token);
	return token;
}
