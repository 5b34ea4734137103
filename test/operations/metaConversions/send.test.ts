import { sha256 } from '../../../nodes/networks/person/identifiers';
import { seed } from '../../../sandbox/networks/seed';
import { searchList } from '../../support/context';
import { QmarkMetaConversions } from '../../../nodes/QmarkMetaConversions/QmarkMetaConversions.node';
import { ago, datasetId, openShop, purchase } from './shop';
import type { Shop } from './shop';

let shop: Shop;
beforeAll(async () => (shop = await openShop()));
beforeEach(async () => await shop.reset());
afterAll(async () => await shop.sandbox.close());

const mail = sha256('mary@example.com');
const person = { email: 'mary@example.com' };
const crm = { actionSource: 'system_generated', userData: person };

describe('an event on the wire', () => {
	test('a purchase on the website', async () => {
		const at = ago(60);
		const output = await shop.one({ eventTime: new Date(at * 1000).toISOString() });
		expect(output).toMatchObject({ status: 'sent', event_name: 'Purchase', dataset: datasetId, event_id: expect.stringMatching(/^[0-9a-f]{32}$/), call: { sent: 1, received: 1 } });
		const [call] = await shop.calls();
		expect(call).toMatchObject({ path: `/v25.0/${datasetId}/events` });
		expect(call?.body.data).toEqual([
			{
				...{ event_name: 'Purchase', event_time: at, event_id: output.event_id, action_source: 'website', event_source_url: 'https://example.com/merci' },
				user_data: { em: [mail], client_user_agent: 'Mozilla/5.0 (test)' },
				custom_data: { order_id: 'A-1001', value: 49.9, currency: 'EUR' },
			},
		]);
		expect(await shop.received()).toMatchObject([{ dataset: datasetId, event_name: 'Purchase', duplicate: false }]);
	});

	test('every key of a person', async () => {
		const userData = {
			...{ email: 'a@b.co, c@d.co', phone: '06 12 34 56 78', firstName: 'Inês', lastName: "O'Brien", gender: 'female', dateOfBirth: '1997-02-16' },
			...{ city: 'New York', state: 'California', zip: '4000-123', country: 'FR', externalId: 'C-17', clientIpAddress: '203.0.113.7', clientUserAgent: 'UA' },
			...{ fbc: 'fb.1.1554763741205.AbCdEf', fbp: 'fb.1.1558571054389.1098115397', subscriptionId: 'S1', fbLoginId: '12', leadId: 'l:1234567890123456', madid: 'ABC-1', anonId: 'x' },
		};
		await shop.one({ ...crm, userData, customData: { orderId: 'A-2', value: 0, currency: 'eur' } });
		const [call] = await shop.calls();
		expect(call?.body.data[0]?.user_data).toEqual({
			...{ em: [sha256('a@b.co'), sha256('c@d.co')], ph: [sha256('33612345678')], fn: [sha256('inês')], ln: [sha256('obrien')], ge: [sha256('f')], db: [sha256('19970216')] },
			...{ ct: [sha256('newyork')], st: [sha256('california')], zp: [sha256('4000123')], country: [sha256('fr')], external_id: [sha256('C-17')] },
			...{ client_ip_address: '203.0.113.7', client_user_agent: 'UA', fbc: 'fb.1.1554763741205.AbCdEf', fbp: 'fb.1.1558571054389.1098115397', subscription_id: 'S1' },
			...{ fb_login_id: '12', lead_id: '1234567890123456', madid: 'abc-1', anon_id: 'x' },
		});
		expect(call?.body.data[0]?.custom_data).toEqual({ order_id: 'A-2', value: 0, currency: 'EUR' });
	});

	test('every detail', async () => {
		const customData = {
			...{ value: '12.5', currency: 'EUR', contentIds: 'R1, R2', contentName: 'Roses', contentCategory: 'Fleurs', contentType: 'product', numItems: 2, predictedLtv: 120 },
			...{ contents: '[{"id": 7, "quantity": "2", "item_price": 9.9}]', deliveryCategory: 'in_store', searchString: 'roses', status: 'done', orderId: 'A-3' },
			...{ customerSegmentation: 'new_customer_to_business', customProperties: '{"gift": true}' },
		};
		await shop.one({ ...crm, customData });
		expect((await shop.calls())[0]?.body.data[0]?.custom_data).toEqual({
			...{ value: 12.5, currency: 'EUR', content_ids: ['R1', 'R2'], content_name: 'Roses', content_category: 'Fleurs', content_type: 'product', num_items: 2, predicted_ltv: 120 },
			...{ contents: [{ id: '7', quantity: 2, item_price: 9.9 }], delivery_category: 'in_store', search_string: 'roses', status: 'done', order_id: 'A-3' },
			...{ customer_segmentation: 'new_customer_to_business', gift: true },
		});
	});

	test('of a product, nothing is not zero', async () => {
		await shop.one({ ...crm, customData: { ...purchase.customData, contents: '[{"id": "R1", "quantity": null, "item_price": ""}, {"id": "R2", "item_price": 0}]' } });
		expect((await shop.calls())[0]?.body.data[0]?.custom_data).toMatchObject({ contents: [{ id: 'R1' }, { id: 'R2', item_price: 0 }] });
		expect(JSON.stringify((await shop.calls())[0]?.body)).not.toMatch(/quantity|"R1","/);
	});

	test('a step of a lead in a CRM', async () => {
		await shop.one({ eventName: 'custom', customEventName: 'qualified_lead', actionSource: 'system_generated', userData: { leadId: '1234567890123456' }, customData: { crmName: 'QMARK' } });
		expect(await shop.received()).toMatchObject([{ event_name: 'qualified_lead', user_data: { lead_id: '1234567890123456' }, custom_data: { event_source: 'crm', lead_event_source: 'QMARK' } }]);
	});

	test.each([
		['whatsapp', { ctwaClid: 'ARAkLk', whatsappBusinessAccountId: '102290000000001' }, { ctwa_clid: 'ARAkLk', whatsapp_business_account_id: '102290000000001' }],
		['messenger', { pageId: '100200300400501', pageScopedUserId: '244' }, { page_id: '100200300400501', page_scoped_user_id: '244' }],
		['instagram', { igAccountId: '17841400000000001', igSid: '255' }, { ig_account_id: '17841400000000001', ig_sid: '255' }],
	])('a conversation on %s', async (messagingChannel, userData, user_data) => {
		await shop.one({ eventName: 'LeadSubmitted', actionSource: 'business_messaging', messagingChannel, userData, eventId: 'conv-1', customData: {} });
		expect((await shop.calls())[0]?.body.data).toMatchObject([{ event_name: 'LeadSubmitted', messaging_channel: messagingChannel, user_data, event_id: 'conv-1' }]);
		expect(await shop.received()).toHaveLength(1);
	});

	test('an event in an app', async () => {
		const appData = JSON.stringify({ advertiser_tracking_enabled: 1, application_tracking_enabled: 1, extinfo: ['a2', ...Array(15).fill('')] });
		await shop.one({ ...crm, actionSource: 'app', appData });
		expect(await shop.received()).toMatchObject([{ action_source: 'app', app_data: { advertiser_tracking_enabled: 1 } }]);
	});

	test('privacy, test code and what stands beside the events', async () => {
		await shop.one({
			...crm,
			privacy: { optOut: true, limitedDataUse: true, country: 1, state: 1000 },
			options: { testEventCode: 'TEST1', partnerAgent: 'qmark', uploadTag: 'store', referrerUrl: 'https://example.com/', hashExternalId: false, originalEvent: '{"event_name": "Lead", "event_id": "L1"}' },
			userData: { ...person, externalId: 'C-17' },
		});
		const [call] = await shop.calls();
		expect(call?.body).toMatchObject({ test_event_code: 'TEST1', partner_agent: 'qmark', upload_tag: 'store' });
		expect(call?.body.data[0]).toMatchObject({
			...{ opt_out: true, data_processing_options: ['LDU'], data_processing_options_country: 1, data_processing_options_state: 1000, referrer_url: 'https://example.com/' },
			...{ original_event_data: { event_name: 'Lead', event_id: 'L1' }, user_data: { external_id: ['C-17'] } },
		});
	});

	test('a click without a cookie', async () => {
		await shop.one({ eventTime: String(ago(30)), userData: { ...person, clientUserAgent: 'UA', fbclid: 'AbC' } });
		expect((await shop.received())[0]?.user_data).toMatchObject({ fbc: expect.stringMatching(/^fb\.1\.\d{13}\.AbC$/) });
	});

	test.each([
		['ISO', () => new Date(ago(100) * 1000).toISOString()],
		['seconds', () => ago(100)],
		['milliseconds', () => ago(100) * 1000],
	])('a time in %s', async (_, time) => {
		await shop.run({ eventTime: '={{ $json.at }}' }, { items: [{ json: { at: time() } }] });
		const [event] = await shop.received();
		expect(Math.abs(Number(event?.event_time) - ago(100))).toBeLessThan(5);
	});

	test('a system user reports too', async () => {
		expect((await shop.asSystemUser({}))[0]?.json).toMatchObject({ status: 'sent' });
		expect(await shop.received()).toHaveLength(1);
	});
});

describe('the same event keeps its ID', () => {
	test.each([
		['of an order', {}],
		['of a lead', { actionSource: 'system_generated', userData: { leadId: '123456' }, customData: { value: 1, currency: 'EUR' } }],
		['of a person at a time', { eventTime: '2026-11-02T10:00:00Z', customData: { value: 1, currency: 'EUR' } }],
	])('%s, whatever is run again', async (_, parameters) => {
		const at = 'eventTime' in parameters ? new Date(ago(3600) * 1000).toISOString() : '';
		const twice = [await shop.one({ ...parameters, eventTime: at }), await shop.one({ ...parameters, eventTime: at })];
		expect(twice[0]?.event_id).toBe(twice[1]?.event_id);
		expect((await shop.received()).map(({ duplicate }) => duplicate)).toEqual([false, true]);
	});

	test('another order, dataset or name has another', async () => {
		const ids = [
			(await shop.one()).event_id,
			(await shop.one({ customData: { ...purchase.customData, orderId: 'A-1002' } })).event_id,
			(await shop.one({ eventName: 'Subscribe' })).event_id,
			(await shop.one({ eventId: 'my-own' })).event_id,
		];
		expect(new Set(ids).size).toBe(4);
		expect(ids).toContain('my-own');
	});

	test('after 48 hours Meta takes it for a new one', async () => {
		await shop.one();
		await shop.sandbox.advance(49 * 3600);
		await shop.one({ eventTime: '' });
		expect((await shop.received()).map(({ duplicate }) => duplicate)).toEqual([false, false]);
	});
});

test('the datasets, in the list and as items', async () => {
	const listed = await searchList({ node: new QmarkMetaConversions(), parameters: {}, credentials: shop.credentials() }, 'searchDatasets', 'bout');
	expect(listed).toEqual([{ name: seed.meta.dataset.name, value: datasetId }]);
	const items = await shop.run({ resource: 'dataset', operation: 'getAll', returnAll: true });
	expect(items.map(({ json }) => json)).toMatchObject([{ id: datasetId, name: 'Boutique', ad_account: { id: seed.meta.adAccount.id } }]);
});
