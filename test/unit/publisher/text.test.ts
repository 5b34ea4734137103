import { hashtagsIn, linksIn, mentionsIn, shortened, split, textWithUtm, withFewerHashtags, withUtm } from '../../../nodes/model/text';
import { randomFrom, wildText, wordsOf } from './random';

const units = (text: string) => text.length;
const points = (text: string) => [...text].length;
const family = '\u{1f469}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}';

describe('what is in a text', () => {
	test.each([
		['#rose #Été2027 #花', ['#rose', '#Été2027', '#花']],
		['C# et F#, n&#39;est, a#b, a/#b', []],
		['#a#b#c', ['#a', '#b', '#c']],
		['C#a#b', []],
		['(#rose), «#lys»', ['#rose', '#lys']],
		['#हिन्दी', ['#हिन्दी']],
		['#\ufe0f\u20e3 # ##', []],
		['##rose', ['#rose']],
		['https://camelia.example/a-#b et https://camelia.example/#c', []],
		['#rose_rouge-vif', ['#rose_rouge']],
	])('“%s” holds the hashtags %j', (text, expected) => expect(hashtagsIn(text)).toEqual(expected));

	test.each([
		['Merci @ana.lima. Et @bruno_7!', ['@ana.lima', '@bruno_7']],
		['bonjour@camelia.example, andré@camelia.example, a+b@c.example', []],
		['https://video.example/@ana et https://a.example/?u=@ana', []],
		['(@ana), «@bruno»', ['@ana', '@bruno']],
		['@ 5 €, @@, @名', []],
	])('“%s” holds the mentions %j', (text, expected) => expect(mentionsIn(text)).toEqual(expected));

	test.each([
		['Voir https://a.example/b. Puis http://c.example!', ['https://a.example/b', 'http://c.example']],
		['(https://a.example/b)', ['https://a.example/b']],
		['https://fr.example/Rose_(fleur)', ['https://fr.example/Rose_(fleur)']],
		['(voir https://fr.example/Rose_(fleur))', ['https://fr.example/Rose_(fleur)']],
		['«https://a.example/b» “https://c.example”', ['https://a.example/b', 'https://c.example']],
		['詳しくはhttps://a.example/b。ぜひ', ['https://a.example/b']],
		['HTTPS://A.EXAMPLE/B', ['HTTPS://A.EXAMPLE/B']],
		['https://, http://. et https', []],
		['https://a.example/?b=1&c=2#d,', ['https://a.example/?b=1&c=2#d']],
	])('“%s” holds the links %j', (text, expected) => expect(linksIn(text)).toEqual(expected));
});

describe('shortening', () => {
	test.each([
		['at the last sentence that fits', 'Un. Deux. Trois. Quatre.', 17, 'Un. Deux. Trois.'],
		['not at all where it fits', 'Un. Deux.', 9, 'Un. Deux.'],
		['at the last word, where the first sentence is too long', 'Les dahlias sont arrivés ce matin', 20, 'Les dahlias sont…'],
		['after a word that just fits', 'Les dahlias sont là', 12, 'Les dahlias…'],
		['at a word rather than to a tenth of what fits', 'Un. Les dahlias sont arrivés ce matin', 30, 'Un. Les dahlias sont arrivés…'],
		['within a word, where there is no other way', 'a'.repeat(30), 10, `${'a'.repeat(9)}…`],
		['before a link rather than within it', '詳しくはhttps://camelia.example/abc', 20, '詳しくは…'],
		['before an emoji rather than within it', `aaa ${family}${family}`, 20, `aaa…`],
		['at the full stop of a script without spaces', '花です。木です。森です。', 9, '花です。木です。'],
		['not at the question mark of a link', 'Voir https://a.example/b?c=1 puis encore', 30, 'Voir https://a.example/b?c=1…'],
	])('ends %s', (_, text, most, expected) => expect(shortened(text, most, units)).toBe(expected));
});

describe('splitting', () => {
	test.each([
		['at paragraphs', 'Un deux trois.\n\nQuatre cinq.', 20, ['Un deux trois.', 'Quatre cinq.']],
		['at sentences', 'Un deux. Trois quatre. Cinq.', 18, ['Un deux.', 'Trois quatre.', 'Cinq.']],
		['at words', 'un deux trois quatre', 9, ['un deux', 'trois', 'quatre']],
		['within a word, where there is no other way', 'abcdefgh', 3, ['abc', 'def', 'gh']],
		['before a link rather than within it', '花はhttps://a.example/b', 19, ['花は', 'https://a.example/b']],
		['nothing that fits', 'Un.', 3, ['Un.']],
		['nothing of nothing', '  ', 3, []],
	])('is done %s', (_, text, most, expected) => expect(split(text, most, units)).toEqual(expected));

	test('gives the first part less room than the others, and leaves their paragraphs alone', () => {
		expect(split('Un deux trois. Quatre cinq six.\n\nSept huit.', 60, units, 16)).toEqual(['Un deux trois.', 'Quatre cinq six.\n\nSept huit.']);
	});

	test('ends, however long a single character is', () => {
		const zalgo = `a${'\u0301'.repeat(5000)}`;
		expect(split(zalgo, 1024, units).join('')).toBe(zalgo);
		expect(split('\u{1f337}\u{1f337}', 1, units)).toEqual(['\u{1f337}', '\u{1f337}']);
		expect(shortened(zalgo, 1024, units)).toBe(`a${'\u0301'.repeat(1022)}…`);
	});
});

/** The longest of what wild texts are made of has 35 units. */
const limits = [40, 64, 100, 1024];
const counts = { units, points };

