import type { IDataObject } from 'n8n-workflow';
import { adapt, usualTaste } from '../../../nodes/QmarkPublisher/adapt';
import type { Taste } from '../../../nodes/QmarkPublisher/adapt';
import { compose } from '../../../nodes/QmarkPublisher/compose';
import { plan } from '../../../nodes/QmarkPublisher/plan';
import { jobsOf } from '../../../nodes/QmarkPublisher/targets';
import { readContent } from '../../../nodes/model/readContent';
import { networks } from '../../../nodes/networks';
import { many, photo } from './corpus/entry';
import { randomFrom, wildText, wordsOf } from './random';

const facts = (name: string) => {
	const network = networks.get(name);
	if (!network) throw new Error(`There is no ${name}.`);
	return network.facts;
};

/** What a content becomes on a network. */
function adapted(network: string, json: IDataObject, taste?: Partial<Taste>) {
	const { content } = readContent({ id: 'A', ...json });
	const before = compose(content, network, facts(network));
	return { before, content, ...adapt(before, facts(network), content, taste && { ...usualTaste, ...taste }) };
}

const told = (network: string, json: IDataObject, taste?: Partial<Taste>) => adapted(network, json, taste).changes.map(({ field, rule }) => `${field}: ${rule}`);

const link = 'https://camelia.example/roses';
const tags = (length: number) => many(length, (index) => `#a${index}`).join(' ');

describe('without a taste, texts stay as they are', () => {
	test.each([
		['instagram', { text: 'a'.repeat(3000), media: [photo()], link, hashtags: tags(40) }],
		['telegram', { text: 'a'.repeat(9000), media: many(12, () => photo()) }],
		['facebook', { text: 'a'.repeat(70_000), media: [photo()], link, firstComment: 'b'.repeat(9000) }],
	])('on %s', (network, json) => {
		const { before, draft, changes } = adapted(network, json);
		expect(changes).toEqual([]);
		expect(draft).toEqual(before);
	});

	test.each([
		['telegram', { text: 'Rose', firstComment: 'Bonjour' }, { field: 'first comment', rule: 'left out', before: 'Bonjour', after: '', why: 'There are no comments here that an app may write.' }],
		['telegram', { text: 'Rose', media: [photo({ role: 'story' })] }, { field: 'stories', rule: 'left out', before: '1', after: '0', why: 'There are no stories here that an app may publish.' }],
		['telegram', { text: 'Rose', link, utm: 'mai' }, { field: 'text', rule: 'utm', before: `Rose\n\n${link}`, after: `Rose\n\n${link}?utm_campaign=mai`, why: 'The content names a campaign.' }],
	])('but for what %s cannot show and what the content asks for: %j', (network, json, change) => expect(adapted(network, json).changes).toEqual([change]));
});

describe('a long text', () => {
	const sentences = many(60, (index) => `C’est la phrase numéro ${index + 10}, et elle a cinquante signes.`);
	const text = sentences.join(' ');

	test('is split into a thread where there is one', () => {
		const { draft, changes } = adapted('telegram', { text, media: [photo()] }, {});
		expect(draft.texts.map((part) => part.length <= 1024)).toEqual([true, false]);
		expect(draft.texts.join(' ')).toBe(text);
		expect(changes).toEqual([{ field: 'text', rule: 'split', before: text, after: draft.texts.join('\n— — —\n'), why: `1024 characters are allowed here; there were ${text.length}.` }]);
	});

	test('goes on after its first part as it was written, in parts of their own length', () => {
		const long = [...sentences, '', ...sentences, ''].join('\n');
		const { draft } = adapted('telegram', { text: long, media: [photo()] }, {});
		expect(draft.texts.map(({ length }) => length > 1024)).toEqual([false, true, true]);
		expect(draft.texts.join('\n').split('\n').filter(Boolean)).toEqual(long.split('\n').filter(Boolean));
	});

	test('is shortened at a sentence where there is no thread, or where that is wished', () => {
		const { draft, changes } = adapted('telegram', { text, media: [photo()] }, { longText: 'shorten' });
		expect(draft.texts).toEqual([sentences.slice(0, 18).join(' ')]);
		expect(changes).toEqual([{ field: 'text', rule: 'shortened', before: text, after: draft.texts[0], why: `1024 characters are allowed here; there were ${text.length}.` }]);
		expect(told('instagram', { text, media: [photo()] }, {})).toEqual(['text: shortened']);
	});

	test('keeps its link and hashtags when it is shortened', () => {
		const { draft } = adapted('telegram', { text, link, hashtags: 'rose lys', media: [photo()] }, { longText: 'shorten' });
		expect(draft.texts).toEqual([`${sentences.slice(0, 17).join(' ')}\n\n${link}\n\n#rose #lys`]);
	});

	test('stays where that is wished', () => {
		expect(told('instagram', { text, media: [photo()] }, { longText: 'keep' })).toEqual([]);
		expect(told('facebook', { text: 'Rose', firstComment: 'b'.repeat(9000) }, { longText: 'keep' })).toEqual([]);
	});
});

