import axios from 'axios';
import { passTime } from '../../sandbox/n8n/clock';

/** The one time that n8n, its workers, its database and the fake networks share. */
export interface StageClock {
	/** For n8n and what belongs to it. */
	env: Record<string, string>;
	/** In milliseconds since 1970. */
	now(): number;
	/**
	 * Moves all of them ahead by this many seconds. What n8n has on a timer does not see it: start what would be due.
	 * After seven days without a call the operator's session is over: sign in again.
	 */
	advance(seconds: number): Promise<void>;
}

/** Time that passes by itself only. */
export const realClock: StageClock = {
	env: {},
	now: () => Date.now(),
	advance: async () => await Promise.reject(new Error('The clock of this stage does not move: open it with { moves: true }.')),
};

/** Time that the test moves, kept in `folder`; `node` runs n8n, `origin` is the fake networks'. */
export function movingClock(folder: string, node: string, origin: string): StageClock {
	const { env, now, advance } = passTime(folder, node);
	return {
		env,
		now,
		advance: async (seconds) => {
			advance(seconds);
			await axios.post(`${origin}/_sandbox/clock`, { advance: seconds }, { proxy: false });
		},
	};
}
