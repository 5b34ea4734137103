import { characters, textOf } from '../characters';
import { film, good, many, pages, photo } from '../entry';
import type { Entry } from '../entry';

/** As long as each network takes, in its own way of counting. */
const exactly: Entry[] = characters.flatMap((one) => [
	good('instagram', `2,200 code points of ${one.name} (${pages.container})`, { text: textOf(one, 'points', 2200), media: [photo()] }),
	good('telegram', `4,096 units of ${one.name} (${pages.sendMessage})`, { text: textOf(one, 'units', 4096) }),
	good('telegram', `1,024 units of ${one.name} under a photo (${pages.sendPhoto})`, { text: textOf(one, 'units', 1024), media: [photo()] }),
	good('facebook', `63,206 units of ${one.name} (${pages.feed})`, { text: textOf(one, 'units', 63_206) }),
	good('threads', `500 characters, emojis in bytes, of ${one.name} (${pages.threadsPosts})`, { text: textOf(one, 'bytes', 500) }),
	good('threads', `500 characters, emojis in bytes, of ${one.name} under a photo (${pages.threadsPosts})`, { text: textOf(one, 'bytes', 500), media: [photo()] }),
]);

const composed: Entry[] = [
	good('instagram', '2,191 letters and 9 of a hashtag', { text: 'a'.repeat(2191), hashtags: ['fleurs'], media: [photo()] }),
	good('instagram', '2,200 letters that hold their hashtag already', { text: `${'a'.repeat(2192)} #Fleurs`, hashtags: ['fleurs'], media: [photo()] }),
	good('instagram', '2,200 letters, and a link that is not written into them', { text: 'a'.repeat(2200), link: 'https://camelia.example/', media: [photo()] }),
	good('instagram', 'spaces and lines around 2,200 letters', { text: `\n\n ${'a'.repeat(2200)} \n`, media: [photo()] }),
	good('instagram', 'a long text, and a short one of its own', { text: 'a'.repeat(9000), variants: { instagram: 'Rose' }, media: [photo()] }),
	good('instagram', 'no text', { media: [photo()] }),
	good('telegram', '4,069 letters and 27 of a link', { text: 'a'.repeat(4069), link: 'https://camelia.example/a' }),
	good('telegram', '4,096 letters that hold their link already', { text: `${'a'.repeat(4070)} https://camelia.example/a`, link: 'https://camelia.example/a' }),
	good('telegram', '997 letters and 27 of a link under a photo', { text: 'a'.repeat(997), link: 'https://camelia.example/a', media: [photo()] }),
	good('telegram', '1,024 letters and a first comment, which is left out', { text: 'a'.repeat(1024), firstComment: 'Bonjour', media: [film()] }),
	good('telegram', 'a long text, and a short one of its own', { text: 'a'.repeat(9000), variants: { Telegram: 'Rose' } }),
	good('telegram', 'a link alone', { link: 'https://camelia.example/' }),
	good('telegram', 'hashtags alone', { hashtags: '#rose #fleurs' }),
	good('facebook', '63,179 letters and 27 of a link above a photo', { text: 'a'.repeat(63_179), link: 'https://camelia.example/a', media: [photo()] }),
	good('facebook', '63,206 letters and a link as a preview', { text: 'a'.repeat(63_206), link: 'https://camelia.example/a' }),
	good('threads', '500 letters and a link as a preview', { text: 'a'.repeat(500), link: 'https://camelia.example/a' }),
	good('threads', '473 letters and 27 of a link above a photo', { text: 'a'.repeat(473), link: 'https://camelia.example/a', media: [photo()] }),
	good('threads', 'a link alone', { link: 'https://camelia.example/' }),
	good('threads', 'a long text, and a short one of its own', { text: 'a'.repeat(9000), variants: { Threads: 'Rose' } }),
	good('threads', 'five links, one of them three times', { text: [...many(5, (index) => `https://camelia.example/${index}`), ...many(3, () => 'https://camelia.example/1')].join(' '), link: 'https://camelia.example/2' }),
	good('threads', 'a photo and no text', { media: [photo()] }),
	good('facebook', 'a link alone', { link: 'https://camelia.example/' }),
	good('facebook', 'a photo alone', { media: [photo()] }),
	...['notfacebook.com', 'facebook.com.example', 'instagram.com', 'camelia.example/facebook.com'].map((host) => good('facebook', `a link to ${host}`, { text: 'Rose', link: `https://${host}` })),
	good('facebook', `a link to its own pages within the text (${pages.pagePosts})`, { text: 'Voir https://www.facebook.com/ateliercamelia' }),
];

