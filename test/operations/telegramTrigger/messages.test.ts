import { botUser, deliver, everything, groupChat, messageUpdate, openTriggers, person, privateChat } from './triggers';

let triggers: Awaited<ReturnType<typeof openTriggers>>;
beforeEach(async () => (triggers = await openTriggers()));
afterEach(async () => await triggers.close());

const itemsOf = async (update: object, eventOptions: object = {}, more: { username?: string } = {}) => {
	const trigger = triggers.trigger(everything, { parameters: { eventOptions: { ...eventOptions } } });
	if (more.username) trigger.store(JSON.stringify({ 'node:QMARK Telegram Trigger': more }));
	expect((await deliver(trigger, update)).status).toBe(200);
	return trigger.started;
};
const itemOf = async (content: object, more: object = {}) => (await itemsOf(messageUpdate(1, content, more)))[0];

const account = '7000000001';
const command = (text: string, length = text.split(/\s/)[0]?.length) => ({ text, entities: [{ type: 'bot_command', offset: 0, length }] });

test('a text is a Message with its chat and the raw update', async () => {
	const update = messageUpdate(12, { text: 'Olá! Há túlipas? 🌷' }, { message_thread_id: 4 });
	expect(await itemsOf(update)).toEqual([
		{
			...{ event: 'message', update_id: 900_000_012, id: 'telegram:5000000001/12', provider: 'telegram', providerMessageId: '5000000001/12', account, direction: 'in' },
			...{ conversationId: 'telegram:7000000001:5000000001', from: { id: '5000000001', handle: 'ines_demo', name: 'Inês Almeida' }, to: { id: account } },
			...{ kind: 'text', text: 'Olá! Há túlipas? 🌷', media: [], sentAt: '2026-11-18T11:06:40.000Z' },
			...{ chat: { id: '5000000001', handle: 'ines_demo', name: 'Inês Almeida', type: 'private' }, messageId: '12', threadId: 4, language: 'pt', raw: update },
		},
	]);
});

const file = { file_id: 'F', file_unique_id: 'U' };
const sizes = [{ ...file, file_id: 'S', width: 90, height: 60 }, { ...file, file_id: 'L', width: 1280, height: 853 }, { ...file, file_id: 'M', width: 320, height: 213 }];

