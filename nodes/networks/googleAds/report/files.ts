import type { INodeExecutionData } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import type { AdRow } from '../../../model/adRow';
import type { Query } from './query';

/** How rows are written, and what comes before the first of them. */
export interface Format {
	ending: string;
	mime: string;
	head: string;
	textOf(rows: readonly object[]): string;
}

export const ndjson: Format = { ending: 'ndjson', mime: 'application/x-ndjson', head: '', textOf: (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join('') };

const cell = (value: unknown): string => {
	const text = value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Text that a spreadsheet would take for a formula stays a text. */
const safe = (text: string | undefined) => (text !== undefined && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const columns = [
	...(['provider', 'accountId', 'level', 'campaignId', 'campaignName', 'adGroupId', 'adGroupName', 'adId', 'adName', 'keywordId', 'keyword', 'matchType', 'searchTerm'] as const),
	...(['assetId', 'asset', 'assetType', 'assetField', 'status', 'date', 'dateStop', 'timeZone', 'currency', 'spend', 'impressions', 'clicks', 'conversions', 'conversionValue'] as const),
];
const written = new Set(['campaignName', 'adGroupName', 'adName', 'keyword', 'searchTerm', 'asset']);

/** Columns that no row of this level can fill are left out. */
const unfilled: Readonly<Record<Query['level'], RegExp>> = {
	account: /^(campaign|adGroup|ad(Id|Name)$|keyword|matchType|searchTerm|asset)/,
	campaign: /^(adGroup|ad(Id|Name)$|keyword|matchType|searchTerm|asset)/,
	adGroup: /^(ad(Id|Name)$|keyword|matchType|searchTerm|asset)/,
	ad: /^(keyword|matchType|searchTerm|asset)/,
	keyword: /^(ad(Id|Name)$|searchTerm|asset)/,
	searchTerm: /^(ad(Id|Name)$|keyword|matchType|asset)/,
	asset: /^(keyword|matchType|searchTerm)/,
};

export function csvOf({ level, breakdowns, metrics, more }: Query): Format {
	const names = columns.filter((name) => !unfilled[level].test(name));
	const measures = metrics.map(({ value }) => value);
	const line = (row: AdRow & { raw?: object }) => [
		...names.map((name) => cell(written.has(name) ? safe(String(row[name] ?? '')) : row[name])),
		...breakdowns.map((name) => cell(row.breakdowns[name])),
		...measures.map((name) => cell(row.metrics?.[name])),
		...[row.asOf, ...(more ? [cell(row.raw)] : [])],
	].join(',');
	const head = [...names, ...breakdowns, ...measures, 'asOf', ...(more ? ['raw'] : [])].join(',');
	return { ending: 'csv', mime: 'text/csv', head: `${head}\n`, textOf: (rows) => rows.map((row) => `${line(row as AdRow)}\n`).join('') };
}

/** Pages in pieces, so that every `size` rows one of them ends. */
async function* pieces(pages: AsyncIterable<object[]>, size: number): AsyncGenerator<{ rows: object[]; full: boolean }> {
	let room = size;
	for await (const page of pages) {
		for (let at = 0; at < page.length; ) {
			const rows = page.slice(at, at + room);
			at += rows.length;
			room = room - rows.length || size;
			yield { rows, full: room === size };
		}
	}
}

/** Several rows in one item. */
export async function* together(pages: AsyncIterable<object[]>, size: number): AsyncGenerator<object> {
	let held: object[][] = [];
	const item = () => {
		const rows = held.flat();
		held = [];
		return { rows, count: rows.length };
	};
	for await (const { rows, full } of pieces(pages, size)) {
		held.push(rows);
		if (full) yield item();
	}
	if (held.length > 0) yield item();
}

/** Several rows in one file: of the one that is not full yet the text is kept, of the others nothing. */
export async function* inFiles(api: Api, pages: AsyncIterable<object[]>, size: number, { ending, mime, head, textOf }: Format, name: string): AsyncGenerator<INodeExecutionData> {
	let [texts, count, part]: [Buffer[], number, number] = [[], 0, 0];
	const file = async () => {
		const bytes = Buffer.concat([Buffer.from(head), ...texts]);
		const item = await api.attach(bytes, `${name}-${++part}.${ending}`, { rows: count, part, bytes: bytes.length }, mime);
		[texts, count] = [[], 0];
		return item;
	};
	for await (const { rows, full } of pieces(pages, size)) {
		texts.push(Buffer.from(textOf(rows)));
		count += rows.length;
		if (full) yield await file();
	}
	if (count > 0) yield await file();
}
