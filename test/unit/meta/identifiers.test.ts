import currencyCodes from 'currency-codes';
import { whereAlpha2 } from 'iso-3166-1';
import { callingCodes } from '../../../nodes/networks/person/callingCodes';
import { agrees } from '../../../nodes/networks/person/consent';
import { currencies } from '../../../nodes/model/currencies';
import { hashed, hashedBirthDate, hashedId } from '../../../nodes/networks/meta/identifiers';
import { homeOf, sha256, valuesOf } from '../../../nodes/networks/person/identifiers';
import type { Kind } from '../../../nodes/networks/meta/identifiers';
import { phoneDigits } from '../../../nodes/networks/person/phone';

const context = (country = '') => ({ label: 'Field', country });

describe('Meta’s own examples', () => {
	test.each<[Kind, string, string]>([
		['em', 'john_smith@gmail.com', '62a14e44f765419d10fea99367361a727c12365e2520f32218d505ed9aa0f62f'],
		['em', ' Mary@Example.COM ', 'f1904cf1a9d73a55fa5de0ac823c4403ded71afd4c3248d00bdcd0866552bb79'],
		['ph', '16505551212', 'e323ec626319ca94ee8bff2e4c87cf613be6ea19919ed1364124e16807ab3176'],
		['ph', '+1 (555) 987-6543', '1ef970831d7963307784fa8688e8fce101a15685d62aa765fed23f3a2c576a4e'],
		['fn', 'Valéry', '08e1996b5dd49e62a4b4c010d44e4345592a863bb9f8e3976219bac29417149c'],
		['db', '1997-02-16', '01acdbf6ec7b4f478a225f1a246e5d6767eeab1a7ffa17f025265b5b94f40f0c'],
		['country', 'US', '79adb2a2fce5c6ba215fe5f27f532d4e7edbac4b6a5e09e1ef3a08084a904621'],
	])('%s %s', (kind, value, hash) => expect(hashed(kind, value, context())).toBe(hash));
});

describe('what is hashed', () => {
	test.each<[Kind, string, string, string]>([
		['fn', 'Jean-Pierre', 'jeanpierre', ''],
		['fn', 'Mary Ann', 'maryann', ''],
		['ln', "O'Brien, Jr.", 'obrienjr', ''],
		['ln', 'Müller', 'müller', ''],
		['fn', '太郎', '太郎', ''],
		['fi', 'Élise', 'é', ''],
		['ge', 'Female', 'f', ''],
		['ge', 'M', 'm', ''],
		['db', '19970216', '19970216', ''],
		['db', '1997-02-16T00:00:00.000Z', '19970216', ''],
		['ct', 'New York 10', 'newyork', ''],
		['ct', 'Saint-Étienne', 'saintétienne', ''],
		['st', 'California', 'california', ''],
		['st', 'California', 'ca', 'us'],
		['st', 'New York', 'ny', 'us'],
		['st', 'NY', 'ny', 'us'],
		['st', 'Île-de-France', 'îledefrance', 'fr'],
		['zp', '94035-1234', '94035', ''],
		['zp', '94035-1234', '94035', 'us'],
		['zp', '4000-123', '4000123', 'pt'],
		['zp', 'SW1A 1AA', 'sw1a1aa', 'gb'],
		['country', ' fr ', 'fr', ''],
		['country', 'UK', 'gb', ''],
	])('%s %s → %s', (kind, value, plain, country) => expect(hashed(kind, value, context(country))).toBe(sha256(plain)));

	test('a hash goes through once, in small letters', () => {
		const hash = sha256('mary@example.com');
		for (const kind of ['em', 'ph', 'fn', 'db', 'country'] as const) {
			expect(hashed(kind, hash, context())).toBe(hash);
			expect(hashed(kind, ` ${hash.toUpperCase()} `, context())).toBe(hash);
		}
		expect(hashedId(hash.toUpperCase())).toBe(hash);
		expect(hashedId(' C-17 ')).toBe(sha256('C-17'));
	});

	test('an MD5 hash is no hash for Meta', () => expect(() => hashed('em', 'd41d8cd98f00b204e9800998ecf8427e', context())).toThrow(/Field: this is no e-mail address/));
	test('nothing is not hashed', () => expect(['', ' ', '---'].map((value) => hashed('ln', value, context()))).toEqual(['', '', '']));
	test('an audience gets the parts of a birth date', () => {
		expect(hashedBirthDate('1997-02-16', 'Date of Birth')).toEqual([sha256('1997'), sha256('02'), sha256('16')]);
		expect(() => hashedBirthDate(sha256('19970216'), 'Date of Birth')).toThrow(/Date of Birth: .*cannot be taken apart/);
	});

	test.each<[Kind, string, RegExp]>([
		['em', 'mary at example', /no e-mail address/],
		['em', 'a@b.c, d@e.f', /no e-mail address/],
		['ge', 'x', /“x” is no gender/],
		['db', '16/02/1997', /“16\/02\/1997” is no birth date/],
		['db', '1997-02-30', /no birth date/],
		['db', '2999-01-01', /no birth date/],
		['country', 'France', /“France” is no two-letter country code/],
		['country', 'QQ', /no two-letter/],
	])('%s refuses %s', (kind, value, message) => expect(() => hashed(kind, value, context())).toThrow(message));
});

