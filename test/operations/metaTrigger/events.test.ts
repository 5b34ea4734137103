import { seed } from '../../../sandbox/networks/seed';
import { deliver, instagramDelivery, now, openTriggers, pageDelivery, textMessage, whatsAppDelivery } from './deliveries';

const { page, instagram, whatsapp, customer } = seed.meta;
const everything = [
	...['facebookComment', 'facebookMention', 'facebookPost', 'instagramComment', 'instagramMention', 'instagramMessage', 'instagramMessageStatus'],
	...['instagramStoryInsights', 'lead', 'messengerMessage', 'messengerMessageStatus', 'whatsAppAccount', 'whatsAppMessage', 'whatsAppMessageStatus'],
];

let triggers: Awaited<ReturnType<typeof openTriggers>>;
beforeEach(async () => (triggers = await openTriggers()));
afterEach(async () => await triggers.close());

const itemsOf = async (payload: unknown, parameters = {}) => {
	const trigger = triggers.trigger(everything, { parameters });
	expect((await deliver(trigger, payload)).status).toBe(200);
	return trigger.started;
};

describe('WhatsApp', () => {
	const sent = now() - 60;
	const iso = (seconds: number) => new Date(seconds * 1000).toISOString();

	test('a text is a Message with its window, keyed on the business-scoped user ID, and the raw payload', async () => {
		const [message] = await itemsOf(whatsAppDelivery(textMessage('wamid.1', 'Olá! Há túlipas? 🌷', sent)));
		expect(message).toEqual({
			event: 'whatsAppMessage',
			...{ id: 'whatsapp:wamid.1', provider: 'whatsapp', providerMessageId: 'wamid.1', account: whatsapp.phoneNumberId, direction: 'in', kind: 'text', media: [] },
			conversationId: `whatsapp:${whatsapp.phoneNumberId}:${customer.userId}`,
			from: { id: customer.userId, name: customer.name, phone: customer.phone },
			to: { id: whatsapp.phoneNumberId, phone: '33240000001' },
			text: 'Olá! Há túlipas? 🌷',
			...{ sentAt: iso(sent), windowClosesAt: iso(sent + 86_400) },
			raw: expect.objectContaining({ id: 'wamid.1', type: 'text' }),
		});
	});

	test('somebody with a username and no phone number is known by the user ID', async () => {
		const value = { contacts: [{ profile: { name: 'Inês', username: 'ines.almeida' }, user_id: customer.userId }], messages: [{ from_user_id: customer.userId, id: 'wamid.2', timestamp: String(sent), type: 'text', text: { body: 'a' } }] };
		const [message] = await itemsOf(whatsAppDelivery(value));
		expect(message?.from).toEqual({ id: customer.userId, handle: 'ines.almeida', name: 'Inês' });
	});

	test.each([
		['an image with words', { type: 'image', image: { id: '9', mime_type: 'image/jpeg', sha256: 'c2hh', caption: 'Comme ça' } }, { kind: 'image', text: 'Comme ça', media: [{ kind: 'image', id: '9', mime: 'image/jpeg', caption: 'Comme ça', sha256: 'c2hh' }] }],
		['a voice message', { type: 'audio', audio: { id: '9', mime_type: 'audio/ogg; codecs=opus', voice: true } }, { kind: 'audio', text: '', media: [{ kind: 'audio', id: '9', mime: 'audio/ogg; codecs=opus' }] }],
		['a document', { type: 'document', document: { id: '9', filename: 'devis.pdf', mime_type: 'application/pdf' } }, { kind: 'document', media: [{ kind: 'document', id: '9', fileName: 'devis.pdf', mime: 'application/pdf' }] }],
		['a place', { type: 'location', location: { latitude: 47.2, longitude: -1.5, name: 'Atelier' } }, { kind: 'location', text: 'Atelier, 47.2,-1.5' }],
		['a button of a template', { type: 'button', button: { payload: 'YES', text: 'Oui' } }, { kind: 'button', text: 'Oui', payload: 'YES' }],
		['a button', { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: 'b1', title: 'Sim' } } }, { kind: 'button', text: 'Sim', payload: 'b1' }],
		['a row of a list', { type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: 'r1', title: 'Tulipes', description: '12' } } }, { kind: 'button', text: 'Tulipes', payload: 'r1' }],
		['the end of a flow', { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: { response_json: '{"a":1}', body: 'Sent', name: 'flow' } } }, { kind: 'button', text: 'Sent', payload: '{"a":1}' }],
		['a reaction', { type: 'reaction', reaction: { message_id: 'wamid.0', emoji: '❤️' } }, { kind: 'reaction', text: '❤️', replyTo: 'wamid.0' }],
		['an answer to a message', { type: 'text', text: { body: 'Oui' }, context: { id: 'wamid.0' } }, { kind: 'text', replyTo: 'wamid.0' }],
		['somebody who came by an ad', { type: 'text', text: { body: 'Info' }, referral: { source_id: '6001', source_url: 'https://fb.me/x', ctwa_clid: 'ARAk', headline: 'Tulipes' } }, { referral: { adId: '6001', ctwaClid: 'ARAk', url: 'https://fb.me/x', headline: 'Tulipes' } }],
		['what WhatsApp does not hand out', { type: 'unsupported', errors: [{ code: 131051 }] }, { kind: 'unsupported', text: '' }],
	])('%s', async (_, content, expected) => {
		const [message] = await itemsOf(whatsAppDelivery({ messages: [{ from: customer.phone, id: 'wamid.3', timestamp: String(sent), ...content }] }));
		expect(message).toMatchObject(expected);
	});

	test('a place keeps the digits of its coordinates', async () => {
		const trigger = triggers.trigger(['whatsAppMessage']);
		const located = { messages: [{ from: customer.phone, id: 'wamid.9', timestamp: String(sent), type: 'location', location: { latitude: 51.5, longitude: -0.5 } }] };
		const { post } = await import('./deliveries');
		expect((await post(trigger.url, JSON.stringify(whatsAppDelivery(located)).replace('-0.5', '-0.1277582999999999'))).status).toBe(200);
		expect(trigger.started).toMatchObject([{ kind: 'location', text: '51.5,-0.1277582999999999', raw: { location: { longitude: -0.1277582999999999 } } }]);
	});

	test('a changed number is no message of a person: it opens no window', async () => {
		const [message] = await itemsOf(whatsAppDelivery({ messages: [{ from: customer.phone, id: 'wamid.4', timestamp: String(sent), type: 'system', system: { body: 'Inês changed', type: 'user_changed_number' } }] }));
		expect(message).toMatchObject({ kind: 'system', text: 'Inês changed' });
		expect(message).not.toHaveProperty('windowClosesAt');
	});

	test('statuses are events of their own, each state once, failures with their reason', async () => {
		const status = (state: string, more = {}) => ({ id: 'wamid.5', status: state, timestamp: String(sent), recipient_id: customer.phone, ...more });
		const failed = status('failed', { errors: [{ code: 131047, title: 'Re-engagement message', error_data: { details: '24 hours have passed' } }], biz_opaque_callback_data: 'order-7' });
		const items = await itemsOf(whatsAppDelivery({ statuses: [status('read'), status('sent'), status('read'), failed] }));
		expect(items.map(({ event, status: state }) => [event, state])).toEqual([['whatsAppMessageStatus', 'read'], ['whatsAppMessageStatus', 'sent'], ['whatsAppMessageStatus', 'failed']]);
		expect(items[2]).toMatchObject({ providerMessageId: 'wamid.5', callbackData: 'order-7', error: { code: '131047', message: 'Re-engagement message', details: '24 hours have passed' } });
	});

	test('a template that was reviewed is a change of the account', async () => {
		const value = { event: 'APPROVED', message_template_id: 594425479261596, message_template_name: 'hello' };
		const [item] = await itemsOf({ object: 'whatsapp_business_account', entry: [{ id: whatsapp.businessAccountId, time: now(), changes: [{ field: 'message_template_status_update', value }] }] });
		expect(item).toMatchObject({ event: 'whatsAppAccount', raw: { event: 'APPROVED' }, field: 'message_template_status_update', whatsAppBusinessAccountId: whatsapp.businessAccountId, message_template_name: 'hello' });
	});
});