describe('hashtags', () => {
	const media = [photo()];
	test.each([
		['drop', 40, 30, ['hashtags: dropped']],
		['drop', 30, 30, []],
		['advised', 40, 5, ['hashtags: dropped']],
		['advised', 5, 5, []],
		['keep', 40, 40, []],
	] as const)('“%s”: of %i on Instagram %i are left', (hashtags, given, left, changes) => {
		const { draft, changes: made } = adapted('instagram', { text: `Rose\n\n${tags(given)}`, media }, { hashtags });
		expect(draft.texts).toEqual([`Rose\n\n${tags(left)}`]);
		expect(made.map(({ field, rule }) => `${field}: ${rule}`)).toEqual(changes);
	});

	test('are as many as one likes elsewhere', () => {
		for (const network of ['facebook', 'telegram']) expect(told(network, { text: tags(50) }, { hashtags: 'advised' })).toEqual([]);
	});
});

describe('a link', () => {
	const media = [photo()];
	test.each([
		['telegram', { text: 'Rose', link }, { texts: [`Rose\n\n${link}`], link: undefined }, []],
		['telegram', { text: `Voir ${link}`, link }, { texts: [`Voir ${link}`], link: undefined }, []],
		['telegram', { text: `Voir ${link}-rouges`, link }, { texts: [`Voir ${link}-rouges\n\n${link}`] }, []],
		['facebook', { text: 'Rose', link }, { texts: ['Rose'], link }, []],
		['facebook', { text: 'Rose', link, media }, { texts: [`Rose\n\n${link}`], link: undefined }, []],
		['facebook', { text: 'Rose', link, media, hashtags: 'rose' }, { texts: [`Rose\n\n${link}\n\n#rose`] }, []],
		['instagram', { text: 'Rose', link, media }, { texts: ['Rose'], link: undefined }, ['link: left out']],
	])('stands on %s where it is shown: %j', (network, json, draft, changes) => {
		const made = adapted(network, json, {});
		expect(made.draft).toMatchObject(draft);
		expect(made.changes.map(({ field, rule }) => `${field}: ${rule}`)).toEqual(changes);
	});

	test.each([
		['facebook', { text: 'Rose', link, media }, ['Rose'], link, ['link: moved']],
		['facebook', { link, media }, [''], link, ['link: moved']],
		['facebook', { text: 'Rose', link, media, hashtags: 'rose' }, ['Rose\n\n#rose'], link, ['link: moved']],
		['facebook', { text: 'Rose', link, media, utm: 'mai' }, ['Rose'], `${link}?utm_campaign=mai`, ['text: utm', 'link: moved']],
		['facebook', { text: `Voir ${link} ici`, link, media }, [`Voir ${link} ici`], undefined, []],
		['facebook', { text: 'Rose', link, media, firstComment: 'Bonjour' }, [`Rose\n\n${link}`], 'Bonjour', []],
		['facebook', { text: 'Rose', link }, ['Rose'], undefined, []],
		['instagram', { text: 'Rose', link, media }, ['Rose'], link, ['link: moved']],
		['instagram', { text: 'Rose', link, media, utm: 'mai' }, ['Rose'], `${link}?utm_campaign=mai`, ['link: utm', 'link: moved']],
		['instagram', { text: 'Rose', link, media, firstComment: 'Bonjour' }, ['Rose'], 'Bonjour', ['link: left out']],
		['telegram', { text: 'Rose', link, media }, [`Rose\n\n${link}`], undefined, []],
	])('moves on %s to the first comment where that is wished and of use: %j', (network, json, texts, firstComment, changes) => {
		const made = adapted(network, json, { link: 'comment' });
		expect(made.draft).toMatchObject({ texts });
		expect(made.draft.firstComment).toBe(firstComment);
		expect(made.changes.map(({ field, rule }) => `${field}: ${rule}`)).toEqual(changes);
	});
});

