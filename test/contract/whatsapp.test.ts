import axios from 'axios';
import type { INodeParameters } from 'n8n-workflow';
import { seedTokens } from '../../sandbox/networks/meta/tokens';
import { account, businessAccountId, locator, message, openShop, phoneNumberId, stranger } from '../operations/whatsApp/shop';
import type { Call, Shop } from '../operations/whatsApp/shop';
import { runSdk } from './sdk/run';

/**
 * Meta's SDK knows WhatsApp's accounts and templates; messages it does not, so there the oracle is what Meta documents: the examples
 * of https://github.com/facebook/openapi, sent by axios, must be taken by the sandbox, and the node must send the same.
 */
let shop: Shop;
beforeAll(async () => (shop = await openShop()));
beforeEach(async () => await shop.reset());
afterAll(async () => await shop.close());

interface Answers {
	read: object;
	assigned: object[];
	numbers: object[];
	created: object;
	listed: object[];
	deleted: object;
	left: number;
}

const components = [{ type: 'BODY', text: 'Bonjour {{1}} !', example: { body_text: [['Inês']] } }];
const template = { name: 'bonjour', language: 'fr', category: 'MARKETING', components };
const drive = async (more = template) => await runSdk<Answers>('whatsapp', { origin: shop.sandbox.origin, token: seedTokens.user, account: businessAccountId, template: more });

