import { folded } from './cells';

/** English, French and Portuguese; any beginning of at least three letters that leaves no doubt is understood. */
const months = [
	['january', 'janvier', 'janeiro'], ['february', 'fevrier', 'fevereiro'], ['march', 'mars', 'marco'], ['april', 'avril', 'abril'],
	['may', 'mai', 'maio'], ['june', 'juin', 'junho'], ['july', 'juillet', 'julho'], ['august', 'aout', 'agosto'],
	['september', 'septembre', 'setembro'], ['october', 'octobre', 'outubro'], ['november', 'novembre', 'novembro'], ['december', 'decembre', 'dezembro'],
];

const weekdays = [
	['sunday', 'dimanche', 'domingo'], ['monday', 'lundi', 'segunda-feira'], ['tuesday', 'mardi', 'terca-feira'], ['wednesday', 'mercredi', 'quarta-feira'],
	['thursday', 'jeudi', 'quinta-feira'], ['friday', 'vendredi', 'sexta-feira'], ['saturday', 'samedi', 'sabado'],
];

/** The place of the only group in which a word begins so. */
function placeIn(groups: readonly (readonly string[])[], word: string): number | undefined {
	const beginning = folded(word).replace(/\.$/, '');
	const found = groups.flatMap((names, place) => (names.some((name) => name.startsWith(beginning)) ? [place] : []));
	return beginning.length >= 3 && found.length === 1 ? found[0] : undefined;
}

/** 1 to 12. */
export function monthOf(word: string): number | undefined {
	const place = placeIn(months, word);
	return place === undefined ? undefined : place + 1;
}

/** 0 is Sunday. */
export const weekdayOf = (word: string): number | undefined => placeIn(weekdays, word);

export const englishWeekday = (place: number): string => (weekdays[place]?.[0] ?? '').replace(/^./, (first) => first.toUpperCase());
export const englishMonth = (month: number): string => (months[month - 1]?.[0] ?? '').replace(/^./, (first) => first.toUpperCase());

/** Names of zones in e-mail and feeds. https://www.rfc-editor.org/rfc/rfc2822, 4.3 */
const zones: Readonly<Record<string, string>> = { z: 'Z', ut: 'Z', utc: 'Z', gmt: 'Z', est: '-05:00', edt: '-04:00', cst: '-06:00', cdt: '-05:00', mst: '-07:00', mdt: '-06:00', pst: '-08:00', pdt: '-07:00' };

/** `+0100`, `+01`, `GMT+01:00` and names as ISO 8601 writes them. */
export function offsetOf(word: string): string | undefined {
	const named = zones[word.toLowerCase()];
	if (named) return named;
	const [, sign, hours = '', minutes = '00'] = /^(?:gmt|utc)?([+-])(\d{2})(?::?(\d{2}))?$/i.exec(word) ?? [];
	return sign && Number(hours) <= 14 && Number(minutes) < 60 ? `${sign}${hours}:${minutes}` : undefined;
}
