import { whatsApp } from '../../../nodes/platforms/whatsApp';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes */
const documented = [
	...[0, 1, 2, 3, 4, 10, 33, 100, 190, 200, 299, 368, 80007, 130403, 130429, 130472, 130497, 131000, 131005, 131008, 131009, 131016, 131021, 131026, 131031],
	...[131042, 131045, 131047, 131048, 131049, 131050, 131051, 131052, 131053, 131056, 131057, 131062, 131063, 131064, 132000, 132001, 132005, 132007],
	...[132012, 132015, 132016, 132018, 132068, 132069, 133016, 2494100],
];

const meaningOf = (code: number) => whatsApp.parseError({ status: 400, headers: {}, body: { error: { code, message: `(#${code}) Any`, error_data: { messaging_product: 'whatsapp', details: 'Details.' } } } });

test.each(documented)('code %d says what happened and what to do next', (code) => {
	const failure = meaningOf(code);
	expect(failure).toMatchObject({ code: String(code), message: `Meta refused: (#${code}) Any: Details.`, hint: expect.stringMatching(/\.$/) });
	expect(failure?.hint).not.toMatch(/Look up Meta’s code/);
});

test('tried again is only what was surely not sent', () => {
	const again = documented.filter((code) => ['retry', 'wait'].includes(meaningOf(code)?.verdict ?? ''));
	expect(again).toEqual([4, 80007, 130429, 131016, 131056, 131057, 132069, 133016, 2494100]);
	expect(documented.filter((code) => meaningOf(code)?.verdict === 'unknown')).toEqual([1, 2, 131000]);
});

test('an unknown code keeps what Meta said', () => {
	expect(meaningOf(139000)).toMatchObject({ code: '139000', verdict: 'stop', message: expect.stringContaining('Details.') });
	expect(whatsApp.parseError({ status: 200, headers: {}, body: { success: true } })).toBeUndefined();
});

test('each person has a pace of their own, by number and by user ID; a read receipt has none', () => {
	const pace = { perSecond: 1 / 6, burst: 45 };
	expect(whatsApp.rate.recipient({ url: '/1/messages', body: { to: '33612345678' } })).toEqual({ id: '/1/messages/33612345678', ...pace });
	expect(whatsApp.rate.recipient({ url: '/1/messages', body: { recipient: 'FR.1' } })).toEqual({ id: '/1/messages/FR.1', ...pace });
	expect(whatsApp.rate.recipient({ url: '/1/messages', body: { status: 'read' } })).toBeUndefined();
	expect(whatsApp.rate.recipient({ url: '/1/media', form: {} })).toBeUndefined();
});
