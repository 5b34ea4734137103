import axios from 'axios';
import { entryOf, publishedOf } from '../nodes/QmarkPublisher/journal/entry';
import type { RestClient } from './n8n/http';
import { isWebAddress } from './networks/publications';
import type { PublicationLine } from './networks/publications';

/** Where QMARK Publisher keeps its journal unless its panel says otherwise. */
const tableName = 'QMARK publications';

/** Lines that n8n hands out at once, and those that the timeline is given. */
const PAGE = 250;
const MOST = 500;
/** Characters of a text before or after a change. */
const LONGEST = 4000;

type Rest = Pick<RestClient, 'send'>;
type Row = Record<string, string | number | null>;

/** A line as n8n hands it out → as the timeline shows it. What only the Publisher itself needs stays behind; lines it did not write are left out. */
function lineOf(row: Row): PublicationLine[] {
	try {
		const entry = entryOf(row);
		const { contentId, network, account, status, at = '', reason = '', hint = '' } = publishedOf(entry);
		const permalink = String(row.permalink ?? '');
		const clipped = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text);
		return [
			{
				...{ contentId, slot: entry.slot, network, account, status, reason, hint },
				...{ permalink: isWebAddress(permalink) ? permalink : '', at: timeOf(at), changedAt: timeOf(row.updatedAt) },
				// The node’s answer has only the beginnings of long texts.
				adapted: entry.adapted.map(({ field, rule, before, after, why }) => ({ field, rule, before: clipped(before), after: clipped(after), why })),
			},
		];
	} catch {
		return [];
	}
}

function timeOf(told: unknown): string {
	const time = new Date(String(told));
	return Number.isNaN(time.getTime()) ? '' : time.toISOString();
}

/** Reads the journal's table, if there is one, as the editor does. */
export class JournalReader {
	private project = '';
	private mark = '';

	constructor(private readonly rest: Rest) {}

	/** The newest lines, or undefined while they are the ones of the last time. */
	async changed(): Promise<PublicationLine[] | undefined> {
		const table = await this.table();
		if (!table) return this.isNew('none') ? [] : undefined;
		const { count, data: newest } = await this.rows(table, 1);
		if (!this.isNew(JSON.stringify([table, count, newest[0]?.id, newest[0]?.updatedAt]))) return undefined;
		const rows: Row[] = [];
		while (rows.length < Math.min(count, MOST)) {
			const { data } = await this.rows(table, PAGE, rows.length);
			if (data.length === 0) break;
			rows.push(...data);
		}
		return rows.flatMap(lineOf);
	}

	/** The lines did not arrive: they are read anew. */
	again(): void {
		this.mark = '';
	}

	private isNew(mark: string): boolean {
		const isNew = mark !== this.mark;
		this.mark = mark;
		return isNew;
	}

	private async table(): Promise<string | undefined> {
		if (this.project === '') this.project = (await this.rest.send<{ id: string }>('GET', '/projects/personal')).id;
		// n8n finds every table whose name contains this.
		const filter = encodeURIComponent(JSON.stringify({ name: tableName }));
		const { data } = await this.rest.send<{ data: { id: string; name: string }[] }>('GET', `/projects/${this.project}/data-tables?take=${PAGE}&filter=${filter}`);
		return data.find(({ name }) => name === tableName)?.id;
	}

	private async rows(table: string, take: number, skip = 0) {
		return await this.rest.send<{ count: number; data: Row[] }>('GET', `/projects/${this.project}/data-tables/${table}/rows?take=${take}&skip=${skip}&sortBy=updatedAt:desc`);
	}
}

/**
 * Shows on the timeline what QMARK Publisher does, from now on; answers how to stop. It never keeps the process alive, and waits
 * out an n8n that does not answer.
 */
export function followPublications({ rest, origin, every = 3_000 }: { rest: Rest; origin: string; every?: number }): () => void {
	const reader = new JournalReader(rest);
	let timer: NodeJS.Timeout | undefined;
	let stopped = false;
	const look = async () => {
		try {
			const publications = await reader.changed();
			if (publications) await axios.post(`${origin}/_sandbox/publications`, { publications }, { proxy: false, timeout: 10_000 });
		} catch {
			reader.again();
		}
		if (!stopped) timer = setTimeout(() => void look(), every).unref();
	};
	void look();
	return () => {
		stopped = true;
		clearTimeout(timer);
	};
}