test.each([
	['a photo: its largest size', { photo: sizes, caption: 'Comme ça' }, { kind: 'image', text: 'Comme ça', media: [{ kind: 'image', id: 'L', mime: 'image/jpeg', caption: 'Comme ça' }] }],
	['a document', { document: { ...file, file_name: 'devis.pdf', mime_type: 'application/pdf' } }, { kind: 'document', text: '', media: [{ kind: 'document', id: 'F', fileName: 'devis.pdf', mime: 'application/pdf' }] }],
	['a voice message', { voice: { ...file, duration: 3 } }, { kind: 'audio', media: [{ kind: 'audio', id: 'F', mime: 'audio/ogg' }] }],
	['an animation, which comes as a document too', { animation: { ...file, width: 1, height: 1, duration: 1, mime_type: 'video/mp4' }, document: file }, { kind: 'video', media: [{ kind: 'video', id: 'F', mime: 'video/mp4' }] }],
	['a round video', { video_note: { ...file, length: 240, duration: 3 } }, { kind: 'video', media: [{ mime: 'video/mp4' }] }],
	['a live photo', { photo: sizes, live_photo: { ...file, width: 1, height: 1, duration: 1 } }, { kind: 'image', media: [{ kind: 'image', id: 'L' }, { kind: 'video', id: 'F' }] }],
	['a sticker', { sticker: { ...file, type: 'regular', width: 512, height: 512, is_animated: false, is_video: true, emoji: '🌷' } }, { kind: 'sticker', text: '🌷', media: [{ kind: 'sticker', mime: 'video/webm' }] }],
	['a place keeps its digits', { location: { latitude: 47.2183711234, longitude: -0.1277582999999999 } }, { kind: 'location', text: '47.2183711234,-0.1277582999999999' }],
	['a place with a name', { location: { latitude: 1, longitude: 2 }, venue: { location: { latitude: 1, longitude: 2 }, title: 'Atelier', address: 'Rue 1' } }, { kind: 'location', text: 'Atelier, Rue 1, 1,2' }],
	['one’s own card proves a number', { contact: { phone_number: '+351 912 000 001', first_name: 'Inês', user_id: 5_000_000_001 } }, { kind: 'contacts', text: 'Inês', from: { id: '5000000001', phone: '351912000001' } }],
	['formatted text', { rich_message: { blocks: [{ type: 'paragraph', text: ['Bonjour ', { type: 'bold', text: 'Inês' }] }, { type: 'footer', text: 'Fin' }] } }, { kind: 'text', text: 'Bonjour Inês\nFin' }],
	['a dice', { dice: { emoji: '🎲', value: 4 } }, { kind: 'text', text: '🎲 4' }],
	['what a Mini App sends', { web_app_data: { data: '{"a":1}', button_text: 'Choisir' } }, { kind: 'button', text: 'Choisir', payload: '{"a":1}' }],
	['a payment', { successful_payment: { currency: 'EUR', total_amount: 2490, invoice_payload: 'order-1', telegram_payment_charge_id: 'T', provider_payment_charge_id: 'P' } }, { kind: 'system', service: 'successful_payment', payment: { amount: 24.9, currency: 'EUR', payload: 'order-1', telegramChargeId: 'T', providerChargeId: 'P' } }],
	['a payment in Stars', { successful_payment: { currency: 'XTR', total_amount: 250, invoice_payload: 'x', telegram_payment_charge_id: 'T', provider_payment_charge_id: 'P' } }, { payment: { amount: 250, currency: 'XTR' } }],
	['a payment in yen', { successful_payment: { currency: 'JPY', total_amount: 250, invoice_payload: 'x', telegram_payment_charge_id: 'T', provider_payment_charge_id: 'P' } }, { payment: { amount: 250, currency: 'JPY' } }],
	['a payment in forints, which Telegram counts in hundredths', { successful_payment: { currency: 'HUF', total_amount: 499_000, invoice_payload: 'x', telegram_payment_charge_id: 'T', provider_payment_charge_id: 'P' } }, { payment: { amount: 4990, currency: 'HUF' } }],
	['a group that moved', { migrate_to_chat_id: -1_001_700_000_010 }, { kind: 'system', service: 'migrate_to_chat_id', migratedTo: '-1001700000010' }],
	['a notice of times to come', { something_new: { a: 1 } }, { kind: 'system', service: 'something_new' }],
	['what Telegram does not hand out', {}, { kind: 'unsupported', text: '', media: [] }],
	['an answer', { text: 'Oui', reply_to_message: { message_id: 7, chat: privateChat, date: 1 } }, { kind: 'text', replyTo: '5000000001/7' }],
	['one of an album', { photo: sizes, media_group_id: '13579246801234567' }, { mediaGroupId: '13579246801234567' }],
])('%s', async (_, content, expected) => {
	expect(await itemOf(content)).toMatchObject(expected);
});

test('somebody else’s card proves nothing', async () => {
	expect((await itemOf({ contact: { phone_number: '+33612345678', first_name: 'Bruno', user_id: 5_000_000_403 } }))?.from).toEqual({ id: '5000000001', handle: 'ines_demo', name: 'Inês Almeida' });
});

test('IDs of 52 bits keep all digits, in the item and in what came', async () => {
	const chat = { ...privateChat, id: 4_503_599_627_370_495 };
	const [item] = await itemsOf(messageUpdate(1, { text: 'a' }, { chat, from: { ...person, id: chat.id } }));
	expect(item).toMatchObject({ conversationId: 'telegram:7000000001:4503599627370495', from: { id: '4503599627370495' } });
	expect(JSON.stringify(item?.raw)).toContain('"id":4503599627370495');
});

