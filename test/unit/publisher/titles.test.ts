import type { IDataObject } from 'n8n-workflow';
import { adapt, usualTaste } from '../../../nodes/QmarkPublisher/adapt';
import type { Taste } from '../../../nodes/QmarkPublisher/adapt';
import { check } from '../../../nodes/QmarkPublisher/check';
import { compose } from '../../../nodes/QmarkPublisher/compose';
import { readContent } from '../../../nodes/model/readContent';
import { networks } from '../../../nodes/networks';

const media = [{ url: 'https://camelia.example/film.mp4', kind: 'video' }];

/** A content as it would go out on a network, and what is told of its title. */
function titled(network: string, json: IDataObject, taste?: Partial<Taste>) {
	const found = networks.get(network);
	if (!found) throw new Error(`There is no ${network}.`);
	const { content } = readContent({ id: 'A', media, ...json });
	const { draft, changes } = adapt(compose(content, network, found.facts), found.facts, content, taste && { ...usualTaste, ...taste });
	return {
		title: draft.title,
		texts: draft.texts,
		changes: changes.filter(({ field }) => field === 'title'),
		findings: check(draft, found.facts).filter(({ field }) => field === 'title').map(({ rule }) => rule),
	};
}

/** One that takes no post without, of as many characters as `sentence` fits in three times. */
const [{ name: strict } = { name: '' }] = [...networks.values()].filter(({ facts }) => facts.title?.required && facts.title.most === 100);

const sentence = 'Une phrase de trente lettres. ';

describe('where posts have one', () => {
	test.each<[string, IDataObject, string | undefined]>([
		['the content’s own', { title: ' Rose ', text: 'Rouge\nsang' }, 'Rose'],
		['a number that an expression gives', { title: 2027, text: 'Rouge' }, '2027'],
		['the first line of the text', { text: '\n  Les dahlias  \r\nsont là' }, 'Les dahlias'],
		['of the network’s own text', { text: 'Les dahlias', variants: { [strict]: 'Une vidéo\nde dahlias' } }, 'Une vidéo'],
		['the content’s own beside a text of the network’s', { title: 'Rose', text: 'a', variants: { [strict]: 'Une vidéo' } }, 'Rose'],
		['as many whole sentences as fit', { text: sentence.repeat(5) }, sentence.repeat(3).trim()],
		['an empty one is none', { title: '  ', text: 'Rouge' }, 'Rouge'],
		['hashtags that are put beside are no title', { text: '', hashtags: 'rose' }, undefined],
	])('%s', (_, json, title) => {
		for (const taste of [undefined, {}]) expect(titled(strict, json, taste)).toMatchObject({ title, changes: [] });
	});

	test('what the text begins with is not taken out of it', () => {
		expect(titled(strict, { text: 'Les dahlias\nsont là' })).toMatchObject({ title: 'Les dahlias', texts: ['Les dahlias\nsont là'] });
	});

	test('one that is too long is shortened and told, or found where texts are to stay', () => {
		const title = sentence.repeat(5).trim();
		expect(titled(strict, { title }, {})).toMatchObject({ title: sentence.repeat(3).trim(), findings: [], changes: [{ rule: 'shortened', before: title, after: sentence.repeat(3).trim(), why: '100 characters are allowed here for a title.' }] });
		for (const taste of [undefined, { longText: 'keep' as const }]) expect(titled(strict, { title }, taste)).toMatchObject({ title, findings: ['title-length'], changes: [] });
	});

	test('of a single word it is the beginning', () => {
		const { title = '' } = titled(strict, { text: '🌷'.repeat(80) });
		expect(title).toBe(`${'🌷'.repeat(49)}…`);
	});

	test('missing where it is needed, and where it is not', () => {
		expect(titled(strict, { text: '' }, {}).findings).toEqual(['title-missing']);
		expect(titled('pinterest', { text: '' }, {}).findings).toEqual([]);
	});
});

test.each(['facebook', 'instagram', 'telegram', 'threads'])('on %s there are none: it is left out, and told only where the content has one', (network) => {
	for (const taste of [undefined, {}]) {
		expect(titled(network, { title: 'Rose', text: 'Rouge' }, taste)).toMatchObject({ title: undefined, texts: ['Rouge'], changes: [{ rule: 'left out', before: 'Rose', after: '' }] });
		expect(titled(network, { text: 'Rouge' }, taste)).toMatchObject({ title: undefined, changes: [] });
	}
});