describe('Messenger and Instagram Direct', () => {
	const parties = { sender: { id: customer.messenger }, recipient: { id: page.id }, timestamp: Date.now() - 1000 };
	const onPage = async (happening: object) => await itemsOf(pageDelivery({ messaging: [{ ...parties, ...happening }] }));

	test.each([
		['a text', { message: { mid: 'm_1', text: 'Bonjour' } }, { kind: 'text', text: 'Bonjour', providerMessageId: 'm_1', direction: 'in', conversationId: `messenger:${page.id}:${customer.messenger}` }],
		['a picture', { message: { mid: 'm_1', attachments: [{ type: 'image', payload: { url: 'https://cdn.example/a.jpg' } }] } }, { kind: 'image', media: [{ kind: 'image', url: 'https://cdn.example/a.jpg' }] }],
		['a quick reply', { message: { mid: 'm_1', text: 'Oui', quick_reply: { payload: 'YES' } } }, { kind: 'button', text: 'Oui', payload: 'YES' }],
		['a tapped button', { postback: { mid: 'm_1', title: 'Commencer', payload: 'GET_STARTED', referral: { ref: 'flyer', source: 'SHORTLINK' } } }, { kind: 'button', payload: 'GET_STARTED', referral: { payload: 'flyer' } }],
		['a reaction', { reaction: { reaction: 'love', emoji: '❤', action: 'react', mid: 'm_0' } }, { kind: 'reaction', text: '❤', replyTo: 'm_0' }],
		['a link with a reference', { referral: { ref: 'flyer', source: 'ADS', type: 'OPEN_THREAD', ad_id: '6001' } }, { kind: 'referral', referral: { adId: '6001', payload: 'flyer' } }],
	])('%s', async (_, happening, expected) => {
		expect(await onPage(happening)).toMatchObject([{ event: 'messengerMessage', ...expected, windowClosesAt: new Date(parties.timestamp + 86_400_000).toISOString() }]);
	});

	test('an echo of the page’s own message is left out, unless it is asked for', async () => {
		const echo = pageDelivery({ messaging: [{ sender: { id: page.id }, recipient: { id: customer.messenger }, timestamp: Date.now(), message: { mid: 'm_2', text: 'Merci', is_echo: true, app_id: 1 } }] });
		expect(await itemsOf(echo)).toEqual([]);
		expect(await itemsOf(echo, { eventOptions: { ignoreOwn: false } })).toMatchObject([{ direction: 'out', conversationId: `messenger:${page.id}:${customer.messenger}` }]);
	});

	test('read and delivered', async () => {
		expect(await onPage({ read: { watermark: parties.timestamp } })).toMatchObject([{ event: 'messengerMessageStatus', status: 'read', upTo: new Date(parties.timestamp).toISOString() }]);
		expect(await onPage({ delivery: { mids: ['m_1'], watermark: parties.timestamp } })).toMatchObject([{ status: 'delivered', providerMessageIds: ['m_1'] }]);
	});

	test('Instagram: a message, one that was taken back, and an answer to a story', async () => {
		const between = { sender: { id: customer.instagram }, recipient: { id: instagram.id }, timestamp: Date.now() };
		const items = await itemsOf(
			instagramDelivery({
				messaging: [
					{ ...between, message: { mid: 'i_1', text: 'Oi' } },
					{ ...between, message: { mid: 'i_1', is_deleted: true } },
					{ ...between, message: { mid: 'i_2', text: 'Belle !', reply_to: { story: { id: '1790', url: 'https://cdn.example/s' } } } },
				],
			}),
		);
		expect(items).toMatchObject([{ event: 'instagramMessage', provider: 'instagram', text: 'Oi' }, { deleted: true }, { replyTo: '1790' }]);
		expect(items.map((item) => 'windowClosesAt' in item)).toEqual([true, false, true]);
	});
});

