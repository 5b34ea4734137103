import { account, businessAccountId, itemWith, locator, message, openShop, stranger } from './shop';
import type { Shop } from './shop';

let shop: Shop;
beforeAll(async () => (shop = await openShop()));
beforeEach(async () => await shop.reset());
afterAll(async () => await shop.close());

const send = (template: string, more: Parameters<typeof message>[1] = {}) => message('sendTemplate', { template: locator(template, 'name'), ...more });
const texts = (...values: string[]) => ({ parameter: values.map((text) => ({ text })) });
const manage = (operation: string, more: object = {}) => ({ resource: 'template', operation, businessAccount: account, ...more });
const body = '[{"type":"BODY","text":"Bonjour {{1}} !","example":{"body_text":[["Inês"]]}}]';
/** The sandbox’s journal hides every member named `code`: OAuth has codes too. */
const hidden = '<secret>';
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(40)]);

describe('a template message', () => {
	test('without anything to fill in', async () => {
		const sent = await shop.one(send('hello_world|en_US'));
		expect(await shop.messages()).toEqual([
			{ messaging_product: 'whatsapp', recipient_type: 'individual', to: stranger, type: 'template', template: { name: 'hello_world', language: { code: hidden } } },
		]);
		expect(sent).toMatchObject({ kind: 'text', text: 'hello_world (en_US)', contactKey: stranger });
		expect(await shop.sandbox.timeline()).toMatchObject([{ kind: 'template', text: 'Hello World\nWelcome and congratulations!\nA sample' }]);
	});

	test('with numbered variables: texts, amounts and dates', async () => {
		const parameter = [
			{ text: 'Inês' },
			{ type: 'currency', text: '45,50 €', currencyCode: 'EUR', amount: 45.5 },
			{ type: 'date_time', text: 'demain' },
		];
		await shop.one(send('order_ready|fr', { bodyParameters: { parameter } }));
		expect(await shop.messages()).toMatchObject([
			{
				template: {
					components: [
						{
							type: 'body',
							parameters: [
								{ type: 'text', text: 'Inês' },
								{ type: 'currency', currency: { fallback_value: '45,50 €', code: hidden, amount_1000: 45_500 } },
								{ type: 'date_time', date_time: { fallback_value: 'demain' } },
							],
						},
					],
				},
			},
		]);
		expect(await shop.sandbox.timeline()).toMatchObject([{ text: 'Bonjour Inês, votre bouquet à 45,50 € vous attend dès demain.' }]);
	});

	test('with named variables, in the header too', async () => {
		const parameter = [{ name: 'day', text: 'Friday' }, { name: 'customer', text: 'Inês' }];
		await shop.one(send('appointment|en_US', { headerType: 'text', headerText: 'Inês', headerName: 'customer', bodyParameters: { parameter } }));
		expect(await shop.messages()).toMatchObject([
			{
				template: {
					components: [
						{ type: 'header', parameters: [{ type: 'text', text: 'Inês', parameter_name: 'customer' }] },
						{ type: 'body', parameters: [{ type: 'text', text: 'Friday', parameter_name: 'day' }, { type: 'text', text: 'Inês', parameter_name: 'customer' }] },
					],
				},
			},
		]);
		expect(await shop.sandbox.timeline()).toMatchObject([{ text: 'For Inês\nWe look forward to seeing you, Inês, on Friday.' }]);
	});

	test('with an image of the item, a payload, the end of a URL and a code to copy', async () => {
		const button = [
			{ type: 'quick_reply', index: 0, value: 'STOP' },
			{ type: 'url', index: 1, value: 'tulipes' },
			{ type: 'copy_code', index: 2, value: 'TULIPE10' },
		];
		const parameters = send('spring_sale|fr', { headerType: 'image', source: 'binary', bodyParameters: texts('Inês', '10 %'), buttonParameters: { button } });
		await shop.run(parameters, { items: [itemWith(jpeg, 'image/jpeg', 'a.jpg')] });
		expect(await shop.messages()).toMatchObject([
			{
				template: {
					components: [
						{ type: 'header', parameters: [{ type: 'image', image: { id: expect.stringMatching(/^1226/) } }] },
						{ type: 'body' },
						{ type: 'button', sub_type: 'quick_reply', index: '0', parameters: [{ type: 'payload', payload: 'STOP' }] },
						{ type: 'button', sub_type: 'url', index: '1', parameters: [{ type: 'text', text: 'tulipes' }] },
						{ type: 'button', sub_type: 'copy_code', index: '2', parameters: [{ type: 'coupon_code', coupon_code: 'TULIPE10' }] },
					],
				},
			},
		]);
		expect(await shop.sandbox.timeline()).toMatchObject([{ buttons: [{ text: 'Voir', url: 'https://atelier-camelia.example/tulipes' }] }]);
	});

	test('with a place, a flow and a catalog', async () => {
		const button = [{ type: 'flow', index: 0, value: 'run-7', flowData: '{"order":"42"}' }, { type: 'catalog', index: 1, value: 'rose-12' }];
		const place = { headerType: 'location', latitude: 47.2, longitude: -1.5, placeName: 'Chez vous', placeAddress: '4 rue Crébillon' };
		await shop.one(send('order_map|fr', { ...place, buttonParameters: { button } }));
		expect(await shop.messages()).toMatchObject([
			{
				template: {
					components: [
						{ type: 'header', parameters: [{ type: 'location', location: { latitude: 47.2, longitude: -1.5, name: 'Chez vous', address: '4 rue Crébillon' } }] },
						{ type: 'button', sub_type: 'flow', index: '0', parameters: [{ type: 'action', action: { flow_action_data: { order: '42' } } }] },
						{ type: 'button', sub_type: 'catalog', index: '1', parameters: [{ type: 'action', action: { thumbnail_product_retailer_id: 'rose-12' } }] },
					],
				},
			},
		]);
	});

	test('with components that the panel has no fields for', async () => {
		const otherComponents = '[{"type":"body","parameters":[{"type":"text","text":"Inês"},{"type":"text","text":"45 €"},{"type":"text","text":"demain"}]}]';
		await shop.one(send('order_ready|fr', { options: { otherComponents, callbackData: 'x' } }));
		expect(await shop.messages()).toMatchObject([{ biz_opaque_callback_data: 'x', template: { components: [{ type: 'body' }] } }]);
	});

	test.each([
		{ name: 'no language', parameters: send('order_ready'), says: /^Template: “order_ready” does not name a template and its language/ },
		{ name: 'some named', parameters: send('order_ready|fr', { bodyParameters: { parameter: [{ text: 'a', name: 'x' }, { text: 'b' }] } }), says: /^Body Parameters: has some with a name and some without/ },
		{ name: 'an empty value', parameters: send('order_ready|fr', { bodyParameters: texts('a', '') }), says: /^Text, body parameter 2: is empty/ },
		{ name: 'a line break', parameters: send('order_ready|fr', { bodyParameters: texts('a\nb') }), says: /^Text, body parameter 1: has a line break/ },
		{ name: 'no currency', parameters: send('order_ready|fr', { bodyParameters: { parameter: [{ type: 'currency', text: '1 €', currencyCode: '€' }] } }), says: /^Currency Code: “€” is no ISO 4217 code/ },
		{ name: 'a long code', parameters: send('spring_sale|fr', { buttonParameters: { button: [{ type: 'copy_code', index: 2, value: 'a'.repeat(21) }] } }), says: /^Value, button 2: has 21 characters; WhatsApp allows 20/ },
		{ name: 'no such button', parameters: send('spring_sale|fr', { buttonParameters: { button: [{ index: 10, value: 'a' }] } }), says: /^Index: 10 is no place of a button/ },
		{ name: 'components that are none', parameters: send('order_ready|fr', { options: { otherComponents: '{"a":1}' } }), says: /^Other Components: is not a list/ },
	])('refused before anything is sent: $name', async ({ parameters, says }) => {
		expect(await shop.failed(parameters)).toMatchObject({ error: expect.stringMatching(says), details: { verdict: 'fix-input' } });
		expect(await shop.requests()).toEqual([]);
	});

	test.each([
		{ name: 'too few parameters', parameters: send('order_ready|fr', { bodyParameters: texts('Inês') }), code: '132000', hint: /Compare the parameters with the template/ },
		{ name: 'another language', parameters: send('order_ready|de'), code: '132001', says: /template name \(order_ready\) does not exist in de/, hint: /no approved template of this name in this language/ },
		{ name: 'another header', parameters: send('spring_sale|fr', { headerType: 'text', headerText: 'a', bodyParameters: texts('a', 'b') }), code: '132012', hint: /Compare/ },
		{ name: 'a paused one', parameters: send('winter_sale|fr'), code: '132015', hint: /paused this template/ },
		{ name: 'one that is not approved', parameters: send('new_shop|fr'), code: '132001', hint: /no approved template/ },
		{ name: 'a button that is missing', parameters: send('spring_sale|fr', { headerType: 'image', mediaUrl: '{sample}', bodyParameters: texts('a', 'b') }), code: '131008', hint: /Correct what Meta names/ },
	])('refused by Meta: $name', async ({ parameters, code, hint, says = /^Meta refused: \(#\d+\) .+: .+/ }) => {
		const filled = JSON.parse(JSON.stringify(parameters).replace('{sample}', shop.sample('bouquet-camelia.jpg'))) as typeof parameters;
		expect(await shop.failed(filled)).toMatchObject({ error: expect.stringMatching(says), details: { code, hint: expect.stringMatching(hint) } });
	});

	test('a login code goes to no user ID', async () => {
		await shop.incoming({ text: 'Bonjour' });
		const item = await shop.failed(send('login_code|fr', { recipient: 'PT.SANDBOX0000000001', bodyParameters: texts('123456') }));
		expect(item).toMatchObject({ details: { code: '131062', hint: expect.stringMatching(/phone number/) } });
	});
});

describe('managing templates', () => {
	test('lists those in all states, page by page', async () => {
		const all = await shop.run(manage('getAll', { returnAll: true }));
		expect(new Set(all.map(({ json }) => json.status))).toEqual(new Set(['APPROVED', 'PAUSED', 'PENDING', 'REJECTED']));
		expect(all[0]?.json).toMatchObject({ name: 'hello_world', language: 'en_US', components: expect.any(Array), quality_score: { score: 'GREEN' } });
		const some = await shop.run(manage('getAll', { limit: 2, filters: { status: ['APPROVED', 'PAUSED'], category: 'MARKETING' } }));
		expect(some.map(({ json }) => json.name)).toEqual(['spring_sale', 'winter_sale']);
		expect((await shop.requests()).at(-1)).toMatchObject({ query: { status: '["APPROVED","PAUSED"]', category: 'MARKETING', limit: '2' } });
		expect(await shop.run(manage('getAll', { filters: { name: 'order_ready', language: 'fr' } }))).toMatchObject([{ json: { name: 'order_ready' } }]);
	});

	test('creates one, which waits for its review', async () => {
		const made = await shop.one(manage('create', { name: 'bonjour', language: 'fr', category: 'MARKETING', components: body, templateSettings: { validSeconds: 3600, parameterFormat: 'POSITIONAL' } }));
		expect(made).toEqual({ name: 'bonjour', language: 'fr', id: expect.stringMatching(/^1594\d+$/), status: 'PENDING', category: 'MARKETING' });
		expect((await shop.requests()).at(-1)).toMatchObject({
			...{ method: 'POST', path: `/${businessAccountId}/message_templates` },
			body: { name: 'bonjour', language: 'fr', category: 'MARKETING', components: [{ type: 'BODY' }], parameter_format: 'POSITIONAL', message_send_ttl_seconds: 3600 },
		});
		expect(await shop.failed(send('bonjour|fr', { bodyParameters: texts('Inês') }))).toMatchObject({ details: { code: '132001' } });
		await shop.sandbox.settings({ meta: { whatsappTemplate: { name: 'bonjour', language: 'fr', status: 'APPROVED' } } });
		expect(shop.webhooks('message_template_status_update')).toMatchObject([{ event: 'APPROVED', message_template_name: 'bonjour' }]);
		expect(await shop.one(send('bonjour|fr', { bodyParameters: texts('Inês') }))).toMatchObject({ status: 'accepted' });
	});

	test.each([
		{ name: 'a name with capitals', parameters: { name: 'Bonjour', components: body }, says: /^Name: “Bonjour” is no name for a template/ },
		{ name: 'no list', parameters: { name: 'a', components: '{}' }, says: /^Components: is not a list/ },
		{ name: 'no body', parameters: { name: 'a', components: '[{"type":"FOOTER","text":"a"}]' }, says: /^Components: has no component of the type BODY/ },
		{ name: 'no example', parameters: { name: 'a', components: '[{"type":"BODY","text":"Bonjour {{1}} !"}]' }, says: /^Components: has variables in its BODY and no example/ },
		{ name: 'a variable at the end', parameters: { name: 'a', components: '[{"type":"BODY","text":"Bonjour {{1}}","example":{}}]' }, says: /^Components: begins or ends its body with a variable/ },
	])('refused before anything is sent: $name', async ({ parameters, says }) => {
		expect(await shop.failed(manage('create', parameters))).toMatchObject({ error: expect.stringMatching(says), details: { verdict: 'fix-input' } });
		expect(await shop.requests()).toEqual([]);
	});

	test('refused by Meta: the same name and language again', async () => {
		const item = await shop.failed(manage('create', { name: 'order_ready', language: 'fr', components: body }));
		expect(item).toMatchObject({ details: { code: '100/2388024', hint: expect.stringMatching(/choose another name/) } });
	});

	test('one whose answer is lost is not handed in again', async () => {
		await shop.sandbox.fault({ network: 'meta', match: '/message_templates', kind: 'reset', when: 'after' });
		expect(await shop.failed(manage('create', { name: 'bonjour', language: 'fr', components: body }))).toMatchObject({ details: { verdict: 'unknown' } });
		expect((await shop.requests()).filter(({ method }) => method === 'POST')).toHaveLength(1);
	});

	test('updates one', async () => {
		const [approved] = await shop.run(manage('getAll', { filters: { name: 'order_ready' } }));
		const templateId = String(approved?.json.id);
		expect(await shop.one({ resource: 'template', operation: 'update', templateId, components: body })).toEqual({ id: templateId, success: true });
		expect(await shop.run(manage('getAll', { filters: { name: 'order_ready' } }))).toMatchObject([{ json: { status: 'PENDING', components: [{ text: 'Bonjour {{1}} !' }] } }]);
		expect(await shop.failed({ resource: 'template', operation: 'update', templateId, components: body })).toMatchObject({ details: { code: '100/2388003' } });
	});

	test('deletes one in all languages, or in one', async () => {
		await shop.one(manage('create', { name: 'order_ready', language: 'en_US', components: body }));
		const [french] = await shop.run(manage('getAll', { filters: { name: 'order_ready', language: 'fr' } }));
		const id = String(french?.json.id);
		expect(await shop.one(manage('delete', { name: 'order_ready', templateId: id }))).toEqual({ name: 'order_ready', id, deleted: true });
		expect(await shop.run(manage('getAll', { filters: { name: 'order_ready' } }))).toMatchObject([{ json: { language: 'en_US' } }]);
		await shop.sandbox.fault({ network: 'meta', match: '/message_templates', kind: 'reset', when: 'after' });
		expect(await shop.one(manage('delete', { name: 'order_ready' }))).toEqual({ name: 'order_ready', deleted: true });
		expect(await shop.run(manage('getAll', { filters: { name: 'order_ready' } }))).toEqual([]);
	});

	test('one that is still listed after a broken connection is deleted after all', async () => {
		await shop.sandbox.fault({ network: 'meta', match: '/message_templates', kind: 'reset', when: 'before' });
		expect(await shop.one(manage('delete', { name: 'order_ready' }))).toEqual({ name: 'order_ready', deleted: true });
		expect(await shop.run(manage('getAll', { filters: { name: 'order_ready' } }))).toEqual([]);
	});
});
