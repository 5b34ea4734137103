import type { IExecuteFunctions } from 'n8n-workflow';
import { refused } from '../core/errors';
import { clockOfCell } from './clock';
import type { DateOrder } from './dates';
import type { FileChoices } from './files';
import type { Mapping } from './headers';
import { partsOf, readTargets } from './lists';
import type { Settings } from './reading';
import { isZone, nearestZone } from './zones';

interface Options {
	columns?: { column?: Mapping[] };
	networks?: string;
	labels?: string;
	timeZone?: string;
	timeWhereNone?: string;
	dateOrder?: DateOrder;
	delimiter?: string;
	encoding?: FileChoices['encoding'];
	withoutId?: Settings['withoutId'];
	useFiles?: boolean;
}

function zoneOf(context: IExecuteFunctions, chosen: string): string {
	if (chosen === '') return context.getTimezone();
	if (isZone(chosen)) return chosen;
	const near = nearestZone(chosen);
	throw refused('Time Zone', `“${chosen}” is no time zone.`, near ? `Did you mean “${near}”?` : 'Give it as continent and city, such as Europe/Paris.');
}

function timeOf(chosen: string): string {
	const clock = clockOfCell(chosen);
	if (!clock || clock.offset) throw refused('Time Where None Is Given', `“${chosen}” is no time of day.`, 'Give it as 09:30.');
	return clock.time;
}

function networksOf(chosen: string): Settings['networks'] {
	const { targets, finding } = readTargets(chosen);
	if (finding) throw refused('Default Networks', finding.problem, finding.fix);
	return targets;
}

const delimiters: Readonly<Record<string, string>> = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' };

/** The node's own fields, read once for all rows. */
export function readSettings(context: IExecuteFunctions): { settings: Settings; files: FileChoices | undefined } {
	const options: Options = context.getNodeParameter('options', 0, {});
	const { columns, networks = '', labels = '', timeZone = '', timeWhereNone = '', dateOrder = 'dayFirst', withoutId = 'derive' } = options;
	const fromItems = context.getNodeParameter('source', 0) !== 'file';
	const settings: Settings = {
		...{ networks: networksOf(networks), labels: partsOf(labels, /[|;,\n]+/), timeZone: zoneOf(context, timeZone.trim()), timeWhereNone: timeOf(timeWhereNone || '09:00') },
		...{ order: dateOrder, withoutId, useFiles: fromItems && options.useFiles !== false, mappings: columns?.column ?? [] },
	};
	if (fromItems) return { settings, files: undefined };
	const field = String(context.getNodeParameter('binaryField', 0));
	return { settings, files: { field, delimiter: delimiters[options.delimiter ?? ''] ?? '', encoding: options.encoding ?? 'detect' } };
}
