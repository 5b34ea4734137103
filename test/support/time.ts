const RealDate = Date;
const realTimeout = globalThis.setTimeout;
let offset = 0;
let pace = 1;
let since = 0;

const now = () => RealDate.now() + offset + (pace - 1) * (RealDate.now() - since);

/** The machine’s date, moved by hand. Fake networks in the same process live in it too. */
class MovedDate extends RealDate {
	constructor(...given: [] | [value: number | string | Date]) {
		if (given.length === 0) super(now());
		else super(given[0]);
	}

	static override now() {
		return now();
	}
}

/** Puts the machine ahead by so many milliseconds, or back; timers keep their pace. */
export function passTime(ms: number): void {
	offset += ms;
	Object.assign(globalThis, { Date: MovedDate });
}

/** Lets time run so many times faster, and timers with it, so that nobody sits through the pauses between tries. */
export function hurry(times = 25): void {
	[pace, since] = [times, RealDate.now()];
	const hurried = (work: () => void, ms = 0) => realTimeout(work, ms >= 100 ? ms / times : ms);
	Object.assign(globalThis, { Date: MovedDate, setTimeout: Object.assign(hurried, realTimeout) });
}

/** The machine’s own date and pace again. */
export function presentTime(): void {
	[offset, pace] = [0, 1];
	Object.assign(globalThis, { Date: RealDate, setTimeout: realTimeout });
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