describe('phone numbers', () => {
	test.each([
		['+33 6 12 34 56 78', '', '33612345678'],
		['0033 6 12 34 56 78', '', '33612345678'],
		['+33 (0)6 12 34 56 78', '', '33612345678'],
		['tel:+351-912-000-001', '', '351912000001'],
		['06 12 34 56 78', 'FR', '33612345678'],
		['33612345678', 'FR', '33612345678'],
		['351912000001', 'FR', '351912000001'],
		['650 555 1212', 'US', '16505551212'],
		['1 650 555 1212', 'US', '16505551212'],
		['912 000 001', 'PT', '351912000001'],
		['06 1234 5678', 'IT', '390612345678'],
		['07 08 09 10 11', 'CI', '2250708091011'],
		['(11) 91234-5678', 'BR', '5511912345678'],
		['138 1234 5678', 'CN', '8613812345678'],
		['06 20 123 4567', 'HU', '36201234567'],
		['8 912 345-67-89', 'RU', '79123456789'],
		['07911 123456', 'GB', '447911123456'],
		['912000001', '', '912000001'],
		['98765 43210', 'IN', '919876543210'],
		['91234 56789', 'IN', '919123456789'],
		['91 98765 43210', 'IN', '919876543210'],
		['392 123 4567', 'IT', '393921234567'],
		['39 392 123 4567', 'IT', '393921234567'],
		['470 12 345', 'NO', '4747012345'],
		['701 234 5678', 'KZ', '77012345678'],
		['(55) 99123-4567', 'BR', '5555991234567'],
	])('%s (%s) → %s', (text, country, digits) => expect(phoneDigits(text, { label: 'Phone', country })).toBe(digits));

	test.each([
		['06 12 34 56 78', '', /^Phone: this number has no country code/],
		['12345', '', /^Phone: a phone number has 7 to 15 digits; this one has 5/],
		['+1234567890123456', '', /this one has 16/],
		['0612345678', 'AQ', /^Default Country: “AQ” has no calling code/],
	])('%s (%s) is refused', (text, country, message) => expect(() => phoneDigits(text, { label: 'Phone', country })).toThrow(message));
});

test('the country of a person counts before the default', () => {
	expect(homeOf('PT', 'FR')).toBe('pt');
	expect(homeOf('', 'FR')).toBe('fr');
	expect(homeOf(sha256('pt'), 'FR')).toBe('fr');
	expect(homeOf(undefined, undefined)).toBe('');
	expect(() => homeOf('', 'France')).toThrow(/^Default Country: “France”/);
});

test('a field may hold several values', () => {
	expect(valuesOf('a@b.co; c@d.co\ne@f.co', true)).toEqual(['a@b.co', 'c@d.co', 'e@f.co']);
	expect(valuesOf(['a@b.co', null, 'c@d.co, e@f.co'], true)).toEqual(['a@b.co', 'c@d.co', 'e@f.co']);
	expect(valuesOf('Doe, Jr.')).toEqual(['Doe, Jr.']);
	expect(valuesOf(33612345678)).toEqual(['33612345678']);
	expect(valuesOf(undefined)).toEqual([]);
});

test('consent is what people write for yes, or the day on which they gave it; what is not understood is none', () => {
	expect([true, 'true', 'yes', '1', 1, 'Oui', '2026-11-02'].map(agrees)).toEqual(Array(7).fill(true));
	expect([false, 'false', 'no', '0', 0, '', null, undefined, 'Non', 'não', 'nein', 'rejected', 'opt-out', '?'].map(agrees)).toEqual(Array(14).fill(false));
	expect(['2026-11-02T10:30:00.000+01:00', '2026-11-02 10:30:00', '2026-11-02T10:30Z'].map(agrees)).toEqual([true, true, true]);
	expect(['2026-11-02 refused', '2026-11-02: withdrawn', '0000-00-00 00:00:00'].map(agrees)).toEqual([false, false, false]);
});

test('the tables hold what the standards do', () => {
	expect([...callingCodes.keys()].filter((code) => !whereAlpha2(code) && code !== 'XK')).toEqual([]);
	expect(callingCodes.size).toBeGreaterThan(235);
	const strange = ['MRU', 'STN', 'VES', 'SLE', 'ZWG', 'UYU'];
	expect([...currencies].filter((code) => !currencyCodes.codes().includes(code) && !strange.includes(code))).toEqual([]);
	for (const code of ['EUR', 'USD', 'JPY', 'BRL', 'CHF', 'GBP', 'MAD']) expect(currencies.has(code)).toBe(true);
});
