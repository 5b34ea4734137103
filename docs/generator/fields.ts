import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { cell, code, table } from './markdown';

type Option = INodePropertyOptions | INodeProperties | INodePropertyCollection;

const isField = (option: Option): option is INodeProperties => 'type' in option;
const isGroup = (option: Option): option is INodePropertyCollection => 'values' in option;
const isChoice = (option: Option): option is INodePropertyOptions => !isField(option) && !isGroup(option);

/** n8n's type names in words. */
const words: Partial<Record<INodeProperties['type'], string>> = {
	boolean: 'yes or no',
	collection: 'group',
	dateTime: 'date and time',
	fixedCollection: 'group',
	multiOptions: 'several of a list',
	number: 'number',
	options: 'one of a list',
	resourceLocator: 'from list or by ID',
	string: 'text',
};

const quoted = (value: unknown) => (value === '' ? 'empty' : code(String(value)));

function typeOf({ type, typeOptions }: INodeProperties): string {
	const word = words[type] ?? type;
	return typeOptions?.multipleValues ? `${word}, repeatable` : word;
}

function defaultOf({ type, default: value }: INodeProperties): string {
	if (type === 'boolean') return value ? 'yes' : 'no';
	if (Array.isArray(value)) return value.map(quoted).join(', ');
	return typeof value === 'object' || value === '' || value === undefined ? '' : quoted(value);
}

/** `“Format” is “MarkdownV2”`, one for each field that has a say. */
function conditionsIn(shown: Record<string, unknown[] | undefined>, siblings: readonly INodeProperties[]): string {
	const conditions = Object.entries(shown).map(([name, values = []]) => {
		const others = siblings.filter((sibling) => sibling.name === name);
		const labels = values.map((value) => {
			if (typeof value === 'boolean') return value ? 'on' : 'off';
			const choice = others.flatMap(({ options = [] }) => options.filter(isChoice)).find((option) => option.value === value);
			return `“${choice?.name ?? String(value)}”`;
		});
		return `“${others[0]?.displayName ?? name}” is ${labels.join(' or ')}`;
	});
	return conditions.join(' and ');
}

/** When a field is shown, for one that is not always. */
function conditionOf({ displayOptions: { show = {}, hide = {} } = {} }: INodeProperties, siblings: readonly INodeProperties[]): string {
	const [shown, hidden] = [conditionsIn(show, siblings), conditionsIn(hide, siblings)];
	return [shown && `Shown when ${shown}.`, hidden && `Not shown when ${hidden}.`].filter(Boolean).join(' ');
}

const ended = (sentence = '') => (sentence === '' || /[.!?]$/.test(sentence) ? sentence : `${sentence}.`);

/** The choices with their values, as an expression must name them. */
function choicesOf({ type, options = [] }: INodeProperties): string {
	if (type !== 'options' && type !== 'multiOptions') return '';
	const choices = options.filter(isChoice).map(({ name, value }) => `${cell(name)} (${quoted(value)})`);
	return choices.length > 0 ? `Choices: ${choices.join(', ')}.` : '';
}

function modesOf({ modes = [] }: INodeProperties): string {
	return modes.length > 0 ? `Modes: ${modes.map(({ displayName, name }) => `${displayName} (${code(name)})`).join(', ')}.` : '';
}

/** `outer`: the node's own fields, which those inside a group name with `/` in front. */
function rowsOf(field: INodeProperties, siblings: readonly INodeProperties[], outer: readonly INodeProperties[], path: readonly string[]): string[][] {
	const { displayName, name, required, description, hint } = field;
	const texts = [cell(ended(description)), cell(ended(hint)), choicesOf(field), modesOf(field), cell(conditionOf(field, [...siblings, ...outer]))];
	const row = [
		cell([...path, displayName].join(' › ')),
		code(name),
		typeOf(field),
		required ? 'yes' : '',
		defaultOf(field),
		texts.filter(Boolean).join(' '),
	];
	const inner = (field.options ?? []).flatMap((option) => {
		const below = [...path, displayName];
		if (isField(option)) return rowsOf(option, field.options?.filter(isField) ?? [], outer, below);
		return isGroup(option) ? option.values.flatMap((value) => rowsOf(value, option.values, outer, [...below, option.displayName])) : [];
	});
	return [row, ...inner];
}

/** All fields of an operation, those inside groups below their group. */
export function fieldsTable(fields: readonly INodeProperties[]): string {
	const outer = fields.map((field) => ({ ...field, name: `/${field.name}` }));
	return table([['Field', 'Name', 'Type', 'Required', 'Default', 'Description'], ...fields.flatMap((field) => rowsOf(field, fields, outer, []))]);
}
