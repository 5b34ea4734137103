import { customer, message, openShop, phoneNumberId, stranger } from './shop';
import type { Shop } from './shop';

let shop: Shop;
beforeAll(async () => (shop = await openShop()));
beforeEach(async () => await shop.reset());
afterAll(async () => await shop.close());

const frame = { body: 'Quel bouquet ?', footer: 'Atelier Camélia' };
const around = { body: { text: frame.body }, footer: { text: frame.footer } };

describe('every kind of message: what goes over the wire, and what people see', () => {
	const kinds = [
		{ name: 'a text', parameters: message('sendText', { text: 'Votre bouquet est prêt' }), type: 'text', content: { body: 'Votre bouquet est prêt' }, shown: 'Votre bouquet est prêt' },
		{
			name: 'a text with a preview',
			parameters: message('sendText', { text: 'https://example.com', options: { previewUrl: true } }),
			type: 'text',
			content: { body: 'https://example.com', preview_url: true },
			shown: 'https://example.com',
		},
		{
			name: 'a place',
			parameters: message('sendLocation', { latitude: 47.2139, longitude: -1.5606, placeName: 'Atelier Camélia', placeAddress: '4 rue Crébillon' }),
			type: 'location',
			content: { latitude: 47.2139, longitude: -1.5606, name: 'Atelier Camélia', address: '4 rue Crébillon' },
			shown: 'Atelier Camélia\n4 rue Crébillon\n47.2139, -1.5606',
		},
		{
			name: 'a contact from fields',
			parameters: message('sendContacts', {
				contacts: {
					contact: [
						{
							...{ formattedName: 'Inês Almeida', phone: '+351 912 000 001', phoneType: 'HOME', whatsAppId: '+351 912 000 001', email: 'ines@example.com', emailType: 'WORK' },
							...{ company: 'Camélia', city: 'Porto', country: 'Portugal', addressType: 'HOME', birthday: '1990-08-18', url: 'https://example.com', urlType: 'WORK' },
						},
					],
				},
			}),
			type: 'contacts',
			content: [
				{
					name: { formatted_name: 'Inês Almeida', first_name: 'Inês Almeida' },
					phones: [{ phone: '+351 912 000 001', type: 'HOME', wa_id: '351912000001' }],
					emails: [{ email: 'ines@example.com', type: 'WORK' }],
					urls: [{ url: 'https://example.com', type: 'WORK' }],
					addresses: [{ city: 'Porto', country: 'Portugal', type: 'HOME' }],
					org: { company: 'Camélia' },
					birthday: '1990-08-18',
				},
			],
			shown: 'Inês Almeida',
		},
		{
			name: 'contacts as JSON',
			parameters: message('sendContacts', { contactsBy: 'json', contactsJson: '[{"name":{"formatted_name":"Bruno","first_name":"Bruno"},"phones":[{"phone":"+33600000002"},{"phone":"+33600000003"}]}]' }),
			type: 'contacts',
			content: [{ name: { formatted_name: 'Bruno', first_name: 'Bruno' }, phones: [{ phone: '+33600000002' }, { phone: '+33600000003' }] }],
			shown: 'Bruno',
		},
		{
			name: 'buttons',
			parameters: message('sendButtons', { ...frame, headerType: 'text', headerText: 'Samedi', buttons: { button: [{ title: 'Tulipes', id: 'tulips' }, { title: 'Dahlias' }] } }),
			type: 'interactive',
			content: {
				...{ type: 'button', header: { type: 'text', text: 'Samedi' }, ...around },
				action: { buttons: [{ type: 'reply', reply: { id: 'tulips', title: 'Tulipes' } }, { type: 'reply', reply: { id: 'Dahlias', title: 'Dahlias' } }] },
			},
			shown: 'Samedi\nQuel bouquet ?\nAtelier Camélia',
		},
		{
			name: 'a list',
			parameters: message('sendList', {
				...frame,
				buttonText: 'Choisir',
				sections: {
					section: [
						{ title: 'Printemps', rows: { row: [{ title: 'Tulipes', description: 'Dès 20 €', id: 't' }] } },
						{ title: 'Été', rows: { row: [{ title: 'Dahlias' }] } },
					],
				},
			}),
			type: 'interactive',
			content: {
				...{ type: 'list', ...around },
				action: {
					button: 'Choisir',
					sections: [
						{ title: 'Printemps', rows: [{ id: 't', title: 'Tulipes', description: 'Dès 20 €' }] },
						{ title: 'Été', rows: [{ id: 'Dahlias', title: 'Dahlias' }] },
					],
				},
			},
			shown: 'Quel bouquet ?\nAtelier Camélia',
		},
		{
			name: 'a flow',
			parameters: message('sendFlow', { ...frame, flow: '1480', buttonText: 'Réserver', screen: 'WELCOME', flowOptions: { data: '{"order":"42"}', flowToken: 'run-7', draft: true } }),
			type: 'interactive',
			content: {
				...{ type: 'flow', ...around },
				action: {
					name: 'flow',
					parameters: {
						...{ flow_message_version: '3', flow_id: '1480', flow_cta: 'Réserver', flow_action: 'navigate', flow_token: '<secret>', mode: 'draft' },
						flow_action_payload: { screen: 'WELCOME', data: { order: '42' } },
					},
				},
			},
			shown: 'Quel bouquet ?\nAtelier Camélia',
		},
		{
			name: 'a flow whose screen the endpoint chooses',
			parameters: message('sendFlow', { body: 'Réserver', flowBy: 'name', flow: 'booking', buttonText: 'Ouvrir', flowAction: 'data_exchange' }),
			type: 'interactive',
			content: {
				type: 'flow',
				body: { text: 'Réserver' },
				action: { name: 'flow', parameters: { flow_message_version: '3', flow_name: 'booking', flow_cta: 'Ouvrir', flow_action: 'data_exchange' } },
			},
			shown: 'Réserver',
		},
		{
			name: 'a URL button',
			parameters: message('sendUrlButton', { body: 'La boutique', buttonText: 'Voir', url: 'https://example.com/bouquets' }),
			type: 'interactive',
			content: { type: 'cta_url', body: { text: 'La boutique' }, action: { name: 'cta_url', parameters: { display_text: 'Voir', url: 'https://example.com/bouquets' } } },
			shown: 'La boutique',
		},
		{ name: 'a reaction', parameters: message('sendReaction', { messageId: 'wamid.X1', emoji: '💐' }), type: 'reaction', content: { message_id: 'wamid.X1', emoji: '💐' }, shown: '💐' },
		{ name: 'no reaction any more', parameters: message('sendReaction', { messageId: 'wamid.X1' }), type: 'reaction', content: { message_id: 'wamid.X1', emoji: '' }, shown: '' },
	];

	test.each(kinds)('$name', async ({ parameters, type, content, shown }) => {
		const sent = await shop.one(parameters);
		expect(await shop.messages()).toEqual([{ messaging_product: 'whatsapp', recipient_type: 'individual', to: stranger, type, [type]: content }]);
		expect(sent).toMatchObject({ provider: 'whatsapp', direction: 'out', account: phoneNumberId, status: 'accepted', contactKey: stranger });
		expect(await shop.sandbox.timeline()).toMatchObject([{ network: 'whatsapp', text: shown }]);
	});
});

