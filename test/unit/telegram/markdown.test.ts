import { escapeMarkdown } from '../../../nodes/QmarkTelegram/markdown';
import { telegram } from '../../../nodes/platforms/telegram';
import { parseMarkdownV2 } from '../../../sandbox/networks/telegram/markdownV2';

const table: [title: string, source: string, escaped: string][] = [
	['a sentence', 'Open at 9.30 - come in!', 'Open at 9\\.30 \\- come in\\!'],
	['every reserved character alone', '( ) > # + - = { } . !', '\\( \\) \\> \\# \\+ \\- \\= \\{ \\} \\. \\!'],
	['formatting stays', '*bold* _italic_ __under__ ~gone~ ||hidden||', '*bold* _italic_ __under__ ~gone~ ||hidden||'],
	['nested formatting', '*bold _italic ~gone~._*', '*bold _italic ~gone~\\._*'],
	['a marker without an end', '5 * 3 = 15_', '5 \\* 3 \\= 15\\_'],
	['a marker without an end inside formatting', '*a _b* c', '*a \\_b* c'],
	['an open underline and spoiler', '__a and ||b', '\\_\\_a and \\|\\|b'],
	['a single bar', 'a | b', 'a \\| b'],
	['what is escaped already', 'Done\\. \\*not bold\\* \\\\', 'Done\\. \\*not bold\\* \\\\'],
	['a backslash before a letter beyond ASCII, or at the end', 'C:\\é \\', 'C:\\é \\'],
	['a backslash at a line’s end', 'a\\\n>b', 'a\\\\\n>b'],
	['a link', 'See [the *menu*.](https://example.com/a-b_c?d=1).', 'See [the *menu*\\.](https://example.com/a-b_c?d=1)\\.'],
	['brackets inside a link’s address', '[wiki](https://example.com/Rose_(flower))', '[wiki](https://example.com/Rose_\\(flower\\))'],
	['one bracket inside a link’s address', '[a](https://example.com/(b)', '[a](https://example.com/\\(b)'],
	['brackets that are no link', 'Note [1] and (2) and [a', 'Note \\[1\\] and \\(2\\) and \\[a'],
	['an exclamation mark before a link', 'Look![here](https://example.com)', 'Look\\![here](https://example.com)'],
	['a custom emoji', '![👍](tg://emoji?id=5368324170671202286)!', '![👍](tg://emoji?id=5368324170671202286)\\!'],
	['code', 'Run `a.b - c!` now.', 'Run `a.b - c!` now\\.'],
	['code without an end', 'Price `5.', 'Price \\`5\\.'],
	['a pre block', '```js\nif (a > b) { c.d(); }\n```.', '```js\nif (a > b) { c.d(); }\n```\\.'],
	['a backtick inside a pre block', '```\na ` b\n```', '```\na \\` b\n```'],
	['a pre block without an end', '```js\na.b', '\\`\\`\\`js\na\\.b'],
	['emoji and accents', '🌸 *Été* – 2,50 €… 🌷!', '🌸 *Été* – 2,50 €… 🌷\\!'],
	['a quotation', 'He said:\n>Yes.\n>No!\nEnd.', 'He said:\n>Yes\\.\n>No\\!\nEnd\\.'],
	['a folded quotation', '**>One.\n>Two.||', '**>One\\.\n>Two\\.||'],
	['formatting does not cross a quotation', '*a\n>b*', '\\*a\n>b\\*'],
	['a list', '- one\n- two\n1. three', '\\- one\n\\- two\n1\\. three'],
	['nothing', '', ''],
];

test.each(table)('%s', (_, source, escaped) => {
	expect(escapeMarkdown(source)).toBe(escaped);
	expect(() => parseMarkdownV2(escaped)).not.toThrow();
});

test('escaping twice changes nothing more', () => {
	for (const [, , escaped] of table) expect(escapeMarkdown(escaped)).toBe(escaped);
});

/** A small generator with a fixed seed: the same texts in every run. */
function* randomTexts(count: number) {
	const alphabet = ['*', '_', '__', '~', '|', '||', '[', ']', '(', ')', '`', '```', '>', '\n', '!', '.', '-', '\\', 'a', ' ', '🌸', 'é', '](https://e.com)', '![', '\n>', '**>'];
	for (let text = 0, state = 42; text < count; text++) {
		let made = '';
		for (let length = 0; length < 24; length++) {
			state = (state * 1103515245 + 12345) % 2147483648;
			made += alphabet[Math.floor((state / 2147483648) * alphabet.length)];
		}
		yield made;
	}
}

test('Telegram’s parser takes whatever comes out', () => {
	const refusals: string[] = [];
	for (const text of randomTexts(20_000)) {
		try {
			parseMarkdownV2(escapeMarkdown(text));
		} catch (error) {
			refusals.push(`${JSON.stringify(text)} → ${JSON.stringify(escapeMarkdown(text))}: ${String(error)}`);
		}
	}
	expect(refusals.slice(0, 5)).toEqual([]);
});

test('only what a reader sees counts towards a limit', () => {
	const length = (text: string, parseMode: string) => telegram.textLength(text, { parseMode });
	expect(length('<b>Hi</b> &amp; <a href="https://example.com">you</a>', 'HTML')).toBe('Hi & you'.length);
	expect(length('*Hi* \\. [you](https://example.com) ||x||', 'MarkdownV2')).toBe('Hi . you x'.length);
	expect(length('<b>Hi</b>', '')).toBe('<b>Hi</b>'.length);
});
