import type { INodeProperties } from 'n8n-workflow';
import { refused } from '../core/errors';
import type { InputOf } from '../core/operation';
import { telegram } from '../platforms/telegram';

/** https://core.telegram.org/bots/api#inlinekeyboardbutton */
const button = [
	{ displayName: 'Text', name: 'text', type: 'string', default: '', placeholder: 'e.g. Book a table' },
	{
		displayName: 'Action',
		name: 'action',
		type: 'options',
		default: 'url',
		options: [
			{ name: 'Copy Text', value: 'copy_text' },
			{ name: 'Open Mini App', value: 'web_app' },
			{ name: 'Open URL', value: 'url' },
			{ name: 'Send Callback Data', value: 'callback_data' },
		],
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/book',
		displayOptions: { show: { action: ['url', 'web_app'] } },
	},
	{
		displayName: 'Callback Data',
		name: 'callback_data',
		type: 'string',
		default: '',
		placeholder: 'e.g. book:42',
		description: 'What the bot receives when somebody presses the button, in up to 64 bytes',
		displayOptions: { show: { action: ['callback_data'] } },
	},
	{
		displayName: 'Text to Copy',
		name: 'copy_text',
		type: 'string',
		default: '',
		placeholder: 'e.g. SPRING25',
		description: 'What is in the clipboard after a press, up to 256 characters',
		displayOptions: { show: { action: ['copy_text'] } },
	},
	{
		displayName: 'Row',
		name: 'row',
		type: 'number',
		default: 1,
		typeOptions: { minValue: 1 },
		description: 'Buttons with the same number stand side by side',
	},
] as const satisfies readonly INodeProperties[];

/** Buttons under a message. */
export const inlineKeyboard = {
	displayName: 'Inline Keyboard',
	name: 'inlineKeyboard',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Button',
	default: {},
	description: 'Buttons under the message',
	options: [{ displayName: 'Button', name: 'buttons', values: [...button] }],
} as const satisfies INodeProperties;

type Keyboard = InputOf<[typeof inlineKeyboard]>['inlineKeyboard'];
type Button = NonNullable<Keyboard['buttons']>[number];

function buttonOf({ text: label, action = 'url', url, callback_data, copy_text }: Button) {
	const text = String(label ?? '');
	const value = String({ url, callback_data, copy_text, web_app: url }[action] ?? '');
	if (!text) throw refused('Inline Keyboard', 'a button has no text.', 'Fill in “Text” of every button.');
	if (!value) throw refused('Inline Keyboard', `the button “${text}” does nothing.`, 'Fill in its “URL”, “Callback Data” or “Text to Copy”.');
	const bytes = Buffer.byteLength(value);
	const most = telegram.limits.callbackData;
	if (action === 'callback_data' && bytes > most) {
		throw refused('Inline Keyboard', `the callback data of “${text}” has ${bytes} bytes; Telegram allows ${most}.`, 'Send a short key and keep the rest where you can look it up.');
	}
	const { copiedText: longest } = telegram.limits;
	if (action === 'copy_text' && value.length > longest) throw refused('Inline Keyboard', `the text to copy of “${text}” has ${value.length} characters; Telegram allows ${longest}.`, 'Shorten it.');
	if (action === 'copy_text') return { text, copy_text: { text: value } };
	return action === 'web_app' ? { text, web_app: { url: value } } : { text, [action]: value };
}

/** The buttons as Telegram's rows, in the order of their row numbers; undefined without a button. */
export function markupOf({ buttons = [] }: Keyboard = {}) {
	if (buttons.length === 0) return undefined;
	const rows = new Map<number, ReturnType<typeof buttonOf>[]>();
	for (const one of buttons) {
		const row = one.row ?? 1;
		rows.set(row, [...(rows.get(row) ?? []), buttonOf(one)]);
	}
	return { inline_keyboard: [...rows].sort(([a], [b]) => a - b).map(([, row]) => row) };
}
