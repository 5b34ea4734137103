import { refused } from '../../../core/errors';

/** Names of fields as Meta's `fields` takes them: those asked for and those needed to read them, or the usual ones. */
export function fieldsOf(wanted: string | undefined, usual: string, needed: readonly string[] = []): string {
	if (!wanted?.trim()) return usual;
	if (/access_token/i.test(wanted)) throw refused('Fields', 'access_token is not given out.', 'Leave it out: the node signs its calls by itself.');
	const names = wanted.replace(/\s+/g, '');
	return [names, ...needed.filter((name) => !names.split(',').includes(name))].join(',');
}

/** What people write in a list: by commas, spaces or lines. */
export const namesIn = (text: unknown): string[] => String(text ?? '').split(/[\s,;]+/).filter(Boolean);
