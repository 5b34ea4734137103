import type { TelegramMessageEntity } from '@gramio/types';
import { byteOffset, cannotParse, type Formatted } from './markup';

/** The legacy mode: no nesting, a backslash escapes `_`, `*`, backtick and `[`. https://core.telegram.org/bots/api#markdown-style */
export function parseMarkdown(source: string): Formatted {
	const entities: TelegramMessageEntity[] = [];
	let text = '';
	let at = 0;
	while (at < source.length) {
		const char = source.charAt(at);
		if (char === '\\' && '_*`['.includes(source.charAt(at + 1) || ' ')) {
			text += source.charAt(at + 1);
			at += 2;
		} else if (!'_*`['.includes(char)) {
			text += char;
			at++;
		} else {
			const part = entityAt(source, at);
			const offset = text.length;
			text += part.text;
			if (part.text.length > 0) entities.push({ ...part.entity, offset, length: part.text.length });
			at = part.end;
		}
	}
	return { text, entities };
}

function entityAt(
	source: string,
	start: number,
): { text: string; end: number; entity: Pick<TelegramMessageEntity, 'type' | 'url' | 'language'> } {
	const char = source.charAt(start);
	const fence = source.startsWith('```', start);
	const close = fence ? '```' : char === '[' ? ']' : char;
	const from = start + (fence ? 3 : 1);
	const end = source.indexOf(close, from);
	if (end === -1) throw cannotParse(`Can't find end of the entity starting at byte offset ${byteOffset(source, start)}`);
	const text = source.slice(from, end);
	if (char === '[') {
		const link = /^\(([^)]*)\)/.exec(source.slice(end + 1));
		if (!link) return { text, end: end + 1, entity: { type: 'text_link', url: text } };
		return { text, end: end + 1 + link[0].length, entity: { type: 'text_link', url: link[1] } };
	}
	if (fence) {
		const named = /^(\S+)\n/.exec(text);
		const code = text.slice(named ? named[0].length : 0).replace(/^\n/, '');
		return { text: code, end: end + 3, entity: { type: 'pre', ...(named && { language: named[1] }) } };
	}
	return { text, end: end + 1, entity: { type: char === '*' ? 'bold' : char === '_' ? 'italic' : 'code' } };
}
