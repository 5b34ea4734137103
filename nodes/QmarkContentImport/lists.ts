import type { Target } from '../model/content';
import { targetName } from '../model/content';
import { isRecord, named, textOf } from './cells';
import type { Cell } from './cells';
import { nearestNetwork, networkOf, networkWords } from './networkNames';
import { error, warning } from './problem';
import type { Finding } from './problem';
import type { Reading } from './reading';

/** The parts of a text or a list. */
export function partsOf(cell: Cell, separator: RegExp): string[] {
	if (Array.isArray(cell)) return cell.flatMap((one: Cell) => partsOf(one, separator));
	return textOf(cell).split(separator).map((part) => part.trim()).filter(Boolean);
}

const SEPARATOR = /[|;,\n]+/;
const connectors = new Set(['et', 'and', 'e', 'y', '&', '+', '/']);

/** `facebook`, `fb:1234`. */
function targetOf(word: string): Target | undefined {
	const [name = '', ...account] = word.split(':');
	const network = networkOf(name);
	return network ? { network, account: account.join(':').trim() || undefined } : undefined;
}

/** A list's part; several networks with nothing but spaces between them are several parts. */
function targetsIn(part: string): (Target | string)[] {
	const whole = targetOf(part);
	if (whole) return [whole];
	const words = part.split(/[\s/&+]+/).filter((word) => word && !connectors.has(word.toLowerCase()));
	const targets = words.map(targetOf);
	return targets.some(Boolean) ? words.map((word, index) => targets[index] ?? word) : [part];
}

function targetsOf(cell: Cell): (Target | string)[] {
	if (Array.isArray(cell)) return cell.flatMap((one: Cell) => targetsOf(one));
	if (!isRecord(cell)) return partsOf(cell, SEPARATOR).flatMap(targetsIn);
	const network = networkOf(textOf(cell.network));
	return [network ? { network, account: textOf(cell.account) || undefined } : textOf(cell.network)];
}

const once = (targets: readonly Target[]) => [...new Map(targets.map((target) => [targetName(target), target])).values()];

function unknownNetworks(words: readonly string[]): Finding {
	const [first = ''] = words;
	const near = nearestNetwork(first);
	const many = words.length > 1;
	const problem = `${named(words)} ${many ? 'are no networks' : 'is no network'} that QMARK knows.`;
	return error('network', problem, `${near ? `Did you mean “${near}”? ` : ''}The networks are ${Object.keys(networkWords).join(', ')}.`);
}

/** Networks with their accounts, as a cell or the node's own field lists them. */
export function readTargets(cell: Cell): { targets: Target[]; finding?: Finding } {
	const found = targetsOf(cell);
	const unknown = found.filter((one) => typeof one === 'string');
	const targets = once(found.filter((one) => typeof one !== 'string'));
	return { targets, finding: unknown.length > 0 ? unknownNetworks(unknown) : undefined };
}

export function targetsOfRow(reading: Reading): Target[] {
	return once(
		reading.all('networks').flatMap((found) => {
			const { targets, finding } = readTargets(found.cell);
			if (finding) reading.tell(found, finding);
			return targets;
		}),
	);
}

export const labelsIn = (reading: Reading): string[] => [...new Set(reading.all('labels').flatMap(({ cell }) => partsOf(cell, SEPARATOR)))];

/** Words with a mark in front. Without marks, what separators part may have spaces inside. */
function markedParts(cell: Cell, mark: '#' | '@'): string[] {
	if (Array.isArray(cell)) return cell.flatMap((one: Cell) => markedParts(one, mark));
	const text = textOf(cell);
	const separator = text.includes(mark) || !SEPARATOR.test(text) ? new RegExp(`[\\s|;,]+|(?<=[^\\s${mark}])(?=${mark})`) : SEPARATOR;
	return partsOf(text, separator).map((part) => (part.startsWith(mark) ? part.slice(1) : part).trim()).filter(Boolean);
}

/** Hashtags are letters, digits and underscores: what is something else is told, and taken out of them. */
export function hashtagsIn(reading: Reading): string[] {
	const tags = reading.all('hashtags').flatMap((found) => {
		const parts = markedParts(found.cell, '#');
		const clean = parts.map((part) => part.replace(/[^\p{L}\p{N}\p{M}_]/gu, ''));
		const changed = parts.filter((part, index) => part !== clean[index]);
		if (changed.length > 0) {
			const after = clean.filter((part, index) => part !== parts[index] && part !== '').map((part) => `#${part}`);
			reading.tell(found, warning('hashtags', `${named(changed)} cannot be ${changed.length > 1 ? 'hashtags' : 'a hashtag'}: ${after.length > 0 ? `${after.join(', ')} will be used` : 'left out'}.`, 'Write hashtags with letters, digits and underscores alone.'));
		}
		return clean.filter(Boolean);
	});
	return [...new Set(tags)];
}

export function mentionsIn(reading: Reading): string[] {
	const names = reading.all('mentions').flatMap((found) => {
		const parts = markedParts(found.cell, '@');
		const wrong = parts.filter((part) => !/^[\w.-]+$/.test(part));
		if (wrong.length > 0) reading.tell(found, error('mentions', `${named(wrong)} ${wrong.length > 1 ? 'are no usernames' : 'is no username'}.`, 'Write usernames as the network shows them behind “@”.'));
		return parts;
	});
	return [...new Set(names)];
}
