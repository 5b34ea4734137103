import { createHash } from 'node:crypto';
import { hashed } from '../../../nodes/networks/pinterest/conversions/identifiers';
import type { Kind } from '../../../nodes/networks/pinterest/conversions/identifiers';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hash = (kind: Kind, text: string, country = '') => hashed(kind, text, { label: 'Field', country });

test('the known e-mail address has the known hash, however it is written', () => {
	const known = '8c87b489ce35cf2e2f39f80e282cb2e804932a56a213983eeeb428407d43b52d';
	for (const text of ['jane@example.com', ' Jane@Example.COM ', known, known.toUpperCase()]) expect(hash('em', text)).toBe(known);
});

test.each<[Kind, string, string, string?]>([
	['ph', '+33 (0)6 12 34 56 78', '33612345678'],
	['ph', '06 12 34 56 78', '33612345678', 'fr'],
	['fn', ' Zoé ', 'zoé'],
	['fn', 'Zoe\u0301', 'zoé'],
	['ln', 'O’Neill', 'o’neill'],
	['ct', 'Saint-Malo', 'saintmalo'],
	['st', 'California', 'ca', 'us'],
	['st', 'CA', 'ca'],
	['zp', '35 400', '35400'],
	['zp', '94107-1234', '941071234', 'us'],
	['zp', 'SW1A 1AA', 'sw1a1aa', 'gb'],
	['country', 'FR', 'fr'],
	['db', '1997-02-16', '19970216'],
	['db', '1997-02-16T00:00:00Z', '19970216'],
	['ge', 'female', 'f'],
	['ge', 'Non-Binary', 'n'],
	['hashed_maids', 'AEBE52E7-03EE-455A-B3C4-E57283966239', 'aebe52e7-03ee-455a-b3c4-e57283966239'],
	['external_id', 'C-7', 'C-7'],
])('%s: “%s” is hashed as “%s”', (kind, text, plain, country = '') => {
	expect(hash(kind, text, country)).toBe(sha256(plain));
});

test.each<[Kind, string]>([
	['em', 'jane'],
	['ph', '06 12 34 56 78'],
	['country', 'France'],
	['db', '31.12.1990'],
	['ge', 'x'],
])('%s: “%s” is refused', (kind, text) => {
	expect(() => hash(kind, text)).toThrow(/^Field: /);
});

test('of nothing nothing is left', () => {
	expect([hash('fn', '  '), hash('ct', '--')]).toEqual(['', '']);
});
