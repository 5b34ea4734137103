import { knownOf } from '../../../nodes/networks/person/known';
import { sha256 } from '../../../nodes/networks/person/identifiers';

/** Copied out of a contact list, a number or an address has marks of its direction around it that nobody sees. */
const [LEFT, END, ZERO] = ['\u202a', '\u202c', '\u200b'];

test.each([
	[`${LEFT}+49 30 123456${END}`, 'US', '+4930123456'],
	[`${LEFT}(415) 555-2671${END}`, 'US', '+14155552671'],
	[`${LEFT}0033 6 12 34 56 78${END}`, 'DE', '+33612345678'],
])('what cannot be seen changes no phone number: %s', (phone, country, number) => expect(knownOf({ phone }, country).phones).toEqual([sha256(number)]));

test('nor an e-mail address', () => {
	expect(knownOf({ email: `${ZERO}Mary@Example.com${ZERO}` }).emails).toEqual([sha256('mary@example.com')]);
	expect(knownOf({ email: `${LEFT}j.o.e+shop@googlemail.com${END}` }).emails).toEqual([sha256('joe@googlemail.com')]);
});