const tags = (length: number, of: string) => many(length, (index) => `#${of}${index}`);

const marks: Entry[] = [
	...['fleur', 'été', '花', 'ورد', 'हिन्दी', 'розы'].map((of) => good('instagram', `30 hashtags such as #${of} (${pages.container})`, { text: tags(30, of).join(' '), media: [photo()] })),
	good('instagram', '30 hashtags in a list', { text: 'Rose', hashtags: tags(30, 'fleur'), media: [photo()] }),
	good('instagram', '30 hashtags in a list that stand in the text already, in other letters', { text: tags(30, 'FLEUR').join(' '), hashtags: tags(30, 'fleur'), media: [photo()] }),
	good('instagram', '30 hashtags named twice in a list', { text: 'Rose', hashtags: [...tags(30, 'fleur'), ...tags(30, 'Fleur')], media: [photo()] }),
	good('instagram', '30 hashtags and 40 links with fragments', { text: `${tags(30, 'a').join(' ')} ${many(40, (index) => `https://camelia.example/p-${index}/#b${index}`).join(' ')}`.slice(0, 2100), media: [photo()] }),
	...['C#', 'F#', 'n&#39;', 'a#b', 'a/#b'].map((one) => good('instagram', `40 times “${one}”, which is no hashtag`, { text: `${one} `.repeat(40), media: [photo()] })),
	good('instagram', '40 times # alone', { text: '# '.repeat(40), media: [photo()] }),
	good('instagram', '40 keycaps, which are no hashtags', { text: '#\ufe0f\u20e3 '.repeat(40), media: [photo()] }),
	good('threads', '60 hashtags, of which the first is its topic', { text: tags(60, 'a').join(' ') }),
	...['facebook', 'telegram'].map((network) => good(network, '60 hashtags, which it does not count', { text: tags(60, 'a').join(' ') })),
	good('instagram', `20 mentions (${pages.container})`, { text: many(20, (index) => `@client${index}`).join(' '), media: [photo()] }),
	good('instagram', '20 mentions in a list', { text: 'Merci', mentions: many(20, (index) => `@client${index}`), media: [photo()] }),
	good('instagram', '20 mentions at the ends of sentences, named in the list, too', { text: many(20, (index) => `Merci @ana.lima${index}.`).join(' '), mentions: many(20, (index) => `ana.lima${index}`), media: [photo()] }),
	...['bonjour@camelia.example', 'ana.lima+fleurs@camelia.example', 'andré@camelia.example', 'a_b%c@camelia.example', 'https://video.example/@camelia', 'https://camelia.example/?par=@camelia', '@ 5 €', '@名前'].map((one) =>
		good('instagram', `25 times “${one}”, which is no mention`, { text: `${one} `.repeat(25), media: [photo()] }),
	),
	...['facebook', 'telegram', 'threads'].map((network) => good(network, '40 mentions, which it does not count', { text: many(40, (index) => `@client${index}`).join(' ') })),
	...characters.slice(0, 7).flatMap((one) => [
		good('instagram', `a first comment of 2,200 code points of ${one.name} (${pages.instagramComment})`, { media: [photo()], firstComment: textOf(one, 'points', 2200) }),
		good('threads', `a first comment of 500 characters, emojis in bytes, of ${one.name} (${pages.threadsReplies})`, { text: 'Rose', firstComment: textOf(one, 'bytes', 500) }),
		good('facebook', `a first comment of 8,000 units of ${one.name} (${pages.comments})`, { text: 'Rose', firstComment: textOf(one, 'units', 8000) }),
	]),
	good('instagram', `an alternative text of 1,000 emojis (${pages.container})`, { media: [photo({ alt: '\u{1f337}'.repeat(1000) })] }),
	good('instagram', 'an alternative text of 1,000 letters on each of ten images', { media: many(10, () => photo({ alt: 'a'.repeat(1000) })) }),
	good('threads', `an alternative text of 1,000 letters of an image and of a video (${pages.threadsPosts})`, { media: [photo({ alt: 'a'.repeat(1000) }), film({ alt: 'a'.repeat(1000) })] }),
	good('facebook', 'an alternative text of 3,000 letters, which it does not count', { media: [photo({ alt: 'a'.repeat(3000) })] }),
	good('telegram', 'an alternative text, of which it has none', { media: [photo({ alt: 'a'.repeat(3000) })] }),
];

export const texts: readonly Entry[] = [...exactly, ...composed, ...marks];
