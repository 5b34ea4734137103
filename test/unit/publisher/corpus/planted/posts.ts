import { MEGABYTE, file, film, many, pages, photo, planted, unnamed, withoutAccounts } from '../entry';
import type { Entry } from '../entry';

const all = ['facebook', 'instagram', 'telegram', 'threads'];
const missing = 'media: media-missing';
const empty = 'text: empty';
const story = { role: 'story' };

const withoutFile: Entry[] = [
	planted('instagram', `a text alone (${pages.container})`, { text: 'Nos roses sont là.' }, missing),
	planted('instagram', `a link alone (${pages.container})`, { link: 'https://camelia.example/' }, missing),
	planted('instagram', `hashtags alone (${pages.container})`, { hashtags: 'rose' }, missing),
	planted('instagram', `an empty list of media (${pages.container})`, { text: 'Rosas', media: [] }, missing),
	planted('instagram', `an empty cell of media (${pages.container})`, { text: 'バラ', media: '' }, missing),
	planted('instagram', `no media at all (${pages.container})`, { text: 'ورود', media: null }, missing),
	planted('instagram', `a text for this network alone (${pages.container})`, { variants: { instagram: 'Rose' } }, missing),
	planted('instagram', `nothing (${pages.container})`, {}, missing),
	planted('instagram', `a story beside a text (${pages.container})`, { text: 'Rose', media: [photo(story)] }, missing),
	planted('instagram', `a text and a first comment (${pages.container})`, { text: 'Rose', firstComment: 'Bonjour' }, missing),
	...['facebook', 'telegram', 'threads'].flatMap((network) => [
		planted(network, 'nothing', {}, empty),
		planted(network, 'an empty text', { text: '' }, empty),
		planted(network, 'spaces and lines', { text: ' \n\t \u00a0' }, empty),
		planted(network, 'a first comment without a post', { firstComment: 'Bonjour' }, empty),
		planted(network, 'labels and a campaign alone', { labels: 'automne', utm: 'noel' }, empty),
		planted(network, 'a text for another network alone', { variants: { linkedin: 'Rose' } }, empty),
		planted(network, 'empty lists', { hashtags: [], mentions: [], media: [] }, empty),
	]),
	...['telegram', 'threads'].map((network) => planted(network, 'a story alone, of which it has none', { media: [photo(story)] }, empty)),
];

const noAddresses = ['www.camelia.example', 'camelia.example/rose', '/boutique', 'Lien en bio', 'ftp://camelia.example/a', 'mailto:bonjour@camelia.example', 'tel:+33240000001', 'javascript:alert(1)', 'https://', 'https//camelia.example', 'htps://camelia.example', 'https:/camelia.example'];

const links: Entry[] = [
	...noAddresses.flatMap((link) => all.map((network) => planted(network, `“${link}” is no link`, { text: 'Rose', link, ...(network === 'instagram' && { media: [photo()] }) }, 'link: link-url'))),
	planted('facebook', 'no link, above a photo', { text: 'Rose', link: 'camelia.example', media: [photo()] }, 'link: link-url'),
	...['telegram', 'threads'].map((network) => planted(network, 'no link, above a photo', { text: 'Rose', link: 'camelia.example', media: [photo()] }, 'link: link-url')),
	...['https://www.facebook.com/ateliercamelia', 'https://facebook.com', 'http://m.facebook.com/story.php?id=1', 'https://fr-fr.facebook.com/a', 'https://FACEBOOK.com/a', 'https://facebook.com:443/a?b=c#d'].map((link) =>
		planted('facebook', `the link ${link} (${pages.pagePosts})`, { text: 'Rose', link }, 'link: link-refused'),
	),
];

const noFiles = ['bouquet.jpg', '/uploads/bouquet.jpg', 'C:\\photos\\bouquet.jpg', 'ftp://cdn.example/bouquet.jpg', 'data:image/jpeg;base64,AAAA', 's3://fleurs/bouquet.jpg', 'file:///home/camille/bouquet.jpg', 'https://'];

