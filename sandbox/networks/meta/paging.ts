import { invalid } from './errors';
import type { GraphNode } from './model';

/** How much of an edge was asked for. */
export interface Window {
	limit?: string;
	after?: string;
	before?: string;
}

const defaultLimit = 25;
const greatestLimit = 100;

const cursorOf = (index: number, id: string): string => Buffer.from(`cursor:${index}:${id}`).toString('base64url');

/** Where the node of a cursor stands now, or where it stood when it is gone meanwhile. */
function positionOf(cursor: string, nodes: readonly { id: string }[]): { index: number; found: boolean } {
	const [, index, id] = /^cursor:(\d+):(.+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
	if (index === undefined) throw invalid('Invalid cursors values. Pass "after" or "before" exactly as the previous answer gave it.');
	const found = nodes.findIndex((node) => node.id === id);
	return found < 0 ? { index: Number(index), found: false } : { index: found, found: true };
}

export interface Slice<N = GraphNode> {
	nodes: N[];
	cursors?: { before: string; after: string };
	more: boolean;
	earlier: boolean;
}

/**
 * Cuts one page out of all nodes of an edge. A cursor names the last node seen and its place.
 * https://developers.facebook.com/docs/graph-api/results#cursors
 */
export function slice<N extends { id: string }>(nodes: N[], { limit, after, before }: Window): Slice<N> {
	const wanted = limit === undefined || limit === '' ? defaultLimit : Number(limit);
	if (!Number.isInteger(wanted) || wanted < 0) throw invalid('Param limit must be a non-negative integer');
	const size = Math.min(wanted || defaultLimit, greatestLimit);
	let start = 0;
	if (after) {
		const { index, found } = positionOf(after, nodes);
		start = found ? index + 1 : index;
	} else if (before) {
		start = Math.max(0, positionOf(before, nodes).index - size);
	}
	const page = nodes.slice(start, start + size);
	const [first, last] = [page[0], page.at(-1)];
	return {
		nodes: page,
		cursors: first && last ? { before: cursorOf(start, first.id), after: cursorOf(start + page.length - 1, last.id) } : undefined,
		more: start + size < nodes.length,
		earlier: start > 0,
	};
}