describe('commands and deep links', () => {
	test.each([
		['a deep link', command('/start summer_26-A'), { command: 'start', commandText: 'summer_26-A', startPayload: 'summer_26-A', referral: { payload: 'summer_26-A' } }],
		['the Start button', command('/start'), { command: 'start', commandText: '' }],
		['a command with words', command('/price tulips red'), { command: 'price', commandText: 'tulips red' }],
	])('%s', async (_, content, expected) => {
		const item = await itemOf(content);
		expect(item).toMatchObject({ kind: 'text', ...expected });
		expect('referral' in (item ?? {})).toBe('referral' in expected);
	});

	test('in a group, with the bot’s name, and not with another’s', async () => {
		const at = (text: string) => messageUpdate(1, command(text), { chat: groupChat });
		const own = { username: 'atelier_camelia_bot' };
		expect(await itemsOf(at('/start@Atelier_Camelia_bot flyer'), {}, own)).toMatchObject([{ command: 'start', startPayload: 'flyer', referral: { payload: 'flyer' }, to: { id: String(groupChat.id) } }]);
		const [other] = await itemsOf(at('/start@some_other_bot flyer'), {}, own);
		expect(other).toMatchObject({ text: '/start@some_other_bot flyer' });
		expect(other).not.toHaveProperty('command');
	});

	test.each(['/start two words', `/start ${'a'.repeat(65)}`, '/start flor€'])('%s is no deep link of ours', async (text) => {
		const item = await itemOf(command(text));
		expect(item).toMatchObject({ command: 'start' });
		expect(item).not.toHaveProperty('startPayload');
	});

	test('a slash in the middle is none', async () => {
		expect(await itemOf({ text: 'go /start x', entities: [{ type: 'bot_command', offset: 3, length: 6 }] })).not.toHaveProperty('command');
	});
});

describe('who writes', () => {
	test('a channel’s post has the channel as its author', async () => {
		const chat = { id: -1_001_700_000_001, type: 'channel', title: 'Atelier Camélia', username: 'atelier_camelia' };
		const update = { update_id: 1, channel_post: { message_id: 3, sender_chat: chat, chat, date: 1_795_000_000, text: 'Ouvert' } };
		expect(await itemsOf(update)).toMatchObject([{ event: 'channel_post', id: 'telegram:-1001700000001/3', from: { id: '-1001700000001', handle: 'atelier_camelia', name: 'Atelier Camélia' }, chat: { type: 'channel' } }]);
	});

	test('an administrator who stays hidden is the group', async () => {
		expect(await itemOf({ text: 'a' }, { chat: groupChat, sender_chat: groupChat, from: { id: 1_087_968_824, is_bot: true, first_name: 'Group' } })).toMatchObject({ from: { id: String(groupChat.id), name: groupChat.title } });
	});

	test('business: a customer, the business itself, and the bot in its name', async () => {
		const business = (id: number, more: object) => ({ update_id: id, business_message: { ...messageUpdate(id, { text: 'a' }).message, business_connection_id: 'BC', ...more } });
		const owner = { id: 5_000_000_002, is_bot: false, first_name: 'Camille' };
		expect(await itemsOf(business(1, {}))).toMatchObject([{ event: 'business_message', direction: 'in', businessConnectionId: 'BC', to: { id: account }, windowClosesAt: '2026-11-19T11:06:40.000Z' }]);
		const [byOwner] = await itemsOf(business(2, { from: owner }));
		expect(byOwner).toMatchObject({ direction: 'out', from: { id: '5000000002' }, to: { id: '5000000001' } });
		expect(byOwner).not.toHaveProperty('windowClosesAt');
		const byBot = business(3, { from: owner, sender_business_bot: botUser });
		expect(await itemsOf(byBot)).toEqual([]);
		expect(await itemsOf(byBot, { ignoreOwn: false })).toMatchObject([{ direction: 'out' }]);
	});

	test('an edit has the ID of what was edited, and its own time', async () => {
		const { message } = messageUpdate(5, { text: 'Bonsoir' }, { edit_date: 1_795_000_060 });
		expect(await itemsOf({ update_id: 2, edited_message: message })).toMatchObject([{ event: 'edited_message', id: 'telegram:5000000001/5', text: 'Bonsoir', sentAt: '2026-11-18T11:06:40.000Z', editedAt: '2026-11-18T11:07:40.000Z' }]);
	});
});

