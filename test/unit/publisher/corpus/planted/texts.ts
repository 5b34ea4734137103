import { characters, textOf } from '../characters';
import { film, many, pages, photo, planted } from '../entry';
import type { Entry } from '../entry';

const long = 'text: text-length';

/** One character more than each network takes, in its own way of counting. */
const tooLong: Entry[] = characters.flatMap((one) => [
	planted('instagram', `2,201 code points of ${one.name} (${pages.container})`, { text: textOf(one, 'points', 2201), media: [photo()] }, long),
	planted('telegram', `4,097 units of ${one.name} (${pages.sendMessage})`, { text: textOf(one, 'units', 4097) }, long),
	planted('telegram', `1,025 units of ${one.name} under a photo (${pages.sendPhoto})`, { text: textOf(one, 'units', 1025), media: [photo()] }, long),
	planted('facebook', `63,207 units of ${one.name} (${pages.feed})`, { text: textOf(one, 'units', 63_207) }, long),
	planted('threads', `501 characters, emojis in bytes, of ${one.name} (${pages.threadsPosts})`, { text: textOf(one, 'bytes', 501) }, long),
]);

const composed: Entry[] = [
	planted('instagram', `2,192 letters and 9 of a hashtag (${pages.container})`, { text: 'a'.repeat(2192), hashtags: ['fleurs'], media: [photo()] }, long),
	planted('instagram', `2,191 letters and 10 of a mention (${pages.container})`, { text: 'a'.repeat(2191), mentions: '@camelia', media: [photo()] }, long),
	planted('instagram', `the network’s own text is too long (${pages.container})`, { text: 'Court', variants: { instagram: 'b'.repeat(2201) }, media: [photo()] }, long),
	planted('instagram', `the network’s own text, named in capitals (${pages.container})`, { text: 'Court', variants: { Instagram: 'b'.repeat(2201) }, media: [photo()] }, long),
	planted('instagram', `too long under a reel (${pages.container})`, { text: 'c'.repeat(3000), media: [film()] }, long),
	planted('instagram', `too long under a carousel (${pages.container})`, { text: 'c'.repeat(2300), media: [photo(), photo()] }, long),
	planted('telegram', `4,070 letters and 27 of a link (${pages.sendMessage})`, { text: 'a'.repeat(4070), link: 'https://camelia.example/a' }, long),
	planted('telegram', `1,000 letters and 27 of a link under a photo (${pages.sendPhoto})`, { text: 'a'.repeat(1000), link: 'https://camelia.example/a', media: [photo()] }, long),
	planted('telegram', `1,016 letters and 9 of a hashtag under a video (${pages.sendVideo})`, { text: 'a'.repeat(1016), hashtags: '#fleurs', media: [film()] }, long),
	planted('telegram', `1,025 letters over an album (${pages.mediaGroup})`, { text: 'a'.repeat(1025), media: [photo(), photo()] }, long),
	planted('telegram', `the network’s own text is too long (${pages.sendMessage})`, { text: 'Court', variants: { telegram: 'b'.repeat(5000) } }, long),
	planted('telegram', `a text with paragraphs (${pages.sendMessage})`, { text: many(100, () => 'Un paragraphe de quarante et un signes...').join('\n\n') }, long),
	planted('facebook', `63,198 letters and 9 of a hashtag (${pages.feed})`, { text: 'a'.repeat(63_198), hashtags: ['fleurs'] }, long),
	planted('facebook', `63,180 letters and 27 of a link above a photo (${pages.feed})`, { text: 'a'.repeat(63_180), link: 'https://camelia.example/a', media: [photo()] }, long),
	planted('threads', `126 emojis, which are 504 bytes (${pages.threadsPosts})`, { text: '\u{1f337}'.repeat(126) }, long),
	planted('threads', `492 letters and 9 of a hashtag (${pages.threadsPosts})`, { text: 'a'.repeat(492), hashtags: ['fleurs'] }, long),
	planted('threads', `474 letters and 27 of a link above a photo (${pages.threadsPosts})`, { text: 'a'.repeat(474), link: 'https://camelia.example/a', media: [photo()] }, long),
	planted('threads', `too long under a video (${pages.threadsPosts})`, { text: 'c'.repeat(600), media: [film()] }, long),
	planted('threads', `the network’s own text is too long (${pages.threadsPosts})`, { text: 'Court', variants: { threads: 'b'.repeat(501) } }, long),
	planted('facebook', `the network’s own text is too long (${pages.feed})`, { text: 'Court', variants: { facebook: 'b'.repeat(70_000) } }, long),
];

const tags = (length: number, of = 'fleur') => many(length, (index) => `#${of}${index}`);
const tooManyTags = 'hashtags: hashtags';