describe('Meta’s SDK', () => {
	test('finds the account, its numbers and templates, makes a template and deletes it', async () => {
		const { result, refusal } = await drive();
		expect(refusal).toBeUndefined();
		expect(result).toMatchObject({
			read: { id: businessAccountId, name: 'Atelier Camélia' },
			assigned: [{ id: businessAccountId, name: 'Atelier Camélia' }],
			numbers: [{ id: phoneNumberId, display_phone_number: '+33 2 40 00 00 01', verified_name: 'Atelier Camélia' }],
			created: { id: expect.stringMatching(/^\d+$/), status: 'PENDING', category: 'MARKETING' },
			listed: [{ name: 'bonjour', status: 'PENDING' }],
			deleted: { success: true },
			left: 0,
		});
	});

	test('is refused in Meta’s envelope', async () => {
		const { refusal } = await drive({ ...template, name: 'Bonjour' });
		expect(refusal).toMatchObject({ code: 100, message: expect.stringMatching(/^\(#100\)/) });
	});

	test('puts the same requests on the wire as the node', async () => {
		const normal = ({ method, path, query, body }: Call) => ({ method, path, parameters: Object.fromEntries(Object.entries({ ...query, ...body }).filter(([name, value]) => name !== 'id' && value !== '')) });
		const writes = async () => (await shop.requests()).filter(({ method }) => method !== 'GET').map(normal);
		await drive();
		const bySdk = await writes();
		await shop.reset();
		const manage = { resource: 'template', businessAccount: account, name: template.name };
		await shop.one({ ...manage, operation: 'create', language: 'fr', category: 'MARKETING', components: JSON.stringify(components) });
		await shop.one({ ...manage, operation: 'delete' });
		expect(await writes()).toEqual(bySdk);
		expect(bySdk).toHaveLength(2);
	});
});

const address = { type: 'HOME', street: '1 Hacker Way', city: 'Menlo Park', state: 'CA', zip: '94025', country: 'United States', country_code: 'us' };

interface Example {
	name: string;
	/** As Meta documents it, without what all messages have. */
	documented: Record<string, unknown>;
	parameters: INodeParameters;
}

const examples: Example[] = [
	{ name: 'Send Text Message with Preview URL', documented: { type: 'text', text: { preview_url: true, body: 'Please visit https://youtu.be/hpltvTEiRrY' } }, parameters: message('sendText', { text: 'Please visit https://youtu.be/hpltvTEiRrY', options: { previewUrl: true } }) },
	{
		name: 'Send Reply to Text Message',
		documented: { context: { message_id: 'wamid.gBGGSFcCNEOPAgkO_KJ55r4w_ww' }, type: 'text', text: { body: 'Thanks' } },
		parameters: message('sendText', { text: 'Thanks', options: { replyTo: 'wamid.gBGGSFcCNEOPAgkO_KJ55r4w_ww' } }),
	},
	{ name: 'Send Reply with Reaction Message', documented: { type: 'reaction', reaction: { message_id: 'wamid.HBgLM', emoji: '😀' } }, parameters: message('sendReaction', { messageId: 'wamid.HBgLM', emoji: '😀' }) },
	{ name: 'Send Image Message by URL', documented: { type: 'image', image: { link: '{photo}' } }, parameters: message('sendImage', { mediaUrl: '{photo}' }) },
	{
		name: 'Send Location Message',
		documented: { type: 'location', location: { latitude: 37.758056, longitude: -122.425332, name: 'META HQ', address: '1 Hacker Way, Menlo Park, CA 94025' } },
		parameters: message('sendLocation', { latitude: 37.758056, longitude: -122.425332, placeName: 'META HQ', placeAddress: '1 Hacker Way, Menlo Park, CA 94025' }),
	},
	{
		name: 'Send Contact Message',
		documented: {
			type: 'contacts',
			contacts: [
				{
					...{ addresses: [address], birthday: '2012-08-18', emails: [{ email: 'test@fb.com', type: 'WORK' }], org: { company: 'WhatsApp', department: 'Design', title: 'Manager' } },
					name: { formatted_name: 'John Smith', first_name: 'John', last_name: 'Smith', middle_name: 'D.', prefix: 'Dr', suffix: 'Jr' },
					...{ phones: [{ phone: '+1 (650) 555-1234', type: 'WORK', wa_id: '16505551234' }], urls: [{ url: 'https://www.facebook.com', type: 'WORK' }] },
				},
			],
		},
		parameters: message('sendContacts', {
			contacts: {
				contact: [
					{
						...{ formattedName: 'John Smith', firstName: 'John', lastName: 'Smith', middleName: 'D.', prefix: 'Dr', suffix: 'Jr', birthday: '2012-08-18' },
						...{ phone: '+1 (650) 555-1234', phoneType: 'WORK', whatsAppId: '16505551234', email: 'test@fb.com', emailType: 'WORK', url: 'https://www.facebook.com', urlType: 'WORK' },
						...{ company: 'WhatsApp', department: 'Design', jobTitle: 'Manager', addressType: 'HOME', street: '1 Hacker Way', city: 'Menlo Park' },
						...{ state: 'CA', zip: '94025', country: 'United States', countryCode: 'us' },
					},
				],
			},
		}),
	},
	{
		name: 'Send Reply Button',
		documented: { type: 'interactive', interactive: { type: 'button', body: { text: 'BUTTON_TEXT' }, action: { buttons: [{ type: 'reply', reply: { id: 'UNIQUE_BUTTON_ID_1', title: 'BUTTON_TITLE_1' } }] } } },
		parameters: message('sendButtons', { body: 'BUTTON_TEXT', buttons: { button: [{ id: 'UNIQUE_BUTTON_ID_1', title: 'BUTTON_TITLE_1' }] } }),
	},
	{
		name: 'Send List Message',
		documented: {
			type: 'interactive',
			interactive: {
				...{ type: 'list', header: { type: 'text', text: 'HEADER_TEXT' }, body: { text: 'BODY_TEXT' }, footer: { text: 'FOOTER_TEXT' } },
				action: { button: 'BUTTON_TEXT', sections: [{ title: 'SECTION_1', rows: [{ id: 'ROW_1_ID', title: 'ROW_1', description: 'ROW_1_DESC' }] }] },
			},
		},
		parameters: message('sendList', {
			...{ headerText: 'HEADER_TEXT', body: 'BODY_TEXT', footer: 'FOOTER_TEXT', buttonText: 'BUTTON_TEXT' },
			sections: { section: [{ title: 'SECTION_1', rows: { row: [{ id: 'ROW_1_ID', title: 'ROW_1', description: 'ROW_1_DESC' }] } }] },
		}),
	},
	{
		name: 'Send Published Flow by ID',
		documented: {
			type: 'interactive',
			interactive: {
				...{ type: 'flow', header: { type: 'text', text: 'Header' }, body: { text: 'Body' }, footer: { text: 'Footer' } },
				action: { name: 'flow', parameters: { flow_message_version: '3', flow_action: 'navigate', flow_id: '1', flow_cta: 'Open', flow_token: 'any', flow_action_payload: { screen: 'SCREEN', data: { key: 'value' } } } },
			},
		},
		parameters: message('sendFlow', {
			...{ headerType: 'text', headerText: 'Header', body: 'Body', footer: 'Footer', flow: '1', buttonText: 'Open', screen: 'SCREEN' },
			flowOptions: { flowToken: 'any', data: '{"key":"value"}' },
		}),
	},
	{ name: 'Send Template', documented: { type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } }, parameters: message('sendTemplate', { template: locator('hello_world|en_US', 'list') }) },
	{
		name: 'Send Message Template Interactive',
		documented: {
			type: 'template',
			template: {
				...{ name: 'spring_sale', language: { code: 'fr' } },
				components: [
					{ type: 'header', parameters: [{ type: 'image', image: { link: '{photo}' } }] },
					{ type: 'body', parameters: [{ type: 'text', text: 'text-string' }, { type: 'currency', currency: { fallback_value: '10 %', code: 'EUR', amount_1000: 10_000 } }] },
					{ type: 'button', sub_type: 'quick_reply', index: '0', parameters: [{ type: 'payload', payload: 'PAYLOAD' }] },
					{ type: 'button', sub_type: 'url', index: '1', parameters: [{ type: 'text', text: 'tulipes' }] },
					{ type: 'button', sub_type: 'copy_code', index: '2', parameters: [{ type: 'coupon_code', coupon_code: '25OFF' }] },
				],
			},
		},
		parameters: message('sendTemplate', {
			...{ template: locator('spring_sale|fr', 'list'), headerType: 'image', mediaUrl: '{photo}' },
			bodyParameters: { parameter: [{ text: 'text-string' }, { type: 'currency', text: '10 %', currencyCode: 'EUR', amount: 10 }] },
			buttonParameters: { button: [{ type: 'quick_reply', index: 0, value: 'PAYLOAD' }, { type: 'url', index: 1, value: 'tulipes' }, { type: 'copy_code', index: 2, value: '25OFF' }] },
		}),
	},
];

const headers = { authorization: `Bearer ${seedTokens.systemUser}` };
const byAxios = async (body: object) => await axios.post(`${shop.sandbox.origin}/graph.facebook.com/v25.0/${phoneNumberId}/messages`, body, { headers });

describe('what Meta documents', () => {
	/** The sandbox fetches from this machine only. */
	const here = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll('{photo}', shop.sample('bouquet-camelia.jpg'))) as T;

	test.each(examples)('$name', async ({ documented, parameters }) => {
		const body = { messaging_product: 'whatsapp', recipient_type: 'individual', to: stranger, ...here(documented) };
		const { data } = await byAxios(body);
		expect(data).toMatchObject({ contacts: [{ input: stranger, wa_id: stranger }], messages: [{ id: expect.stringMatching(/^wamid\./) }] });
		const sent = await shop.one(here(parameters));
		expect(sent).toMatchObject({ status: 'accepted', raw: { contacts: data.contacts } });
		const [documentedBody, nodeBody, ...others] = await shop.messages();
		expect(nodeBody).toEqual(documentedBody);
		expect(others).toEqual([]);
	});

	test('Mark Message As Read, with a typing indicator', async () => {
		const body = { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.234123', typing_indicator: { type: 'text' } };
		expect((await byAxios(body)).data).toEqual({ success: true });
		expect(await shop.one({ resource: 'message', operation: 'sendTypingIndicator', messageId: 'wamid.234123' })).toEqual({ messageId: 'wamid.234123', success: true });
		expect(await shop.messages()).toEqual([body, body]);
	});
});