test('the output is the message as all channels tell it, with Meta’s answer beside it', async () => {
	const sent = await shop.one(message('sendText', { text: 'Bonjour', options: { replyTo: 'wamid.ABC', callbackData: 'order 42' } }));
	const id = expect.stringMatching(/^wamid\./);
	expect(sent).toEqual({
		...{ id: expect.stringMatching(/^whatsapp:wamid\./), provider: 'whatsapp', providerMessageId: id, account: phoneNumberId },
		...{ conversationId: `whatsapp:${phoneNumberId}:${stranger}`, direction: 'out', from: { id: phoneNumberId }, to: { id: stranger, phone: stranger } },
		...{ kind: 'text', text: 'Bonjour', media: [], replyTo: 'wamid.ABC', sentAt: expect.stringMatching(/Z$/), status: 'accepted', contactKey: stranger },
		raw: { messaging_product: 'whatsapp', contacts: [{ input: stranger, wa_id: stranger }], messages: [{ id, message_status: 'accepted' }] },
	});
	expect(await shop.messages()).toMatchObject([{ context: { message_id: 'wamid.ABC' }, biz_opaque_callback_data: 'order 42' }]);
});

describe('recipients', () => {
	test.each([
		{ written: '+33 6 12 34 56 78', to: stranger },
		{ written: '0033612345678', to: stranger },
		{ written: '+33 (0)6 12-34.56 78', to: stranger },
		{ written: '33612345678', to: stranger },
		{ written: '={{ 33612345678 }}', to: stranger },
		{ written: '06 12 34 56 78', code: '33', to: stranger },
		{ written: '06 12 34 56 78', code: '+33', to: stranger },
		{ written: '06 12345678', code: '39', to: '390612345678' },
	])('$written', async ({ written, code, to }) => {
		const sent = await shop.one(message('sendText', { text: 'a', recipient: written, options: code ? { defaultCountryCode: code } : {} }));
		expect(await shop.messages()).toMatchObject([{ to }]);
		expect(sent.contactKey).toBe(to);
	});

	test('somebody known by a WhatsApp user ID alone', async () => {
		await shop.incoming({ from: customer.userId, text: 'Bonjour', hidePhone: true });
		const sent = await shop.one(message('sendText', { text: 'Bonjour', recipient: customer.userId }));
		const [body] = await shop.messages();
		expect(body).toMatchObject({ recipient: customer.userId });
		expect(body).not.toHaveProperty('to');
		expect(sent).toMatchObject({ contactKey: customer.userId, to: { id: customer.userId }, raw: { contacts: [{ input: customer.userId, user_id: customer.userId }] } });
	});

	test.each([
		{ written: '06 12 34 56 78', says: /^Recipient: “06 12 34 56 78” is a national number; WhatsApp needs the country code/, hint: /\+33 6 12 34 56 78.*Default Country Code/ },
		{ written: 'Inês', says: /^Recipient: “Inês” is neither a phone number nor a WhatsApp user ID/, hint: /FR\.1349/ },
		{ written: '33612', says: /^Recipient: “33612” has 5 digits; a phone number with its country code has 7 to 15/, hint: /country code/ },
		{ written: ' ', says: /^Recipient: is empty/, hint: /Recipient/ },
	])('refused: $written', async ({ written, says, hint }) => {
		const item = await shop.failed(message('sendText', { text: 'a', recipient: written }));
		expect(item).toMatchObject({ error: expect.stringMatching(says), details: { verdict: 'fix-input', hint: expect.stringMatching(hint) } });
		expect(await shop.messages()).toEqual([]);
	});
});

