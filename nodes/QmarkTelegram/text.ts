import type { TelegramMessage } from '@gramio/types';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Api } from '../core/api';
import { PlatformError, refused } from '../core/errors';
import type { InputOf } from '../core/operation';
import { split } from '../model/text';
import { call } from '../networks/telegram/call';
import { telegram } from '../platforms/telegram';
import type { format, text } from './fields';
import { splitHtml } from './html';
import { addressed, textOf } from './message';

export const splitLong = {
	displayName: 'Split Long Text',
	name: 'splitLongText',
	type: 'boolean',
	default: false,
	description: 'Whether to send a text of more than 4096 characters as several messages, cut at paragraphs and sentences; for HTML and plain text',
} as const satisfies INodeProperties;

type Text = InputOf<[typeof text, ...typeof format]>;

/** Refuses a text or caption that Telegram would refuse for its length. */
export function checkLength({ text: content, parseMode }: Pick<Text, 'text' | 'parseMode'>, most: number) {
	const length = telegram.textLength(content, { parseMode });
	if (length > most) throw refused('Text', `has ${length} characters; ${telegram.name} allows ${most}.`, `Shorten “Text” by ${length - most} characters, or switch “Split Long Text” on where there is one.`);
}

function partsOf(input: Text, mayBeSplit = false): string[] {
	const { text: most } = telegram.limits;
	const { text: content, parseMode } = input;
	if (!mayBeSplit || telegram.textLength(content, { parseMode }) <= most) {
		checkLength(input, most);
		return [content];
	}
	if (parseMode === 'MarkdownV2') throw refused('Split Long Text', 'cannot cut MarkdownV2, where a cut may fall into formatting.', 'Set “Format” to HTML or Plain Text.');
	return parseMode === 'HTML' ? splitHtml(content, most) : split(content, most, ({ length }) => length);
}

type Outgoing = Text & Omit<Parameters<typeof addressed>[0], 'additionalFields'> & { additionalFields: NonNullable<Parameters<typeof addressed>[0]['additionalFields']> & { splitLongText?: boolean } };

/** A long text is out in part once its first message is: nobody may take the item for one that was never sent. */
function halted(error: unknown, sent: number, all: number): unknown {
	if (sent === 0 || !(error instanceof PlatformError)) return error;
	const message = `${sent} of ${all} messages of this text are out, the next one is not: ${error.message}`;
	return new PlatformError({ verdict: 'unknown', code: error.code, message, hint: `${error.hint} Do not send the whole text again: its beginning has arrived.` });
}

/** Sends a text, as several messages where it may be split: the first one is the reply, the last one has the buttons. */
export async function sendText({ additionalFields: { splitLongText, ...fields }, ...input }: Outgoing, api: Api): Promise<TelegramMessage[]> {
	const parts = partsOf(input, splitLongText);
	const sent: TelegramMessage[] = [];
	for (const [index, part] of parts.entries()) {
		const { reply_markup: buttons, reply_parameters: reply, ...shared }: IDataObject = addressed({ ...input, additionalFields: fields });
		const own = { ...(index === 0 && { reply_parameters: reply }), ...(index === parts.length - 1 && { reply_markup: buttons }) };
		const request = call('sendMessage', { ...shared, ...own, ...textOf({ ...input, text: part }) });
		try {
			sent.push(await api.send<TelegramMessage>(request));
		} catch (error) {
			throw halted(error, sent.length, parts.length);
		}
	}
	return sent;
}
