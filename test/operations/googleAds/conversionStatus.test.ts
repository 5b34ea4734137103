import type { INodeExecutionData } from 'n8n-workflow';
import { ago, byId, customer, inShop, loyal, openDataShop, sale } from './dataShop';
import type { DataShop } from './dataShop';

let shop: DataShop;
beforeAll(async () => (shop = await openDataShop()));
beforeEach(async () => await shop.reset({ processingSeconds: 0 }));
afterAll(async () => await shop.sandbox.close());

const status = { resource: 'conversion', operation: 'getStatus', requestId: '', wait: false, minutes: 1 };
const each = { ...sale, transactionId: '={{ $json.id }}', eventTime: '={{ $json.at }}', click: { gclid: '={{ $json.click }}' } };
const item = (id: string, { at = ago(60), click = `Cj0KSANDBOX${id}` } = {}): INodeExecutionData => ({ json: { id, at, click } });
const requestOf = async (...items: INodeExecutionData[]) => String((await shop.run(each, { items }))[0]?.json.requestId);

describe('getStatus', () => {
	test('all is well', async () => {
		const requestId = await requestOf(item('1'), item('2'));
		await shop.sandbox.settings({ google: {} });
		expect(await shop.one({ ...status, requestId: ` ${requestId} ` })).toEqual({ requestId, status: 'success', destinations: [{ account: customer, destination: inShop, status: 'success', records: 2, errors: [], warnings: [] }] });
		expect((await shop.calls()).at(-1)).toMatchObject({ method: 'GET', path: '/v1/requestStatus:retrieve', query: { requestId } });
	});

	test('part of it is wrong, and each reason says what to do', async () => {
		const requestId = await requestOf(item('1'), item('1'), item('2', { click: 'BADCLICK00001' }), item('3', { at: ago(100 * 86_400) }));
		const reason = (name: string, hint: RegExp) => ({ reason: `PROCESSING_ERROR_REASON_${name}`, records: 1, hint: expect.stringMatching(hint) });
		expect(await shop.one({ ...status, requestId })).toMatchObject({
			status: 'partialSuccess',
			destinations: [{ status: 'partialSuccess', records: 4, errors: [reason('DUPLICATE_TRANSACTION_ID', /counted before, so the repeat did no harm/), reason('INVALID_GCLID', /where the click ID comes from/), reason('EVENT_TOO_OLD', /too old to be counted/)] }],
		});
	});

	test('nothing of it counts, and a warning stands beside', async () => {
		await shop.sandbox.settings({ google: { consentDefault: 'unknown', processingWarning: 'INTERNAL_ERROR' } });
		const { requestId } = await shop.one({ ...sale, consent: {} });
		expect(await shop.one({ ...status, requestId: String(requestId) })).toMatchObject({
			status: 'failed',
			destinations: [{ errors: [{ reason: 'PROCESSING_ERROR_REASON_UNKNOWN_CONSENT', hint: expect.stringContaining('fill in “Consent”') }], warnings: [{ reason: 'PROCESSING_WARNING_REASON_INTERNAL_ERROR', records: 1, hint: expect.stringContaining('send these records again') }] }],
		});
	});

	test('Google is still at it', async () => {
		await shop.sandbox.settings({ google: { processingSeconds: 3600 } });
		const { requestId } = await shop.one(sale);
		const asked = { ...status, requestId: String(requestId) };
		expect(await shop.one(asked)).toMatchObject({ status: 'processing', next: 'Google is still at it: ask again later.', destinations: [{ status: 'processing', records: 1, errors: [] }] });
		await shop.sandbox.advance(3600);
		expect(await shop.one(asked)).toMatchObject({ status: 'success' });
	});

	test('waits for the result, and no longer than it may', async () => {
		await shop.sandbox.settings({ google: { processingSeconds: 1.5 } });
		const waiting = { ...status, wait: true, minutes: 0.1, requestId: String((await shop.one(sale)).requestId) };
		expect(await shop.one(waiting)).toMatchObject({ status: 'success' });
		expect((await shop.calls()).filter(({ method }) => method === 'GET').length).toBe(2);
		await shop.sandbox.settings({ google: { processingSeconds: 3600 } });
		const { requestId } = await shop.one({ ...sale, transactionId: 'A-2' });
		expect(await shop.one({ ...waiting, minutes: 0.03, requestId: String(requestId) })).toMatchObject({ status: 'processing', next: expect.any(String), destinations: [{ status: 'processing' }] });
	});

	test('a refusal while it waits is told', async () => {
		expect(await shop.refusal({ ...status, wait: true, requestId: 'v-1' })).toMatchObject({ details: { code: 'INVALID_REQUEST_ID' } });
	});

	test('of people of an audience, added and removed', async () => {
		const change = { resource: 'audience', audience: byId(loyal), person: { email: 'mary@example.com, mary@example.org', phone: '+33612345678' }, consent: {}, termsAccepted: true, options: {} };
		for (const operation of ['addMembers', 'removeMembers']) {
			const { requestId } = await shop.one({ ...change, operation });
			const adds = operation === 'addMembers' ? { matchRate: '61_TO_70' } : {};
			expect(await shop.one({ ...status, requestId: String(requestId) })).toEqual({ requestId, status: 'success', destinations: [{ account: customer, destination: loyal, status: 'success', records: 1, identifiers: 3, ...adds, errors: [], warnings: [] }] });
		}
	});

	test('one that there is not, and none at all', async () => {
		expect(await shop.refusal({ ...status, requestId: 'nobody' })).toMatchObject({ error: expect.stringContaining('request_id'), details: { verdict: 'fix-input', code: 'INVALID_REQUEST_ID', hint: expect.stringContaining('“Request ID”') } });
		expect(await shop.refusal({ ...status, requestId: 'a b' })).toMatchObject({ error: 'Request ID: “a b” is not one.' });
		expect(await shop.refusal(status)).toMatchObject({ error: expect.stringMatching(/^Request ID: is empty/) });
	});
});
