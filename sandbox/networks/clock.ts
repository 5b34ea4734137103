import type { Clock } from './world';

/** Real time plus an offset that tests move forward ("60 days later" in one request). */
export function createClock(): Clock {
	let offset = 0;
	return {
		now: () => Date.now() + offset,
		advance: (seconds) => {
			offset += seconds * 1000;
		},
		reset: () => {
			offset = 0;
		},
		save: () => offset,
		load: (saved: number) => {
			offset = saved;
		},
	};
}
