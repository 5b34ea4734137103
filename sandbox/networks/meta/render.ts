import { Connection, Created, Ref, Told, type Call } from './call';
import { invalid } from './errors';
import { unmodelledFields } from './fields';
import type { GraphNode } from './model';
import { describe } from './nodes';
import { slice, type Window } from './paging';
import { parseFields, type Selected } from './selection';
import type { Meta } from './state';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Turns what a handler answered into the JSON Meta would send, by the `fields`, `limit`, `after` and `before` of the call. */
export class Renderer {
	constructor(
		private readonly meta: Meta,
		private readonly call: Call,
	) {}

	answer(value: unknown): unknown {
		const { params } = this.call;
		const text = params.text('fields');
		const selected = text === undefined || text === '' ? undefined : parseFields(text);
		if (value instanceof Told) return value.body;
		if (value instanceof Created) return selected ? this.node(value.node, selected) : value.answer;
		if (value instanceof Ref) return this.node(value.node, selected ?? value.fields.map((name) => ({ name, args: {} })));
		if (value instanceof Connection) {
			const window = { limit: params.text('limit'), after: params.text('after'), before: params.text('before') };
			return this.connection(value, window, selected, params.flag('summary') ?? false, text);
		}
		return selected && isRecord(value) ? this.plain(value, selected) : value;
	}

	private node(node: GraphNode, selected?: Selected[]): Record<string, unknown> {
		const { label, defaults, fields } = describe(node, this.meta, this.call.token);
		const answer: Record<string, unknown> = {};
		for (const wanted of selected ?? defaults.map((name): Selected => ({ name, args: {} }))) {
			const read = Object.hasOwn(fields, wanted.name) ? fields[wanted.name] : undefined;
			if (read) {
				const value = this.value(read(wanted), wanted);
				if (value !== undefined) answer[wanted.name] = value;
			} else if (!unmodelledFields[node.type].has(wanted.name)) {
				throw invalid(`Tried accessing nonexisting field (${wanted.name}) on node type (${label})`);
			}
		}
		answer.id ??= node.id;
		return answer;
	}

	private value(value: unknown, { args, fields, text }: Selected): unknown {
		if (value instanceof Ref) return this.node(value.node, fields ?? value.fields.map((name) => ({ name, args: {} })));
		if (value instanceof Connection) return this.connection(value, args, fields, args.summary === 'true' || args.summary === '1', text);
		return fields ? this.plain(value, fields) : value;
	}

	private plain(value: unknown, selected: Selected[]): unknown {
		if (Array.isArray(value)) return value.map((item: unknown) => this.plain(item, selected));
		if (!isRecord(value)) return value;
		if (Array.isArray(value.data)) return { ...value, data: this.plain(value.data, selected) };
		const answer: Record<string, unknown> = {};
		for (const wanted of selected) {
			if (value[wanted.name] !== undefined) answer[wanted.name] = this.value(value[wanted.name], wanted);
		}
		return answer;
	}

	private connection(
		edge: Connection,
		window: Window,
		selected: Selected[] | undefined,
		summary: boolean,
		fields: string | undefined,
	): unknown {
		const { nodes, cursors, more, earlier } = slice(edge.nodes, window);
		const link = (direction: Window): string => this.link(edge.path, { fields, limit: window.limit ?? '25', ...direction });
		return {
			data: nodes.map((node) => this.node(node, selected)),
			...(cursors && {
				paging: {
					cursors,
					...(more && { next: link({ after: cursors.after }) }),
					...(earlier && { previous: link({ before: cursors.before }) }),
				},
			}),
			...(summary && { summary: { total_count: edge.nodes.length, ...edge.summary } }),
		};
	}

	/** Like Meta's own, this address carries the access token: clients must not log or keep it. */
	private link(path: string, own: Record<string, string | undefined>): string {
		const { version, token, params, host } = this.call;
		const url = new URL(this.meta.graphUrl(`/${path}`, version, host));
		url.searchParams.set('access_token', token.value);
		if (path === this.call.path) {
			for (const name of params.names()) {
				if (!['access_token', 'after', 'before'].includes(name)) url.searchParams.set(name, params.text(name) ?? '');
			}
		}
		for (const [name, value] of Object.entries(own)) {
			if (value !== undefined) url.searchParams.set(name, value);
		}
		return url.href;
	}
}