test('expressions may give numbers', async () => {
	const items = [{ json: { order: 42, phone: 33600000002 } }];
	const order = '={{ $json.order }}';
	await shop.run(message('sendButtons', { body: order, buttons: { button: [{ title: order, id: order }] }, options: { replyTo: order, callbackData: order } }), { items });
	await shop.run(message('sendContacts', { contacts: { contact: [{ formattedName: 'Bruno', phone: '={{ $json.phone }}', whatsAppId: '={{ $json.phone }}' }] } }), { items });
	expect(await shop.messages()).toMatchObject([
		{ context: { message_id: '42' }, biz_opaque_callback_data: '42', interactive: { body: { text: '42' }, action: { buttons: [{ reply: { id: '42', title: '42' } }] } } },
		{ contacts: [{ phones: [{ phone: '33600000002', wa_id: '33600000002' }] }] },
	]);
});

describe('refused before anything is sent', () => {
	const button = (title: string) => ({ title });
	const rows = (count: number) => ({ row: Array.from({ length: count }, (_, index) => ({ title: `Row ${index}` })) });
	test.each([
		{ name: 'a long text', parameters: message('sendText', { text: 'é'.repeat(4097) }), says: /^Text: has 4097 characters; WhatsApp allows 4096/ },
		{ name: 'no text', parameters: message('sendText', { text: ' ' }), says: /^Text: is empty/ },
		{ name: 'a long note of one’s own', parameters: message('sendText', { text: 'a', options: { callbackData: 'a'.repeat(513) } }), says: /^Callback Data: has 513/ },
		{ name: 'a place off the earth', parameters: message('sendLocation', { latitude: 91, longitude: 0 }), says: /^Latitude: 91 is not between -90 and 90/ },
		{ name: 'no contact', parameters: message('sendContacts'), says: /^Contacts: has 0; WhatsApp takes 1 to 5/ },
		{ name: 'a contact without a name', parameters: message('sendContacts', { contacts: { contact: [{ phone: '1' }] } }), says: /^Full Name, contact 1: is empty/ },
		{ name: 'contacts that are none', parameters: message('sendContacts', { contactsBy: 'json', contactsJson: '[{"phone":"1"}]' }), says: /^Contacts \(JSON\): is not a list/ },
		{ name: 'contacts that are no JSON', parameters: message('sendContacts', { contactsBy: 'json', contactsJson: '[' }), says: /^Contacts \(JSON\): is not JSON/ },
		{ name: 'four buttons', parameters: message('sendButtons', { body: 'a', buttons: { button: ['a', 'b', 'c', 'd'].map(button) } }), says: /^Buttons: has 4; WhatsApp takes 1 to 3/ },
		{ name: 'a long button', parameters: message('sendButtons', { body: 'a', buttons: { button: [button('a'.repeat(21))] } }), says: /^Title, button 1: has 21 characters; WhatsApp allows 20/ },
		{ name: 'the same button twice', parameters: message('sendButtons', { body: 'a', buttons: { button: [button('a'), button('a')] } }), says: /^Buttons: has the title “a” twice/ },
		{ name: 'a long body', parameters: message('sendButtons', { body: 'a'.repeat(1025), buttons: { button: [button('a')] } }), says: /^Body: has 1025 characters; WhatsApp allows 1024/ },
		{ name: 'eleven rows', parameters: message('sendList', { body: 'a', buttonText: 'b', sections: { section: [{ title: 'a', rows: rows(6) }, { title: 'b', rows: rows(5) }] } }), says: /^Sections: has 11 rows in all/ },
		{ name: 'sections without titles', parameters: message('sendList', { body: 'a', buttonText: 'b', sections: { section: [{ title: 'a', rows: rows(1) }, { rows: rows(1) }] } }), says: /^Title, section 2: is empty/ },
		{ name: 'a section without a row', parameters: message('sendList', { body: 'a', buttonText: 'b', sections: { section: [{ title: 'a', rows: rows(1) }, { title: 'b' }] } }), says: /^Sections: section 2 has no row/ },
		{ name: 'a URL that is none', parameters: message('sendUrlButton', { body: 'a', buttonText: 'b', url: 'bouquets' }), says: /^URL: “bouquets” is not a web address/ },
		{ name: 'a flow without a screen', parameters: message('sendFlow', { body: 'a', flow: '1', buttonText: 'b' }), says: /^Screen: is empty/ },
		{ name: 'a flow with empty data', parameters: message('sendFlow', { body: 'a', flow: '1', buttonText: 'b', screen: 'A', flowOptions: { data: '[1]' } }), says: /^Data: is not an object/ },
	])('$name', async ({ parameters, says }) => {
		expect(await shop.failed(parameters)).toMatchObject({ error: expect.stringMatching(says), details: { verdict: 'fix-input', hint: expect.stringMatching(/\.$/) } });
		expect(await shop.requests()).toEqual([]);
	});
});

describe('read receipts and typing', () => {
	test.each([
		{ operation: 'markAsRead', more: {} },
		{ operation: 'sendTypingIndicator', more: { typing_indicator: { type: 'text' } } },
	])('$operation', async ({ operation, more }) => {
		await shop.incoming({ id: 'wamid.IN1', text: 'Bonjour' });
		expect(await shop.one({ resource: 'message', operation, messageId: 'wamid.IN1' })).toEqual({ messageId: 'wamid.IN1', success: true });
		expect(await shop.messages()).toEqual([{ messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.IN1', ...more }]);
	});

	test('a lost answer is asked for again: twice does no harm', async () => {
		await shop.sandbox.fault({ network: 'meta', match: '/messages', kind: 'reset', when: 'after' });
		expect(await shop.one({ resource: 'message', operation: 'markAsRead', messageId: 'wamid.IN1' })).toMatchObject({ success: true });
		expect(await shop.messages()).toHaveLength(2);
	});
});
