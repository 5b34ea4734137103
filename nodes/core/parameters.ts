import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { refused } from './errors';
import type { Operation } from './operation';
import type { Platform } from './platform';

/** n8n marks an expression by a leading `=`, at any depth of a parameter. */
const hasExpression = (value: unknown): boolean =>
	typeof value === 'string'
		? value.startsWith('=')
		: typeof value === 'object' && value !== null && Object.values(value).some(hasExpression);

type Reader = (itemIndex: number) => unknown;

/** What a resource locator names. n8n's own `extractValue` fails for one that the panel hides. */
const located = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'value' in value ? value.value : value);

/** What is no number stays a text: what that means is the operation's to say. */
const numberIn = (text: string): number | string => (text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text));

function readerOf(context: IExecuteFunctions, field: INodeProperties): Reader {
	const isText = field.type === 'string' || field.type === 'resourceLocator' || field.type === 'dateTime';
	const read: Reader = (itemIndex) => {
		const given: unknown = context.getNodeParameter(field.name, itemIndex, field.default);
		const value = field.type === 'resourceLocator' ? located(given) : given;
		// n8n makes texts of its dates within collections alone.
		if (field.type === 'dateTime' && typeof value === 'object') return JSON.parse(JSON.stringify(value));
		// An expression may give a number where the field is a text, and the other way round.
		if (field.type === 'number' && typeof value === 'string') return numberIn(value);
		return isText && typeof value === 'number' ? String(value) : value;
	};
	if (hasExpression(context.getNode().parameters[field.name])) return read;
	// An expression costs n8n up to a millisecond an item; a plain value is the same for all of them.
	let value: { same: unknown } | undefined;
	return () => (value ??= { same: read(0) }).same;
}

const isEmpty = (value: unknown) => value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

function checkRequired(fields: readonly INodeProperties[], input: IDataObject) {
	for (const { name, displayName, required, displayOptions } of fields) {
		const shown = Object.entries(displayOptions?.show ?? {}).every(
			([other, values]) => !(other in input) || values?.some((value) => value === input[other]),
		);
		if (required && shown && isEmpty(input[name])) throw refused(displayName, 'is empty.', `Fill in “${displayName}”, or check the expression that should.`);
	}
}

function checkLimits({ fields, limits = {} }: Operation, platform: Platform, input: IDataObject) {
	for (const [name, most] of Object.entries(limits)) {
		const text = input[name];
		if (typeof text !== 'string') continue;
		const length = platform.textLength?.(text, input) ?? text.length;
		const label = fields.find((field) => field.name === name)?.displayName ?? name;
		if (length > most) {
			throw refused(label, `has ${length} characters; ${platform.name} allows ${most}.`, `Shorten “${label}” by ${length - most} characters or split it.`);
		}
	}
}

/** Reads an operation's fields for an item, each once, and refuses what is missing or too long before anything is sent. */
export function inputReader(context: IExecuteFunctions, platform: Platform, operation: Operation) {
	const readers = operation.fields.map((field): [string, Reader] => [field.name, readerOf(context, field)]);
	return (itemIndex: number): IDataObject => {
		const input: IDataObject = {};
		for (const [name, read] of readers) Object.assign(input, { [name]: read(itemIndex) });
		checkRequired(operation.fields, input);
		checkLimits(operation, platform, input);
		return input;
	};
}