describe('of 200 wild texts', () => {
	const random = randomFrom(20_270_131);
	const texts = Array.from({ length: 200 }, (_, index) => wildText(random, 3 + (index % 200)));

	test.each(Object.entries(counts).flatMap(([name, count]) => limits.map((most) => [name, most, count] as const)))('by %s, parts of at most %i: each fits, no word is lost, none is cut', (_, most, count) => {
		for (const text of texts) {
			const parts = split(text, most, count);
			expect(parts.filter((part) => count(part) > most || part !== part.trim() || part === '')).toEqual([]);
			expect(parts.flatMap(wordsOf)).toEqual(wordsOf(text));
		}
	});

	test.each(Object.entries(counts).flatMap(([name, count]) => limits.map((most) => [name, most, count] as const)))('by %s, shortened to %i: it fits, is a beginning of the text, and cuts no word', (_, most, count) => {
		for (const text of texts) {
			const short = shortened(text, most, count);
			expect(count(short)).toBeLessThanOrEqual(most);
			const kept = wordsOf(short.replace(/…$/, ''));
			// A script without spaces has its sentences end within what counts as a word here.
			expect(wordsOf(text).slice(0, kept.length)).toEqual(kept);
			expect(shortened(short, most, count)).toBe(short);
		}
	});

	test.each([0, 1, 5, 30])('with at most %i hashtags: that many are left, and no other word is lost', (most) => {
		for (const text of texts) {
			const fewer = withFewerHashtags(text, most);
			const had = hashtagsIn(text).length;
			expect(hashtagsIn(fewer)).toHaveLength(Math.min(most, had));
			const plain = (of: string) => wordsOf(of).filter((word) => !/^#?fleur$/.test(word));
			expect(plain(fewer)).toEqual(plain(text));
			if (had <= most) expect(fewer).toBe(text);
		}
	});

	test('parameters of a campaign are added to each link once, and to nothing else', () => {
		const utm = { source: 'social', campaign: 'automne' };
		for (const text of texts) {
			const tagged = textWithUtm(text, utm);
			expect(tagged).toBe(text.replaceAll('https://camelia.example/a?b=1&c=2!d', 'https://camelia.example/a?b=1&c=2!d&utm_source=social&utm_campaign=automne'));
			expect(textWithUtm(tagged, utm)).toBe(tagged);
		}
	});
});

describe('fewer hashtags', () => {
	test.each([
		['those at the end go', 'Rose #a #b #c', 1, 'Rose #a'],
		['all go', 'Rose\n\n#a #b\n#c', 0, 'Rose'],
		['those in a sentence keep their word', 'Nos #roses et nos #lys sont là', 1, 'Nos #roses et nos lys sont là'],
		['those in a sentence and those at the end', 'Nos #roses et nos #lys\n\n#a #b', 1, 'Nos #roses et nos lys'],
		['what stands between others keeps its spaces', 'Un  deux\n\n\nTrois #a #b', 1, 'Un  deux\n\n\nTrois #a'],
		['those without spaces between', 'Rose #a#b#c', 2, 'Rose #a#b'],
		['those without spaces between in a sentence', '#a#b#c sont là', 1, '#a b c sont là'],
		['those of scripts with marks go as a whole', 'गुलाब #एक #हिन्दी', 1, 'गुलाब #एक'],
		['# of links stays', '#a https://x.example/p-#b #c', 1, '#a https://x.example/p-#b'],
	])('%s', (_, text, most, expected) => expect(withFewerHashtags(text, most)).toBe(expected));
});

describe('campaign parameters', () => {
	const utm = { source: 'social', medium: 'post', campaign: 'Automne & Toussaint', term: '', content: undefined };
	const added = 'utm_source=social&utm_medium=post&utm_campaign=Automne+%26+Toussaint';
	test.each([
		['https://a.example', `https://a.example/?${added}`],
		['https://a.example/b', `https://a.example/b?${added}`],
		['https://a.example/b?c=1', `https://a.example/b?c=1&${added}`],
		['https://a.example/b?', `https://a.example/b?${added}`],
		['https://a.example/b?c=1&', `https://a.example/b?c=1&${added}`],
		['https://a.example/b#d', `https://a.example/b?${added}#d`],
		['https://a.example/b?c=1#d?e', `https://a.example/b?c=1&${added}#d?e`],
		['https://a.example/b?flag&q=a%20b', `https://a.example/b?flag&q=a%20b&${added}`],
		['https://a.example/b?utm_source=mail', 'https://a.example/b?utm_source=mail&utm_medium=post&utm_campaign=Automne+%26+Toussaint'],
		['https://café.example/été', `https://café.example/été?${added}`],
		['HTTPS://A.EXAMPLE', `HTTPS://A.EXAMPLE/?${added}`],
		[`https://a.example/b?${added}`, `https://a.example/b?${added}`],
		['mailto:a@b.example', 'mailto:a@b.example'],
		['camelia.example', 'camelia.example'],
		['', ''],
	])('of “%s”', (link, expected) => {
		expect(withUtm(link, utm)).toBe(expected);
		expect(withUtm(expected, utm)).toBe(expected);
		expect(withUtm(link, {})).toBe(link);
	});

	test('stand within the brackets and before the full stop around a link', () => {
		expect(textWithUtm('(https://a.example/b). «https://c.example/d»', { source: 'x' })).toBe('(https://a.example/b?utm_source=x). «https://c.example/d?utm_source=x»');
		expect(textWithUtm('https://fr.example/Rose_(fleur)!', { source: 'x' })).toBe('https://fr.example/Rose_(fleur)?utm_source=x!');
	});
});