const sources: Entry[] = [
	...noFiles.flatMap((url) => all.map((network) => planted(network, `“${url}” is no public file`, { text: 'Rose', media: [{ url }] }, 'media: media-url'))),
	planted('facebook', 'the second file has no address', { text: 'Rose', media: [photo(), { url: 'b.jpg' }] }, 'media 2: media-url'),
	planted('facebook', 'a story without an address', { media: [{ url: 'b.jpg', ...story }] }, 'story 1: media-url'),
	planted('instagram', `an image of the item (${pages.instagramImage})`, { media: [{ binary: 'data', kind: 'image' }] }, 'media: media-source'),
	planted('instagram', `an image of the item, given as a source (${pages.instagramImage})`, { media: [{ source: { binary: 'data' }, kind: 'image', mime: 'image/jpeg' }] }, 'media: media-source'),
	planted('instagram', `an image of the item in a carousel (${pages.instagramImage})`, { media: [photo(), { binary: 'data', kind: 'image' }] }, 'media 2: media-source'),
	planted('instagram', `an image story of the item (${pages.instagramImage})`, { media: [{ binary: 'data', kind: 'image', ...story }] }, 'story 1: media-source'),
	...['image', 'video'].map((kind) => planted('threads', `a file of the item, which is no URL: ${kind} (${pages.threadsMedia})`, { text: 'Rose', media: [{ binary: 'data', kind }] }, 'media: media-source')),
	planted('threads', `a file of the item in a carousel (${pages.threadsMedia})`, { media: [photo(), { binary: 'data', kind: 'image' }] }, 'media 2: media-source'),
	...['facebook', 'instagram', 'threads'].flatMap((network) => [
		planted(network, 'an image by Telegram’s ID', { text: 'Rose', media: [{ id: 'AgACAgQAAx', kind: 'image' }] }, 'media: media-source'),
		planted(network, 'a video by Telegram’s ID', { text: 'Rose', media: [{ id: 'BAACAgQAAx', kind: 'video' }] }, 'media: media-source'),
	]),
];

const together = 'media: media-together';

const groups: Entry[] = [
	...[11, 12, 20].map((length) => planted('instagram', `a carousel of ${length} (${pages.carousel})`, { media: many(length, () => photo()) }, 'media: media-count')),
	planted('instagram', `a carousel of 6 images and 5 videos (${pages.carousel})`, { media: [...many(6, () => photo()), ...many(5, () => film())] }, 'media: media-count'),
	...[21, 22, 40].map((length) => planted('threads', `a carousel of ${length} (${pages.threadsCarousel})`, { media: many(length, () => photo()) }, 'media: media-count')),
	planted('threads', `a carousel of 11 images and 10 videos (${pages.threadsCarousel})`, { media: [...many(11, () => photo()), ...many(10, () => film())] }, 'media: media-count'),
	...[11, 15].map((length) => planted('telegram', `an album of ${length} (${pages.mediaGroup})`, { media: many(length, () => photo()) }, 'media: media-count')),
	planted('telegram', `an album of 11 songs (${pages.mediaGroup})`, { media: many(11, () => file('a.mp3')) }, 'media: media-count'),
	planted('facebook', `an image and a video (${pages.photos})`, { media: [photo(), film()] }, together),
	planted('facebook', `a video and two images (${pages.photos})`, { media: [film(), photo(), photo()] }, together),
	planted('facebook', `two videos (${pages.photos})`, { media: [film(), film()] }, together),
	planted('telegram', `a song and a photo (${pages.mediaGroup})`, { media: [file('a.mp3'), photo()] }, together),
	planted('telegram', `a video and a song (${pages.mediaGroup})`, { media: [film(), file('a.m4a')] }, together),
	planted('telegram', `a photo and a PDF (${pages.mediaGroup})`, { media: [photo(), file('a.pdf')] }, together),
	planted('telegram', `a song and a PDF (${pages.mediaGroup})`, { media: [file('a.mp3'), file('a.pdf')] }, together),
	planted('telegram', `a GIF in an album, by its type (${pages.mediaGroup})`, { media: [photo(), unnamed('image', 'image/gif')] }, together),
	planted('telegram', `a GIF in an album, by its ending (${pages.mediaGroup})`, { media: [photo(), file('a.gif')] }, together),
];

const kinds: Entry[] = [
	...['facebook', 'instagram', 'threads'].flatMap((network) => [
		planted(network, 'a PDF', { text: 'Rose', media: [file('menu.pdf')] }, 'media: media-kind'),
		planted(network, 'a song', { text: 'Rose', media: [file('valse.mp3')] }, 'media: media-kind'),
		planted(network, 'a document by its type', { text: 'Rose', media: [unnamed('', 'application/zip')] }, 'media: media-kind'),
		planted(network, 'an image that is sent as a document', { text: 'Rose', media: [photo({ kind: 'document' })] }, 'media: media-kind'),
	]),
	...['facebook', 'instagram'].flatMap((network) => [
		planted(network, 'a song as a story', { media: [file('valse.mp3', story)] }, 'story 1: media-kind'),
		planted(network, 'a PDF as a story', { media: [file('menu.pdf', story)] }, 'story 1: media-kind'),
	]),
];

