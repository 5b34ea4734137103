import { networks } from '../../nodes/networks';

/**
 * Milliseconds after which a call without an answer is given up here; a minute otherwise. Nothing depends on how long it is, and nobody shall sit
 * through a thousand minutes.
 */
const TIMEOUT = 4_000;

/** Every time of waiting among a network's facts: its `timeout`, and those of single calls. */
function shorten(facts: object, ms: number): void {
	for (const [name, value] of Object.entries(facts)) {
		if (/timeout$/i.test(name) && typeof value === 'number') Object.assign(facts, { [name]: ms });
		else if (name === 'upload' && typeof value === 'object' && value !== null) shorten(value, ms);
	}
}

/** Lets calls be given up soon, or only after `ms`. */
export function hasten(ms = TIMEOUT): void {
	for (const { platform } of networks.values()) shorten(platform, ms);
}
