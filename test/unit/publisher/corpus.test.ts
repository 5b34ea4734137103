import { plan } from '../../../nodes/QmarkPublisher/plan';
import { jobsOf } from '../../../nodes/QmarkPublisher/targets';
import { errorsOf, film, many, photo } from './corpus/entry';
import type { Entry } from './corpus/entry';
import { files as goodFiles } from './corpus/good/files';
import { languages } from './corpus/good/languages';
import { pinterest as goodPinterest } from './corpus/good/pinterest';
import { linkedin as goodLinkedIn } from './corpus/good/linkedin';
import { texts as goodTexts } from './corpus/good/texts';
import { tiktok as goodTikTok } from './corpus/good/tiktok';
import { youtube as goodYouTube } from './corpus/good/youtube';
import { files } from './corpus/planted/files';
import { pinterest } from './corpus/planted/pinterest';
import { linkedin } from './corpus/planted/linkedin';
import { posts } from './corpus/planted/posts';
import { texts } from './corpus/planted/texts';
import { tiktok } from './corpus/planted/tiktok';
import { youtube } from './corpus/planted/youtube';

const planted: readonly Entry[] = [...texts, ...files, ...posts, ...pinterest, ...linkedin, ...tiktok, ...youtube];
const good: readonly Entry[] = [...goodTexts, ...languages, ...goodFiles, ...goodPinterest, ...goodLinkedIn, ...goodTikTok, ...goodYouTube];

/** What is in `all` and not in `some`, each as often as it is there more often. */
function without(all: readonly string[], some: readonly string[]): string[] {
	const left = [...some];
	return all.filter((one) => {
		const at = left.indexOf(one);
		if (at >= 0) left.splice(at, 1);
		return at < 0;
	});
}

/** Titles that stand for more than one content. */
const twice = (entries: readonly Entry[]) => entries.map(({ title }) => title).filter((title, index, all) => all.indexOf(title) !== index);

describe('the corpus of planted violations', () => {
	test.each(planted)('$title', (entry) => expect(errorsOf(entry)).toEqual([...entry.expected].sort()));

	test('has 300 contents or more, of which each violation is found and nothing beside', () => {
		const violations = planted.flatMap(({ expected }) => expected).length;
		const missed = planted.flatMap((entry) => without(entry.expected, errorsOf(entry)).map((one) => `${entry.title}: ${one}`));
		const alarms = planted.flatMap((entry) => without(errorsOf(entry), entry.expected).map((one) => `${entry.title}: ${one}`));
		console.log(`planted: ${planted.length} contents, ${violations - missed.length} of ${violations} violations found, ${alarms.length} false alarms`);
		expect({ missed, alarms }).toEqual({ missed: [], alarms: [] });
		expect(twice(planted)).toEqual([]);
		expect(planted.length).toBeGreaterThanOrEqual(300);
	});

	test('holds a violation of every rule', () => {
		const known = ['account', 'choice', 'comment-length', 'alt-length', 'empty', 'hashtags', 'link-refused', 'link-url', 'links', 'media-count', 'media-duration', 'media-format', 'media-kind', 'media-missing', 'media-pixels'];
		const others = ['media-ratio', 'media-size', 'media-source', 'media-together', 'media-url', 'media-width', 'mentions', 'network', 'text-length', 'title-length', 'title-missing', 'unreadable'];
		const rules = new Set(planted.flatMap(({ expected }) => expected.map((one) => one.split(': ')[1])));
		expect([...rules].sort()).toEqual([...known, ...others].sort());
	});
});

describe('the corpus of good contents', () => {
	test.each(good)('$title', (entry) => expect(errorsOf(entry)).toEqual([]));

	test('has 300 contents or more, and nothing is found in any of them', () => {
		const alarms = good.flatMap((entry) => errorsOf(entry).map((one) => `${entry.title}: ${one}`));
		console.log(`good: ${good.length} contents, ${alarms.length} false alarms`);
		expect(alarms).toEqual([]);
		expect(twice(good)).toEqual([]);
		expect(good.length).toBeGreaterThanOrEqual(300);
	});
});

const tags = (length: number) => many(length, (index) => `#a${index}`).join(' ');

/** What does not keep a post from going out, but changes what people see. */
test.each([
	['instagram', 'six hashtags', { text: tags(6), media: [photo()] }, ['hashtags: hashtags-advised']],
	['instagram', 'five hashtags', { text: tags(5), media: [photo()] }, []],
	['instagram', 'a link', { text: 'Rose', link: 'https://camelia.example/', media: [photo()] }, ['link: link-unclickable']],
	['instagram', 'a link in the text', { text: 'Rose https://camelia.example/', media: [photo()] }, ['link: link-unclickable']],
	['instagram', 'an alternative text of a video', { media: [film({ alt: 'Rose' })] }, ['media: alt-kind']],
	['instagram', 'files of different ratios', { media: [photo({ width: 1080, height: 1080 }), photo({ width: 1080, height: 1350 })] }, ['media: media-cropped']],
	['instagram', 'files of one ratio', { media: [photo({ width: 1080, height: 1080 }), photo({ width: 640, height: 640 })] }, []],
	['threads', 'two hashtags', { text: tags(2) }, ['hashtags: hashtags-advised']],
	['threads', 'one hashtag, a link and a first comment', { text: tags(1), link: 'https://camelia.example/', firstComment: 'Rose' }, []],
	['threads', 'an alternative text of a video', { media: [film({ alt: 'Rose' })] }, []],
	['facebook', 'six hashtags and a link', { text: tags(6), link: 'https://camelia.example/' }, []],
])('on %s %s bring the warnings they should', (network, _, content, expected) => {
	const findings = jobsOf({ id: 'A', targets: [network], ...content }, 0, new Map([[network, '1']]), []).flatMap((job) => plan(job).findings);
	expect(findings.map(({ severity, field, rule }) => `${severity} ${field}: ${rule}`)).toEqual(expected.map((one) => `warning ${one}`));
});