const unreadable: Entry[] = [
	...all.flatMap((network) => {
		const given = { text: 'Rose', media: [photo()] };
		return [
			planted(network, 'no ID', { ...given, id: null }, 'id: unreadable'),
			planted(network, 'an empty ID', { ...given, id: '  ' }, 'id: unreadable'),
			planted(network, 'a file without an address', { ...given, media: [photo(), { kind: 'image' }] }, 'media 2: unreadable'),
			planted(network, 'no account', given, 'targets: account'),
			planted(network, 'a target without a network', { ...given, targets: [{ network }, { account: '1' }] }, 'targets: unreadable'),
		].map((entry) => (entry.title.endsWith('no account') ? withoutAccounts(entry) : entry));
	}),
	...['demain', '31/01/2027', '2027-02-30T10:00', '2027-13-01', '2027-01-31T25:00', '09:30', '2027-1-5', '2027-01-31T09:30 Europe/Paris', 'Mon, 31 Jan 2027'].map((publishAt) => planted('telegram', `“${publishAt}” is no date`, { text: 'Rose', publishAt }, 'publishAt: unreadable')),
	planted('telegram', 'a number is no date', { text: 'Rose', publishAt: 1_800_000_000 }, 'publishAt: unreadable'),
	planted('telegram', 'an object is no date', { text: 'Rose', publishAt: { day: 31 } }, 'publishAt: unreadable'),
];

const targets: Entry[] = [
	...['twitter', 'x', 'facebok', 'insta', 'whatsapp', 'blog'].map((name) => planted(name, 'no network of QMARK’s', { text: 'Rose' }, 'targets: network')),
	...[[], '', null, ' , '].map((none) => planted('none', `no network is named: ${JSON.stringify(none)}`, { text: 'Rose', targets: none }, 'targets: network')),
	planted('facebook', 'named twice, found once', { targets: 'facebook|facebook' }, empty),
	planted('facebook', 'named twice with its account, found once', { targets: ['facebook:7', { network: 'Facebook', account: 7 }] }, empty),
	planted('facebook', 'two accounts, found for each', { targets: 'facebook:7, facebook:8' }, empty, empty),
	planted('all', 'one text, too long for three', { targets: all, text: 'a'.repeat(5000), media: [photo()] }, 'text: text-length', 'text: text-length', 'text: text-length'),
	planted('all', 'a PNG, refused by one', { targets: 'facebook instagram telegram', text: 'Rose', media: [file('a.png')] }, 'media: media-format'),
];

const several: Entry[] = [
	planted('instagram', 'everything at once', { text: `${'a'.repeat(2200)} ${many(31, (index) => `#a${index}`).join(' ')} ${many(21, (index) => `@b${index}`).join(' ')}`, link: 'camelia', media: [file('a.png')], firstComment: 'c'.repeat(2201) },
		...['text: text-length', 'hashtags: hashtags', 'mentions: mentions', 'link: link-url', 'media: media-format', 'first comment: comment-length']),
	planted('instagram', 'an image that is too large and too high', { media: [photo({ bytes: 9 * MEGABYTE, width: 500, height: 1000 })] }, 'media: media-size', 'media: media-ratio'),
	planted('instagram', 'a reel that is too large, too wide and too long', { media: [film({ bytes: 301 * MEGABYTE, width: 3840, height: 2160, seconds: 1000 })] }, 'media: media-size', 'media: media-width', 'media: media-duration'),
	planted('telegram', 'a photo with too many pixels, too wide and too large', { media: [photo({ bytes: 6 * MEGABYTE, width: 21_000, height: 1000 })] }, 'media: media-size', 'media: media-pixels', 'media: media-ratio'),
	planted('telegram', 'eleven files of two families under a long text', { text: 'a'.repeat(1025), media: [...many(10, () => photo()), file('a.mp3')] }, 'text: text-length', 'media: media-count', together),
	planted('threads', 'everything at once', { text: 'a'.repeat(501), link: 'camelia', media: [file('a.gif'), film({ seconds: 301, width: 3840, height: 2160 })], firstComment: 'c'.repeat(501) },
		...['text: text-length', 'link: link-url', 'media 1: media-format', 'media 2: media-duration', 'media 2: media-width', 'first comment: comment-length']),
	planted('facebook', 'a video and a WebP', { text: 'Rose', media: [film(), file('a.webp')] }, together, 'media 2: media-format'),
	planted('facebook', 'no ID, no date and nothing to say', { id: '', publishAt: 'bientôt' }, 'id: unreadable', 'publishAt: unreadable', empty),
	planted('instagram', 'a post and a story, both wrong', { media: [file('a.gif'), film({ ...story, seconds: 75 })] }, 'media: media-format', 'story 1: media-duration'),
];

export const posts: readonly Entry[] = [...withoutFile, ...links, ...sources, ...groups, ...kinds, ...unreadable, ...targets, ...several];
