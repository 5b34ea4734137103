import { exactJson } from '../../../nodes/core/json';

const ID = '7012345678901234567';

test.each<[string, string, unknown]>([
	['an ID of 64 bits', `{"id":${ID}}`, { id: ID }],
	['a negative one', `{"id":-${ID}}`, { id: `-${ID}` }],
	['several, deep within lists', `{"a":[${ID},{"b":[[${ID}]]}],"c": ${ID} }`, { a: [ID, { b: [[ID]] }], c: ID }],
	['one alone', ID, ID],
	['numbers that JavaScript holds', '{"a":123456789012345,"b":-1,"c":0}', { a: 123456789012345, b: -1, c: 0 }],
	['a share with sixteen digits after the point', '{"rate":0.3333333333333333,"id":1}', { rate: 0.3333333333333333, id: 1 }],
	['a long number with a fraction', `[${ID}.5,-0.12345678901234567890]`, [Number(`${ID}.5`), Number('-0.12345678901234567890')]],
	['exponents', `[${ID}e2,1.5E-10,1e+10,2.1234567890123456e-7]`, [Number(`${ID}e2`), 1.5e-10, 1e10, 2.1234567890123456e-7]],
	['digits in a text', `{"text":"call ${ID}, [${ID}] or :${ID}}","${ID}":1}`, { text: `call ${ID}, [${ID}] or :${ID}}`, [ID]: 1 }],
	['quotes and backslashes in a text', `{"text":"\\"${ID}\\\\","id":${ID},"more":"\\\\\\"${ID}"}`, { text: `"${ID}\\`, id: ID, more: `\\"${ID}` }],
	['a text of emojis and escapes', '{"text":"\\u00e9 🌷 \\n"}', { text: 'é 🌷 \n' }],
	['nothing to change', '[]', []],
])('%s', (_, text, value) => {
	expect(exactJson(text)).toEqual(value);
});

test('texts of many megabytes, and one that is all escapes', () => {
	const [long, escaped] = ['a'.repeat(20_000_000), '\\"'.repeat(200_000)];
	expect(exactJson(`{"long":"${long}","escaped":"${escaped}","id":${ID}}`)).toEqual({ long, escaped: '"'.repeat(200_000), id: ID });
});

test('what is no JSON stays none', () => {
	expect(() => exactJson(`<html>${ID}</html>`)).toThrow(SyntaxError);
});