describe('only what was chosen', () => {
	const heard = async (update: object, eventOptions: object) => (await itemsOf(update, eventOptions)).length;
	const inGroup = messageUpdate(1, { text: 'a' }, { chat: groupChat });
	const join = { update_id: 1, my_chat_member: { chat: privateChat, from: person, date: 1, old_chat_member: { status: 'member', user: botUser }, new_chat_member: { status: 'kicked', user: botUser } } };
	const poll = { update_id: 1, poll: { id: '1', question: 'Q', options: [], total_voter_count: 0, is_closed: false } };

	test.each([
		['a chat by its ID', { chats: '-1001700000002' }, [1, 0]],
		['a chat by its name, as people write it', { chats: 'https://t.me/Camelia_Clients, @other' }, [1, 0]],
		['a person', { chats: '5000000001' }, [0, 1]],
		['a type of chat', { chatTypes: ['private'] }, [0, 1]],
		['both', { chatTypes: ['private', 'supergroup'], chats: '@camelia_clients' }, [1, 0]],
		['nothing chosen', { chats: '', chatTypes: [] }, [1, 1]],
	])('%s', async (_, options, expected) => {
		expect([await heard(inGroup, options), await heard(messageUpdate(1), options)]).toEqual(expected);
		expect(await heard(poll, options)).toBe(1);
	});

	test('commands, deep links, and no limit to other events', async () => {
		const [words, price, link] = [messageUpdate(1), messageUpdate(1, command('/price')), messageUpdate(1, command('/start flyer'))];
		const heardOf = async (messages: string) => await Promise.all([words, price, link, join].map(async (update) => await heard(update, { messages })));
		expect([await heardOf('all'), await heardOf('commands'), await heardOf('deepLinks')]).toEqual([[1, 1, 1, 1], [0, 1, 1, 1], [0, 0, 1, 1]]);
	});

	test('an event that was not chosen starts nothing and is answered all the same', async () => {
		const trigger = triggers.trigger(['poll']);
		expect((await deliver(trigger, messageUpdate(1))).status).toBe(200);
		expect((await deliver(trigger, { update_id: 3, event_of_times_to_come: {} })).status).toBe(200);
		expect(trigger.executions).toBe(0);
	});
});

test('an update that Telegram has made in a new way starts the workflow with its raw form', async () => {
	const update = { update_id: 1, poll: { id: '1', options: 'no list any more' } };
	expect(await itemsOf(update)).toEqual([{ event: 'poll', update_id: 1, provider: 'telegram', account, raw: update }]);
});

test('a file that is larger than Telegram gives is told without asking for it', async () => {
	const cloud = { qmarkTelegramApi: { accessToken: '7000000001:SANDBOX-not-a-real-bot-token-000000', baseUrl: 'https://api.telegram.org' } };
	const trigger = triggers.trigger(['message'], { credentials: cloud, parameters: { eventOptions: { download: true } } });
	expect((await deliver(trigger, messageUpdate(1, { document: { ...file, file_size: 21 * 1024 * 1024 } }))).status).toBe(200);
	expect(trigger.started).toMatchObject([{ kind: 'document', downloadErrors: [{ id: 'F', message: 'Download Media: the file has 21.0 MB; Telegram gives bots at most 20 MB.' }] }]);
});
