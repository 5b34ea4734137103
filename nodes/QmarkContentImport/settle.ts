import type { Content } from '../model/content';
import { targetName } from '../model/content';
import { isEmpty, plain, shown } from './cells';
import { saidBy } from './derive';
import type { Field } from './fields';
import { error, problemAt, warning } from './problem';
import type { Finding } from './problem';
import type { Plan } from './headers';
import type { ReadRow } from './readRow';

/** A row among all rows of a run, whatever table it stands in. */
export interface Entry extends ReadRow {
	file?: string;
	plan: Plan;
	/** It says nothing that a row before it has not said: it is told and not passed on. */
	duplicate?: true;
}

function placeOf({ row, file }: Entry, seenFrom: Entry): string {
	return file === seenFrom.file || file === undefined ? `row ${row.number}` : `row ${row.number} of “${file}”`;
}

function tell(entry: Entry, column: string, field: string, finding: Finding): void {
	entry.problems.push(problemAt({ row: entry.row.number, file: entry.file, id: entry.id, column, field, value: entry.row.json[column] }, finding));
	if (finding.severity === 'error') entry.content = undefined;
}

/** The columns of a row that hold something QMARK reads, by field. */
function* readColumns({ plan }: Entry): Generator<[string, string]> {
	for (const [field, columns] of plan.columns) if (field !== 'ignored') for (const column of columns) yield [field, column];
	for (const [network, column] of plan.variants) yield [`text:${network}`, column];
}

const valueOf = ({ row }: Entry, column: string) => {
	const cell = plain(row.json[column]);
	return isEmpty(cell) ? '' : typeof cell === 'string' ? cell.trim() : cell;
};

/** Cells in which two rows differ, as `[column, field, the other's value]`. Tables may call a field differently. */
function differences(one: Entry, other: Entry): [string, string, string][] {
	const theirs = new Map([...readColumns(other)].map(([field, column]) => [field, column]));
	return [...readColumns(one)].flatMap(([field, column]): [string, string, string][] => {
		const there = other.plan === one.plan ? column : (theirs.get(field) ?? column);
		const same = JSON.stringify(valueOf(one, column)) === JSON.stringify(valueOf(other, there));
		return same ? [] : [[column, field, shown(other.row.json[there])]];
	});
}

/** Where the bytes were not looked at, two files are the same only if n8n keeps the same bytes in the same place. */
const filesOf = ({ prints, files = {} }: Entry['row']) => prints ?? Object.entries(files).map(([field, { fileName, id, data }]) => [field, fileName, id ?? data]);

/** Rows of one version are the same to QMARK: their contents, or their cells where they are none. */
function versionOf(entry: Entry): string {
	const { content, row } = entry;
	return JSON.stringify(content ? [content, filesOf(row)] : [...readColumns(entry)].map(([field, column]) => [field, valueOf(entry, column)]));
}

/** Two rows claim one ID and say different things: which is right is for a person to say, so neither is passed on. */
function conflict(entry: Entry, other: Entry): void {
	const where = placeOf(other, entry);
	const same = entry.ownId ? `has the same ID “${entry.id}”` : 'has no ID either and says the same';
	const fix = entry.ownId ? 'Give each row an ID of its own, or make the rows the same.' : 'Give each row an ID of its own, or put what differs into one row.';
	const found = differences(entry, other);
	for (const [column, field, value] of found) tell(entry, column, field, error('conflict', `${sentence(where)} ${same}, and ${value === '' ? 'has nothing' : `says “${value}”`} here.`, fix));
	if (found.length === 0) tell(entry, '', '', error('conflict', `${sentence(where)} ${same}, and differs in its files or in cells beyond the columns.`, fix));
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function settleGroup(group: readonly Entry[]): void {
	const [first] = group;
	if (!first || group.length < 2) return;
	const versions = new Map(group.map((entry) => [entry, versionOf(entry)]));
	const another = group.find((entry) => versions.get(entry) !== versions.get(first));
	if (another) {
		for (const entry of group) conflict(entry, versions.get(entry) === versions.get(first) ? another : first);
		return;
	}
	for (const entry of group.slice(1)) {
		const idColumn = entry.plan.columns.get('id')?.[0] ?? '';
		tell(entry, idColumn, 'id', warning('duplicate', `This is a duplicate of ${placeOf(first, entry)}: it is not passed on again.`, 'Delete one of the two rows.'));
		entry.duplicate = true;
	}
}

function grouped<T>(entries: readonly T[], key: (entry: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const entry of entries) {
		const name = key(entry);
		const group = groups.get(name);
		if (group) group.push(entry);
		else groups.set(name, [entry]);
	}
	return groups;
}

interface Passed {
	entry: Entry;
	content: Content;
}

/** The texts' column, or that of another thing that is the same. */
function columnThatSays({ plan }: Entry): [Field, string] {
	for (const field of ['text', 'summary', 'title', 'image', 'carousel', 'video', 'media', 'link'] as const) {
		const [column] = plan.columns.get(field) ?? [];
		if (column !== undefined) return [field, column];
	}
	return ['text', ''];
}

/** Tells where one network would get the same post twice under two IDs; contents with slots are repeated on purpose. */
function tellRepeats(passed: readonly Passed[]): void {
	if (passed.length < 2) return;
	const first = new Map<string, Entry>();
	for (const { entry, content } of passed) {
		const targets = content.targets.length > 0 ? content.targets.map(targetName) : [''];
		const earlier = targets.map((target) => first.get(target)).find(Boolean);
		if (earlier && !content.slot) {
			const [field, column] = columnThatSays(entry);
			tell(entry, column, field, warning('same-content', `${sentence(placeOf(earlier, entry))} says the same to the same network under the ID “${earlier.id}”.`, 'Delete one of the rows if it is not meant to be published twice.'));
		}
		for (const target of targets) if (!first.has(target)) first.set(target, entry);
	}
}

/** Compares all rows: the same ID twice, the same content twice. Changes the entries. */
export function settle(entries: readonly Entry[]): void {
	for (const group of grouped(entries.filter(({ id }) => id !== ''), ({ id }) => id).values()) settleGroup(group);
	const passed = entries.flatMap((entry): Passed[] => (entry.content && !entry.duplicate ? [{ entry, content: entry.content }] : []));
	// The texts alone first: digests of everything are for the few that share them.
	for (const alike of grouped(passed, ({ content }) => content.text).values()) {
		if (alike.length > 1) for (const group of grouped(alike, ({ content, entry }) => saidBy(content, entry.row)).values()) tellRepeats(group);
	}
}
