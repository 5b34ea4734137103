import type { StoredMedia } from '../world';
import type { GraphNode } from './model';
import type { Params } from './params';
import type { Selected } from './selection';
import type { Meta } from './state';
import type { Token } from './tokens';

/** One Graph call after its envelope was opened: token checked, body read. */
export interface Call {
	method: 'GET' | 'POST' | 'DELETE';
	/** `v25.0` */
	version: string;
	/** Path after the version: `100200300400501/feed`. */
	path: string;
	params: Params;
	files: Map<string, StoredMedia>;
	token: Token;
	/** Host that the links to further pages lead to; graph.facebook.com unless another is named. */
	host?: string;
}

/** Does one method of one edge. What it answers is sent as JSON; Ref, Connection and Created obey the `fields` parameter. */
export type Handler<N> = (node: N, call: Call, meta: Meta) => unknown;

/** A node in an answer, shown by its id unless `fields` says more. */
export class Ref {
	constructor(
		readonly node: GraphNode,
		readonly fields: string[] = ['id'],
	) {}
}

/** A freshly made node: `answer` as documented, or the node's own fields when the POST asked for some. */
export class Created {
	constructor(
		readonly node: GraphNode,
		readonly answer: Record<string, unknown> = { id: node.id },
	) {}
}

/** A body as it is: its handler has seen to `fields` and paging. */
export class Told {
	constructor(readonly body: unknown) {}
}

/** An edge: nodes in their order, paged on the way out. */
export class Connection {
	constructor(
		/** `{id}/{edge}`, for the link to the next page. */
		readonly path: string,
		readonly nodes: GraphNode[],
		readonly summary: Record<string, unknown> = {},
	) {}
}

/** How one type of node answers: names of its fields, and what it shows unasked. */
export interface Description {
	/** Meta's name of the type, for error messages. */
	label: string;
	defaults: string[];
	/** Each is told what was asked of it: some take arguments. */
	fields: Record<string, (asked: Selected) => unknown>;
}

export type Describe<N> = (node: N, meta: Meta, token: Token) => Description;
