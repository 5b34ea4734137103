import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { ago, datasetId, openShop } from '../operations/metaConversions/shop';
import type { Shop } from '../operations/metaConversions/shop';
import { runSdk } from './sdk/run';

/** The same events by Meta's own SDK, which normalises and hashes by itself, and by the node. */
let shop: Shop;
beforeAll(async () => (shop = await openShop()));
beforeEach(async () => await shop.reset());
afterAll(async () => await shop.sandbox.close());

const at = ago(600);
const hash = '62a14e44f765419d10fea99367361a727c12365e2520f32218d505ed9aa0f62f';

const bySdk = [
	{
		...{ setEventName: 'Purchase', setEventTime: at, setEventId: 'order-1', setActionSource: 'website', setEventSourceUrl: 'https://example.com/merci' },
		person: {
			...{ setEmails: [' Mary@Example.com ', 'second@example.com'], setPhones: ['+1 (650) 555-1212'], setFirstName: 'Valéry', setLastName: 'Smith' },
			...{ setGender: 'f', setDateOfBirth: '19970216', setCity: 'New York', setState: 'ca', setZip: '94035-1234', setCountry: 'US' },
			...{ setExternalIds: [hash], setClientIpAddress: '203.0.113.7', setClientUserAgent: 'Mozilla/5.0', setFbc: 'fb.1.1554763741205.AbCdEf', setFbp: 'fb.1.1558571054389.1098115397' },
		},
		details: { setValue: 49.9, setCurrency: 'eur', setOrderId: 'A-1', setContentType: 'product', setContentIds: ['R1', 'R2'], setNumItems: 3 },
		products: [{ id: 'R1', quantity: 2, price: 9.9 }],
	},
	{
		...{ setEventName: 'Subscribe', setEventTime: at, setEventId: 'sub-1', setActionSource: 'system_generated', setOptOut: true, setDataProcessingOptions: ['LDU'] },
		...{ setDataProcessingOptionsCountry: 1, setDataProcessingOptionsState: 1000 },
		person: { setEmail: hash, setLeadId: '1234567890123456' },
		details: { setValue: 12, setCurrency: 'USD' },
	},
	{
		...{ setEventName: 'Purchase', setEventTime: at, setEventId: 'chat-1', setActionSource: 'business_messaging', setMessagingChannel: 'whatsapp' },
		person: { setCtwaClid: 'ARAkLk', setPageId: '100200300400501' },
		details: { setValue: 5, setCurrency: 'EUR' },
	},
];

const byNode: INodeParameters[] = [
	{
		...{ eventName: 'Purchase', eventTime: String(at), eventId: 'order-1' },
		userData: {
			...{ email: ' Mary@Example.com , second@example.com', phone: '+1 (650) 555-1212', firstName: 'Valéry', lastName: 'Smith', gender: 'Female', dateOfBirth: '1997-02-16' },
			...{ city: 'New York', state: 'California', zip: '94035-1234', country: 'US', externalId: hash.toUpperCase(), clientIpAddress: '203.0.113.7' },
			...{ clientUserAgent: 'Mozilla/5.0', fbc: 'fb.1.1554763741205.AbCdEf', fbp: 'fb.1.1558571054389.1098115397' },
		},
		customData: { value: 49.9, currency: 'eur', orderId: 'A-1', contentType: 'product', contentIds: 'R1,R2', numItems: 3, contents: '[{"id": "R1", "quantity": 2, "item_price": 9.9}]' },
	},
	{
		...{ eventName: 'Subscribe', eventTime: String(at), eventId: 'sub-1', actionSource: 'system_generated' },
		userData: { email: hash.toUpperCase(), leadId: '1234567890123456' },
		customData: { value: 12, currency: 'USD' },
		privacy: { optOut: true, limitedDataUse: true, country: 1, state: 1000 },
	},
	{
		...{ eventName: 'Purchase', eventTime: String(at), eventId: 'chat-1', actionSource: 'business_messaging', messagingChannel: 'whatsapp' },
		userData: { ctwaClid: 'ARAkLk', pageId: '100200300400501' },
		customData: { value: 5, currency: 'EUR' },
	},
];

const byId = (events: IDataObject[]) => [...events].sort((a, b) => String(a.event_id).localeCompare(String(b.event_id)));
const sent = async () => byId((await shop.calls()).flatMap(({ body }) => (typeof body.data === 'string' ? (JSON.parse(body.data) as IDataObject[]) : body.data)));

test('the SDK’s events are taken by the sandbox, and the node puts the same on the wire', async () => {
	const { result, refusal } = await runSdk<{ received: number }>('metaConversions', { ...shop.access(), dataset: datasetId, events: bySdk });
	expect(refusal).toBeUndefined();
	expect(result).toMatchObject({ received: 3 });
	const expected = await sent();
	expect(expected).toHaveLength(3);
	await shop.reset();
	for (const parameters of byNode) await shop.one(parameters);
	expect(await sent()).toEqual(expected);
});

test('all or nothing: a bad event of the SDK’s takes the good ones with it', async () => {
	const old = { ...bySdk[1], setEventTime: ago(8 * 86_400) };
	const { refusal } = await runSdk('metaConversions', { ...shop.access(), dataset: datasetId, events: [bySdk[0], old] });
	expect(refusal).toMatchObject({ code: 100, error_subcode: 2804003 });
	expect(await shop.received()).toEqual([]);
});
