import { until } from './until';
import { account, businessAccountId, customer, itemWith, locator, message, openShop, phoneNumberId } from './shop';
import type { Shop } from './shop';

let shop: Shop;
beforeAll(async () => (shop = await openShop()));
beforeEach(async () => await shop.reset());
afterAll(async () => await shop.close());

const toCustomer = { recipient: customer.phone };
const hour = 3_600_000;
const at = (ms: number) => new Date(Date.now() + ms).toISOString();
const frame = { body: 'a', buttonText: 'b' };
const jpeg = itemWith(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(40)]), 'image/jpeg', 'a.jpg');
const approved = /^Use “Send Template” with an approved template: hello_world \(en_US\), order_ready \(fr\), appointment \(en_US\), spring_sale \(fr\), order_map \(fr\), login_code \(fr\), welcome \(fr\)\.$/;

describe('a window that is known to be closed', () => {
	test.each([
		{ operation: 'sendText', more: { text: 'a' } },
		{ operation: 'sendImage', more: { source: 'binary' } },
		{ operation: 'sendVideo', more: { mediaUrl: 'https://example.com/a.mp4' } },
		{ operation: 'sendAudio', more: { source: 'mediaId', mediaId: '1' } },
		{ operation: 'sendDocument', more: { mediaUrl: 'https://example.com/a.pdf' } },
		{ operation: 'sendSticker', more: { mediaUrl: 'https://example.com/a.webp' } },
		{ operation: 'sendLocation', more: { latitude: 1, longitude: 1 } },
		{ operation: 'sendContacts', more: { contacts: { contact: [{ formattedName: 'a' }] } } },
		{ operation: 'sendButtons', more: { ...frame, buttons: { button: [{ title: 'a' }] } } },
		{ operation: 'sendList', more: { ...frame, sections: { section: [{ rows: { row: [{ title: 'a' }] } }] } } },
		{ operation: 'sendFlow', more: { ...frame, flow: '1', screen: 'A' } },
		{ operation: 'sendUrlButton', more: { ...frame, url: 'https://example.com' } },
		{ operation: 'sendReaction', more: { messageId: 'wamid.A', emoji: '👍' } },
	])('$operation sends nothing, uploads nothing and names what is allowed', async ({ operation, more }) => {
		const item = await shop.failed(message(operation, { ...toCustomer, ...more, windowClosesAt: at(-hour) }), [jpeg]);
		expect(item).toMatchObject({
			error: expect.stringMatching(/^Window Closes At: the 24 hours after the person’s last message ended at \S+Z, and nothing was sent/),
			details: { code: '131047', verdict: 'fix-input', hint: expect.stringMatching(approved) },
		});
		expect((await shop.requests()).filter(({ method }) => method !== 'GET')).toEqual([]);
	});

	test('the account is looked up by the number, and the templates asked for once for all items', async () => {
		const items = Array.from({ length: 5 }, () => ({ json: { closes: at(-hour) } }));
		await shop.run(message('sendText', { ...toCustomer, text: 'a', windowClosesAt: '={{ $json.closes }}' }), { items, continueOnFail: true });
		expect((await shop.requests()).map(({ path, query }) => [path, query.status])).toEqual([
			['/me/assigned_whatsapp_business_accounts', undefined],
			[`/${businessAccountId}/message_templates`, '["APPROVED"]'],
		]);
	});

	test('a chosen account is asked itself', async () => {
		await shop.failed(message('sendText', { ...toCustomer, text: 'a', windowClosesAt: at(-hour), businessAccount: account }));
		expect((await shop.requests()).map(({ path }) => path)).toEqual([`/${businessAccountId}/message_templates`]);
	});

	test('where nothing is approved, it says what to do', async () => {
		for (const [name, language] of [['hello_world', 'en_US'], ['order_ready', 'fr'], ['appointment', 'en_US'], ['spring_sale', 'fr'], ['order_map', 'fr'], ['login_code', 'fr'], ['welcome', 'fr']]) {
			await shop.sandbox.settings({ meta: { whatsappTemplate: { name, language, status: 'PAUSED' } } });
		}
		const item = await shop.failed(message('sendText', { ...toCustomer, text: 'a', windowClosesAt: at(-hour) }));
		expect(item).toMatchObject({ details: { hint: expect.stringMatching(/has no approved template yet: make one with Template > Create/) } });
	});

	test('where the account is not known, it says how to be told', async () => {
		const item = await shop.failed(message('sendText', { ...toCustomer, text: 'a', windowClosesAt: at(-hour), phoneNumber: locator('999') }));
		expect(item).toMatchObject({ details: { hint: 'Choose “WhatsApp Business Account” to be told which templates are approved.' } });
	});

	test('templates that cannot be listed do not hide the reason', async () => {
		await shop.sandbox.settings({ meta: { dropScopes: ['whatsapp_business_management'] } });
		const item = await shop.failed(message('sendText', { ...toCustomer, text: 'a', windowClosesAt: at(-hour) }));
		expect(item).toMatchObject({ error: expect.stringMatching(/^Window Closes At/), details: { code: '131047', hint: expect.stringMatching(/could not be asked: Meta refused/) } });
	});

	test('a time that is none is refused', async () => {
		const item = await shop.failed(message('sendText', { ...toCustomer, text: 'a', windowClosesAt: 'demain' }));
		expect(item).toMatchObject({ error: expect.stringMatching(/^Window Closes At: “demain” is not a date and time/) });
	});
});

