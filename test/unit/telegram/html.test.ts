import { splitHtml } from '../../../nodes/QmarkTelegram/html';
import { parseHtml } from '../../../sandbox/networks/telegram/html';

const plain = (html: string) => parseHtml(html).text;
const squeezed = (text: string) => text.replace(/\s+/g, '');

test.each([
	{ name: 'plain text', html: 'One two three. Four five six.', most: 16, parts: ['One two three.', 'Four five six.'] },
	{ name: 'a tag that goes on', html: '<b>One two three. Four five six.</b>', most: 16, parts: ['<b>One two three.</b>', '<b>Four five six.</b>'] },
	{ name: 'nested tags', html: '<b>One <i>two three. Four</i> five.</b>', most: 15, parts: ['<b>One <i>two three.</i></b>', '<b><i>Four</i> five.</b>'] },
	{ name: 'a link with its address in both', html: 'See <a href="https://e.com/?a=1&amp;b=2">our new roses. And tulips</a>.', most: 20, parts: ['See <a href="https://e.com/?a=1&amp;b=2">our new roses.</a>', '<a href="https://e.com/?a=1&amp;b=2">And tulips</a>.'] },
	{ name: 'references, each one character', html: 'a &lt; b &amp; c. &#128144; &#x1F490; d', most: 10, parts: ['a &lt; b &amp; c.', '&#128144; &#x1F490; d'] },
	{ name: 'what fits', html: '<i>One</i>', most: 3, parts: ['<i>One</i>'] },
	{ name: 'two formattings side by side', html: '<b>One two.</b><b> Three four.</b>', most: 12, parts: ['<b>One two.</b>', '<b>Three four.</b>'] },
])('$name', ({ html, most, parts }) => {
	expect(splitHtml(html, most)).toEqual(parts);
});

test.each([
	{ html: '<b>One', says: /“<b>” is never closed/ },
	{ html: 'One</b>', says: /“<\/b>” closes nothing/ },
	{ html: '<b><i>One</b></i>', says: /“<\/b>” closes nothing/ },
	{ html: 'One<br>two', says: /“<br>” is never closed/ },
])('refused: $html', ({ html, says }) => {
	expect(() => splitHtml(html, 10)).toThrow(says);
});

/** A small generator with a fixed seed: the same texts in every run. */
function* randomHtml(count: number) {
	let state = 7;
	const next = (most: number) => Math.floor(((state = (state * 1103515245 + 12345) % 2147483648) / 2147483648) * most);
	const words = ['tulip', 'rose. ', 'a &lt; b', '🌸', '&#128144;', ' ', '\n\n', 'été, ', 'https://example.com/a?b=1'];
	for (let text = 0; text < count; text++) {
		const open: string[] = [];
		let html = '';
		for (let piece = 0; piece < 40; piece++) {
			const kind = next(6);
			if (kind === 0) {
				open.push(['b', 'i', 'u', 's', 'tg-spoiler'][next(5)] ?? 'b');
				html += `<${open.at(-1)}>`;
			} else if (kind === 1 && open.length > 0) html += `</${open.pop()}>`;
			else html += words[next(words.length)];
		}
		yield html + open.toReversed().map((name) => `</${name}>`).join('');
	}
}

test('whatever is split, Telegram reads every part, each is short enough, and nothing is lost', () => {
	let cuts = 0;
	for (const html of randomHtml(3000)) {
		const parts = splitHtml(html, 40);
		cuts += parts.length - 1;
		expect(parts.map((part) => plain(part).length).filter((length) => length > 40)).toEqual([]);
		expect(squeezed(parts.map(plain).join(''))).toBe(squeezed(plain(html)));
	}
	expect(cuts).toBeGreaterThan(3000);
});