const hashtags: Entry[] = [
	...[31, 32, 45, 60].map((length) => planted('instagram', `${length} hashtags in the text (${pages.container})`, { text: `Rose ${tags(length).join(' ')}`, media: [photo()] }, tooManyTags)),
	...[31, 40].map((length) => planted('instagram', `${length} hashtags in a list (${pages.container})`, { text: 'Rose', hashtags: tags(length), media: [photo()] }, tooManyTags)),
	...[
		{ name: 'Japanese', of: '花' },
		{ name: 'accented', of: 'été' },
		{ name: 'Arabic', of: 'ورد' },
		{ name: 'Hindi', of: 'हिन्दी' },
		{ name: 'Cyrillic', of: 'розы' },
		{ name: 'underscored', of: 'rose_rouge_' },
	].map(({ name, of }) => planted('instagram', `31 ${name} hashtags (${pages.container})`, { text: tags(31, of).join(' '), media: [photo()] }, tooManyTags)),
	planted('instagram', `31 hashtags without spaces between (${pages.container})`, { text: tags(31).join(''), media: [photo()] }, tooManyTags),
	planted('instagram', `31 hashtags in lines (${pages.container})`, { text: tags(31).join('\n'), media: [photo()] }, tooManyTags),
	planted('instagram', `31 hashtags, with commas, as one text (${pages.container})`, { hashtags: tags(31).join(', '), media: [photo()] }, tooManyTags),
	planted('instagram', `31 hashtags, with bars and without their mark (${pages.container})`, { hashtags: many(31, (index) => `fleur${index}`).join('|'), media: [photo()] }, tooManyTags),
	planted('instagram', `20 in the text and 11 others in the list (${pages.container})`, { text: tags(20).join(' '), hashtags: tags(11, 'autre'), media: [photo()] }, tooManyTags),
	planted('instagram', `the same hashtag 31 times (${pages.container})`, { text: '#rose '.repeat(31), media: [photo()] }, tooManyTags),
	planted('instagram', `31 hashtags in brackets and after dashes (${pages.container})`, { text: many(31, (index) => `(#a${index})`).join('—'), media: [photo()] }, tooManyTags),
	planted('instagram', `31 hashtags in the network’s own text (${pages.container})`, { text: 'Rose', variants: { instagram: tags(31).join(' ') }, media: [photo()] }, tooManyTags),
	planted('instagram', `31 hashtags beside links that hold # (${pages.container})`, { text: `https://camelia.example/#a ${tags(31).join(' ')}`, media: [photo()] }, tooManyTags),
];

const names = (length: number) => many(length, (index) => `@client${index}`);
const tooManyNames = 'mentions: mentions';

const mentions: Entry[] = [
	...[21, 22, 30].map((length) => planted('instagram', `${length} mentions in the text (${pages.container})`, { text: `Merci ${names(length).join(' ')}`, media: [photo()] }, tooManyNames)),
	...[21, 25].map((length) => planted('instagram', `${length} mentions in a list (${pages.container})`, { text: 'Merci', mentions: names(length), media: [photo()] }, tooManyNames)),
	planted('instagram', `21 mentions, with commas, as one text (${pages.container})`, { mentions: names(21).join(','), media: [photo()] }, tooManyNames),
	planted('instagram', `15 in the text and 6 others in the list (${pages.container})`, { text: names(15).join(' '), mentions: many(6, (index) => `ami${index}`), media: [photo()] }, tooManyNames),
	planted('instagram', `21 mentions of names with dots (${pages.container})`, { text: many(21, (index) => `@ana.lima${index}.`).join(' '), media: [photo()] }, tooManyNames),
	planted('instagram', `21 mentions in brackets (${pages.container})`, { text: many(21, (index) => `(@a${index})`).join(' '), media: [photo()] }, tooManyNames),
	planted('instagram', `21 mentions beside e-mail addresses (${pages.container})`, { text: `bonjour@camelia.example ${names(21).join(' ')}`, media: [photo()] }, tooManyNames),
];

const addresses = (length: number) => many(length, (index) => `https://camelia.example/${index}`);

const links: Entry[] = [
	...[6, 7].map((length) => planted('threads', `${length} links (${pages.threadsPosts})`, { text: addresses(length).join(' ') }, 'text: links')),
	planted('threads', `five links in the text and another beside it (${pages.threadsPosts})`, { text: addresses(5).join(' '), link: 'https://camelia.example/autre' }, 'text: links'),
	planted('threads', `five links in the text and another below it, above a photo (${pages.threadsPosts})`, { text: addresses(5).join(' '), link: 'https://camelia.example/autre', media: [photo()] }, 'text: links'),
];

const comments: Entry[] = [
	...characters.slice(0, 7).map((one) => planted('threads', `a first comment of 501 characters, emojis in bytes, of ${one.name} (${pages.threadsReplies})`, { text: 'Rose', firstComment: textOf(one, 'bytes', 501) }, 'first comment: comment-length')),
	...characters.slice(0, 7).map((one) => planted('instagram', `a first comment of 2,201 code points of ${one.name} (${pages.instagramComment})`, { media: [photo()], firstComment: textOf(one, 'points', 2201) }, 'first comment: comment-length')),
	...characters.slice(0, 7).map((one) => planted('facebook', `a first comment of 8,001 units of ${one.name} (${pages.comments})`, { text: 'Rose', firstComment: textOf(one, 'units', 8001) }, 'first comment: comment-length')),
];

export const texts: readonly Entry[] = [...tooLong, ...composed, ...hashtags, ...mentions, ...links, ...comments];