describe('pages, comments and leads', () => {
	const change = (field: string, value: object) => ({ changes: [{ field, value }] });

	test('a comment on a page, its edit, and the page’s own answer', async () => {
		const value = { item: 'comment', verb: 'add', post_id: `${page.id}_1`, comment_id: '1_2', parent_id: `${page.id}_1`, from: { id: '7', name: 'Inês' }, message: 'Joli', created_time: now() };
		const trigger = triggers.trigger(['facebookComment']);
		await deliver(trigger, pageDelivery(change('feed', value)));
		await deliver(trigger, pageDelivery(change('feed', value)));
		await deliver(trigger, pageDelivery(change('feed', { ...value, verb: 'edited', message: 'Très joli' })));
		await deliver(trigger, pageDelivery(change('feed', { ...value, comment_id: '1_3', from: { id: page.id, name: page.name } })));
		expect(trigger.started.map(({ verb, text }) => [verb, text])).toEqual([['add', 'Joli'], ['edited', 'Très joli']]);
		expect(trigger.started[0]).toMatchObject({ event: 'facebookComment', provider: 'facebook', account: page.id, commentId: '1_2', postId: `${page.id}_1`, from: { id: '7', name: 'Inês' } });
	});

	test('what happens to a comment of long ago is heard', async () => {
		const value = { item: 'comment', verb: 'edited', comment_id: '1_2', from: { id: '7', name: 'Inês' }, message: 'Encore', created_time: now() - 30 * 86_400 };
		expect(await itemsOf(pageDelivery(change('feed', value)))).toMatchObject([{ event: 'facebookComment', text: 'Encore' }]);
	});

	test('a lead keeps all digits of IDs that are no texts', async () => {
		const trigger = triggers.trigger(['lead']);
		await deliver(trigger, pageDelivery(change('leadgen', { leadgen_id: 'LEAD', page_id: page.id, form_id: '55', created_time: now() })));
		const body = JSON.stringify(pageDelivery(change('leadgen', { leadgen_id: 1, form_id: 2 }))).replace('"leadgen_id":1', '"leadgen_id":12345678901234567890').replace('"form_id":2', '"form_id":98765432109876543');
		const { post } = await import('./deliveries');
		await post(trigger.url, body);
		expect(trigger.started).toMatchObject([{ leadId: 'LEAD', formId: '55' }, { leadId: '12345678901234567890', formId: '98765432109876543' }]);
	});

	test('Instagram: a comment, also in the form of Instagram Login, a mention and a story’s end', async () => {
		const comment = { id: '1785', text: 'Superbe', from: { id: '8', username: 'ines' }, media: { id: '1790', media_product_type: 'FEED' } };
		expect(await itemsOf(instagramDelivery(change('comments', comment)))).toMatchObject([{ event: 'instagramComment', commentId: '1785', mediaId: '1790', from: { id: '8', handle: 'ines' } }]);
		expect(await itemsOf(instagramDelivery({ field: 'comments', value: { ...comment, id: '1786' } }))).toMatchObject([{ commentId: '1786' }]);
		expect(await itemsOf(instagramDelivery(change('mentions', { media_id: '1791', comment_id: '1787' })))).toMatchObject([{ event: 'instagramMention', mediaId: '1791', commentId: '1787' }]);
		expect(await itemsOf(instagramDelivery(change('story_insights', { media_id: '1792', reach: 44 })))).toMatchObject([{ event: 'instagramStoryInsights', mediaId: '1792', metrics: { reach: 44 } }]);
	});

	test('what was not chosen, other pages and unknown fields start nothing and are answered all the same', async () => {
		const trigger = triggers.trigger(['facebookComment'], { parameters: { pages: ['1'] } });
		expect((await deliver(trigger, pageDelivery(change('feed', { item: 'comment', comment_id: '1', from: { id: '7' } })))).status).toBe(200);
		expect((await deliver(trigger, pageDelivery(change('ratings', { review_text: 'a' })))).status).toBe(200);
		expect(trigger.executions).toBe(0);
	});
});
