import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { Api } from './api';
import type { Session } from './session';

/**
 * What a repeat of the operation would do, and so how its items are run:
 * `read` changes nothing (pooled, retried) · `send` has one recipient each (pooled inside the rate governor) ·
 * `write` changes shared state (one item at a time, in order).
 */
export type Effect = 'read' | 'send' | 'write';

/** What `run` may answer: one item, several, an endless listing (cut at the node's limit) or an item with a file. */
export type Result = object | AsyncIterable<object> | INodeExecutionData;

type Options<F> = F extends { options: readonly (infer O)[] } ? O : never;
type Choice<F> = Options<F> extends { value: infer V } ? V : string;
type Group<O> = O extends { name: infer N extends string; values: infer V extends readonly INodeProperties[] }
	? { [K in N]?: V extends readonly INodeProperties[] ? InputOf<V> : never }
	: never;
type Groups<O> = O extends { name: infer N extends string; values: infer V extends readonly INodeProperties[] }
	? Partial<Record<N, InputOf<V>[]>>
	: never;
type ValueOf<F extends INodeProperties> = F['type'] extends 'number'
	? number
	: F['type'] extends 'boolean'
		? boolean
		: F['type'] extends 'options'
			? Choice<F>
			: F['type'] extends 'multiOptions'
				? Choice<F>[]
				: F['type'] extends 'collection'
					? Partial<InputOf<Extract<Options<F>, INodeProperties>[]>>
					: F['type'] extends 'fixedCollection'
						? F extends { typeOptions: { multipleValues: true } }
							? Groups<Options<F>>
							: Group<Options<F>>
						: F['type'] extends 'json'
							? string | IDataObject | IDataObject[]
							: string;

/** The values of a list of fields, by field name: what `run` receives. */
export type InputOf<Fields extends readonly INodeProperties[]> = { [F in Fields[number] as F['name']]: ValueOf<F> };

interface Declared {
	/** Singular, camelCase: `post`, `comment`. */
	resource: string;
	/** The verb: `create`, `get`, `getAll`, `update`, `delete`. */
	operation: string;
	name: string;
	/** Sentence case, as n8n shows it in the node panel. */
	action: string;
	description: string;
	effect: Effect;
	/** The platform makes a repeat harmless, so an unknown outcome may be sent again. */
	idempotent?: true;
	/** Permissions the account must have granted. */
	scopes?: readonly string[];
	/** Longest text the platform takes, in characters, by field name: checked before anything is sent. */
	limits?: Readonly<Record<string, number>>;
}

/** An operation that takes its items one by one. */
export interface SingleOperation extends Declared {
	fields: readonly INodeProperties[];
	run(input: IDataObject, api: Api): Promise<Result> | AsyncIterable<object>;
}

/** What an operation that takes all its items at once works with. Reading an item throws what is wrong with it. */
export interface Together<Input = IDataObject> {
	context: IExecuteFunctions;
	session: Session;
	inputOf(item: number): Input;
}

/** An answer, or why there is none, and the item that it belongs to. */
export type Answer = { item: number } & ({ json: object } | { error: unknown });

/** An operation that takes all items at once: what one of them does depends on the others, or on what is kept beside them. */
export interface JointOperation extends Declared {
	fields: readonly INodeProperties[];
	runTogether(all: Together): Promise<Answer[]>;
}

export type Operation = SingleOperation | JointOperation;

/** What one operation does with its items. */
type Doing<Input> = { run(input: Input, api: Api): Promise<Result> | AsyncIterable<object> } | { runTogether(all: Together<Input>): Promise<Answer[]> };

/** One operation as data: its menu entry, its fields and its call. `run`'s input is inferred from `fields`. */
export function operation<const Fields extends readonly INodeProperties[]>(definition: Declared & { fields: Fields } & Doing<InputOf<Fields>>): Operation;
export function operation(definition: Operation): Operation {
	return definition;
}