describe('a window that is open', () => {
	test('after the customer has written, for 24 hours', async () => {
		await shop.incoming({ text: 'Bonjour' });
		expect(await shop.one(message('sendText', { ...toCustomer, text: 'a', windowClosesAt: at(hour) }))).toMatchObject({ status: 'accepted' });
		await shop.sandbox.advance(24 * 3600);
		expect(await shop.failed(message('sendText', { ...toCustomer, text: 'a', windowClosesAt: at(hour) }))).toMatchObject({ details: { code: '131047' } });
	});

	test('templates need none', async () => {
		expect(await shop.one(message('sendTemplate', { ...toCustomer, template: locator('hello_world|en_US', 'list') }))).toMatchObject({ status: 'accepted' });
	});
});

describe('what Meta itself refuses', () => {
	test('a closed window that nobody knew of: the same hint', async () => {
		const item = await shop.failed(message('sendText', { ...toCustomer, text: 'a' }));
		expect(item).toMatchObject({
			error: expect.stringMatching(/^Meta refused: \(#131047\) Re-engagement message: .*more than 24 hours/),
			details: { code: '131047', verdict: 'fix-input', hint: expect.stringMatching(approved) },
		});
		expect(await shop.messages()).toHaveLength(1);
	});

	test('told later, by webhook, where Meta accepts first', async () => {
		await shop.whatsapp({ refusals: 'status' });
		const sent = await shop.one(message('sendText', { ...toCustomer, text: 'a', options: { callbackData: 'order 42' } }));
		expect(sent).toMatchObject({ status: 'accepted' });
		await until(() => shop.webhooks().length === 1);
		expect(shop.webhooks()).toMatchObject([
			{ metadata: { phone_number_id: phoneNumberId }, statuses: [{ id: sent.providerMessageId, status: 'failed', biz_opaque_callback_data: 'order 42', errors: [{ code: 131047 }] }] },
		]);
		expect(await shop.sandbox.timeline()).toEqual([]);
	});

	test.each([
		{ name: 'somebody who opted out', settings: { optedOut: [customer.phone] }, code: '131050', hint: /take them off your marketing list/ },
		{ name: 'somebody whom Meta spares marketing', settings: { refuse: { [customer.phone]: 131049 } }, code: '131049', hint: /within 24 hours/ },
		{ name: 'somebody without WhatsApp', settings: { refuse: { [customer.userId]: 131026 } }, code: '131026', hint: /cannot get the message/ },
	])('$name is not tried again', async ({ settings, code, hint }) => {
		await shop.whatsapp(settings);
		const parameters = message('sendTemplate', {
			...{ ...toCustomer, template: locator('spring_sale|fr', 'list'), headerType: 'image', mediaUrl: shop.sample('bouquet-camelia.jpg') },
			bodyParameters: { parameter: [{ text: 'Inês' }, { text: '10 %' }] },
			buttonParameters: { button: [{ type: 'url', index: 1, value: 'a' }, { type: 'copy_code', index: 2, value: 'b' }] },
		});
		expect(await shop.failed(parameters)).toMatchObject({ details: { code, verdict: 'stop', hint: expect.stringMatching(hint) } });
		expect(await shop.messages()).toHaveLength(1);
	});

	test('an own number is no recipient', async () => {
		await shop.incoming({ from: '33240000001', text: 'a' });
		expect(await shop.failed(message('sendText', { recipient: '+33 2 40 00 00 01', text: 'a' }))).toMatchObject({ details: { code: '131021', verdict: 'fix-input' } });
	});
});
