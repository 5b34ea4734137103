import { bare } from './cells';

const checked = new Map<string, boolean>();

/** True for names of the IANA time zone database, such as `Europe/Paris`. */
export function isZone(name: string): boolean {
	const known = checked.get(name);
	if (known !== undefined) return known;
	let valid = /^[a-z]/i.test(name);
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
	} catch {
		valid = false;
	}
	checked.set(name, valid);
	return valid;
}

/** The zone that a city or a misspelled name means: `Paris`, `sao paulo`. */
export const nearestZone = (name: string): string | undefined => Intl.supportedValuesOf('timeZone').find((zone) => bare(zone.split('/').at(-1) ?? '') === bare(name.split('/').at(-1) ?? ''));
