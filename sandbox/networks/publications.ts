import { statuses } from '../../nodes/model/published';
import type { Adaptation, Published } from '../../nodes/model/published';

/** What QMARK Publisher's journal tells of one content on one account. Texts are empty where there is nothing to tell. */
export interface PublicationLine extends Pick<Published, 'contentId' | 'network' | 'account' | 'status' | 'adapted'> {
	/** Tells repeats of the same content apart. */
	slot: string;
	permalink: string;
	/** When it was published, ISO 8601 UTC; empty while it is not. */
	at: string;
	reason: string;
	hint: string;
	/** When the line was last written, ISO 8601 UTC. */
	changedAt: string;
}

export interface Publications {
	/** Takes the place of all lines there were; answers a sentence when `body` is refused. */
	take(body: unknown): string | undefined;
	/** In the order in which they came, with links that lead into the sandbox. */
	list(): PublicationLine[];
	clear(): void;
}

/** Lines of one request. */
const MOST = 1000;

const needed = ['contentId', 'network', 'account', 'status'] as const;
const optional = ['slot', 'permalink', 'at', 'reason', 'hint', 'changedAt'] as const;
const known: readonly string[] = [...needed, ...optional, 'adapted'];
const parts = ['field', 'rule', 'before', 'after', 'why'] as const;

class Refusal extends Error {}

type Fields = Record<string, unknown>;

function fieldsIn(value: unknown, where: string, names: readonly string[]): Fields {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refusal(`${where} must be an object.`);
	const stranger = Object.keys(value).find((name) => !names.includes(name));
	if (stranger !== undefined) throw new Refusal(`${where} has a field "${stranger}", which is not shown here; use ${names.join(', ')}.`);
	return { ...value };
}

function textIn(fields: Fields, name: string, where: string): string {
	const value = fields[name] ?? '';
	if (typeof value !== 'string') throw new Refusal(`"${name}" of ${where} must be a text.`);
	return value;
}

const isTime = (text: string) => /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text));
export const isWebAddress = (text: string) => /^https?:\/\//i.test(text) && URL.canParse(text);

function adaptationIn(value: unknown, where: string): Adaptation {
	const fields = fieldsIn(value, where, parts);
	const [field, rule, before, after, why] = parts.map((name) => textIn(fields, name, where));
	if (!field || !rule) throw new Refusal(`${where} must name its "field" and its "rule".`);
	return { field, rule, before: before ?? '', after: after ?? '', why: why ?? '' };
}

function lineIn(value: unknown, index: number): PublicationLine {
	const where = `publication ${index + 1}`;
	const fields = fieldsIn(value, where, known);
	const text = (name: (typeof needed)[number] | (typeof optional)[number]) => textIn(fields, name, where);
	const missing = needed.find((name) => name !== 'account' && text(name) === '');
	if (missing) throw new Refusal(`${where} needs "${missing}".`);
	const status = statuses.find((one) => one === text('status'));
	if (!status) throw new Refusal(`"status" of ${where} must be one of ${statuses.join(', ')}.`);
	const permalink = text('permalink');
	if (permalink !== '' && !isWebAddress(permalink)) throw new Refusal(`"permalink" of ${where} must be an address with http or https.`);
	const untimely = (['at', 'changedAt'] as const).find((name) => text(name) !== '' && !isTime(text(name)));
	if (untimely) throw new Refusal(`"${untimely}" of ${where} must be a time as in 2027-01-31T09:00:00.000Z.`);
	const adapted = fields.adapted ?? [];
	if (!Array.isArray(adapted)) throw new Refusal(`"adapted" of ${where} must be a list.`);
	return {
		...{ contentId: text('contentId'), slot: text('slot'), network: text('network'), account: text('account'), status, permalink },
		...{ at: text('at'), reason: text('reason'), hint: text('hint'), changedAt: text('changedAt') },
		adapted: adapted.map((one: unknown, position) => adaptationIn(one, `adaptation ${position + 1} of ${where}`)),
	};
}

function linesIn(body: unknown): PublicationLine[] {
	const { publications } = fieldsIn(body, 'The body', ['publications']);
	if (!Array.isArray(publications)) throw new Refusal('"publications" must be a list.');
	if (publications.length > MOST) throw new Refusal(`"publications" must hold at most ${MOST} lines.`);
	return publications.map(lineIn);
}

/**
 * What was published by whom has asked the networks, in memory only. `origin` is the sandbox's, `hosts` those of its networks: some
 * networks answer no link, and their clients know it to be at the vendor's own address.
 */
export function createPublications(origin: string, hosts: readonly string[]): Publications {
	let lines: PublicationLine[] = [];
	const hereabouts = (permalink: string) => {
		if (permalink === '') return '';
		const { host, pathname, search } = new URL(permalink);
		return hosts.includes(host) ? `${origin}/${host}${pathname}${search}` : permalink;
	};
	return {
		take(body) {
			try {
				lines = linesIn(body).map((line) => ({ ...line, permalink: hereabouts(line.permalink) }));
				return undefined;
			} catch (error) {
				if (error instanceof Refusal) return `${error.message.charAt(0).toUpperCase()}${error.message.slice(1)}`;
				throw error;
			}
		},
		list: () => lines,
		clear: () => {
			lines = [];
		},
	};
}