describe('campaign parameters', () => {
	test('stand on each link, also in the first comment, and not twice', () => {
		const utm = { source: 'social', utm_medium: 'post' };
		const { draft, changes } = adapted('facebook', { text: `Voir ${link}?a=1#b`, link: `${link}?utm_source=mail`, firstComment: link, utm }, {});
		expect(draft).toMatchObject({ texts: [`Voir ${link}?a=1&utm_source=social&utm_medium=post#b`], link: `${link}?utm_source=mail&utm_medium=post`, firstComment: `${link}?utm_source=social&utm_medium=post` });
		expect(changes.map(({ field, rule }) => `${field}: ${rule}`)).toEqual(['text: utm', 'link: utm', 'first comment: utm']);
	});
});

describe('the rest', () => {
	test('alternative texts, comments and files are brought to what a network takes', () => {
		const alt = `${'Un bouquet de roses. '.repeat(47)}Et la suite de cette phrase.`;
		const { draft, changes } = adapted('instagram', { text: 'Rose', media: [photo({ alt }), ...many(11, () => photo())], firstComment: 'Oui ! '.repeat(500) }, {});
		expect(draft.media).toHaveLength(10);
		expect(draft.media[0]?.alt).toBe('Un bouquet de roses. '.repeat(47).trim());
		expect(draft.firstComment).toBe('Oui ! '.repeat(366).trim());
		expect(changes.map(({ field, rule, after }) => [field, rule, after.slice(0, 12)])).toEqual([
			['first comment', 'shortened', 'Oui ! Oui ! '],
			['media 1', 'shortened', 'Un bouquet d'],
			['media', 'left out', 'the first 10'],
		]);
	});
});

test('what is a thread already keeps its other messages', () => {
	const { content } = readContent({ id: 'A', utm: 'mai' });
	const { draft } = adapt({ texts: [tags(40), `Suite : ${link}`], media: [], stories: [] }, facts('instagram'), content, usualTaste);
	expect(draft.texts).toEqual([tags(30), `Suite : ${link}?utm_campaign=mai`]);
});

/** All that can be chosen, on wild texts with whatever beside them. */
describe('of 120 wild contents, however they are adapted', () => {
	const random = randomFrom(7);
	const contents = many(120, (index): IDataObject => ({
		...{ id: `wild-${index}`, text: wildText(random, 20 + ((index * 107) % 1500)), link: index % 2 === 0 ? link : '' },
		...{ utm: index % 3 === 0 ? 'mai' : '', hashtags: tags(index % 40), firstComment: index % 5 === 0 ? wildText(random, 800) : '' },
		media: many(1 + (index % 12), () => photo({ alt: wildText(random, index % 300) })),
	}));
	const tastes = (['split', 'shorten', 'keep'] as const).flatMap((longText) => (['keep', 'comment'] as const).map((to): Taste => ({ longText, hashtags: 'drop', link: to })));
	const cases = ['facebook', 'instagram', 'telegram'].flatMap((network) => tastes.map((taste) => [network, taste] as const));

	test.each(cases)('on %s by %j a change is told, and there is none to tell the second time', (network, taste) => {
		for (const json of contents) {
			const { before, draft, changes, content } = adapted(network, json, taste);
			expect(changes.length > 0).toBe(JSON.stringify(draft) !== JSON.stringify(before));
			for (const { before: was, after: is, why } of changes) expect(was !== is && why !== '').toBe(true);
			const again = adapt(draft, facts(network), content, taste);
			expect(again.changes).toEqual([]);
			expect(again.draft).toEqual(draft);
		}
	});

	test.each(cases.filter(([, { longText }]) => longText !== 'keep'))('on %s by %j nothing is left that is too long, too many or too much', (network, taste) => {
		const rules = ['text-length', 'comment-length', 'alt-length', 'hashtags', 'media-count'];
		for (const json of contents) {
			const plans = jobsOf({ ...json, targets: network }, 0, new Map([[network, '1']]), []).map((job) => plan(job, { taste }));
			expect(plans.flatMap(({ findings }) => findings).filter(({ rule }) => rules.includes(rule))).toEqual([]);
		}
	});

	test('a thread holds each word of its text, in order', () => {
		for (const json of contents) {
			const { before, draft } = adapted('telegram', { ...json, utm: '' }, {});
			expect(draft.texts.flatMap(wordsOf)).toEqual(before.texts.flatMap(wordsOf));
		}
	});
});
