import { linesIn, textsIn, urlIn, widthOf } from '../../../nodes/networks/googleAds/mutate/texts';

test.each([
	['Bouquets', 8],
	['Été à Nantes', 12],
	['花束', 4],
	['Fleurs 花', 9],
	['🌷 Tulipes', 10],
	['{KeyWord:Fleurs}', 6],
	['{keyword:Fleurs} à Nantes', 15],
	['{CUSTOMIZER.prix:29 €}', 4],
	['Plus que {COUNTDOWN(2026-12-24 18:00:00,fr)}', 9],
])('%s takes %i places', (text, width) => {
	expect(widthOf(text)).toBe(width);
});

test('texts are lines, without what is empty, or a list', () => {
	expect(linesIn(' Un \r\n\n Deux')).toEqual(['Un', 'Deux']);
	expect(linesIn(['Un ', '', null, 2])).toEqual(['Un', '2']);
	expect(linesIn(undefined)).toEqual([]);
});

test('a limit is told with what is beyond it', () => {
	expect(() => textsIn('Headlines', 'Un\nDeux\nTrois', { most: 2, characters: 30 })).toThrow('Headlines: there are 3; Google takes at most 2.');
	expect(textsIn('Headlines', 'x'.repeat(30), { most: 2, characters: 30 })).toHaveLength(1);
	expect(() => textsIn('Headlines', 'x'.repeat(31), { most: 2, characters: 30 })).toThrow('has 31 characters; Google allows 30.');
});

test.each(['https://example.com', 'http://example.com/a?b=c#d', 'https://www.example.com/été'])('%s is an address', (url) => {
	expect(urlIn('Final URL', ` ${url} `, 100)).toBe(url);
});

test.each(['example.com', 'ftp://example.com', 'https://', 'https://localhost', ''])('“%s” is none', (url) => {
	expect(() => urlIn('Final URL', url, 100)).toThrow('is not the address of a page');
});
