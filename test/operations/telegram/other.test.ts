import type { INodeParameters } from 'n8n-workflow';
import { Bot, locator, sample, world } from './bot';

const bot = new Bot();
beforeAll(async () => await bot.start());
afterAll(async () => await bot.stop());

const answers = (...answer: INodeParameters[]) => ({ answers: { answer } });

test('Send Poll', async () => {
	const additionalFields = { allows_multiple_answers: true, is_anonymous: false, open_period: 3600, disable_notification: true };
	const sent = await bot.wire(async () => {
		const [output] = await bot.json('sendPoll', { question: 'Roses or tulips?', ...answers({ text: 'Roses' }, { text: 'Tulips' }), additionalFields });
		expect(output).toMatchObject({ poll: { question: 'Roses or tulips?', type: 'regular', allows_multiple_answers: true, is_anonymous: false, options: [{ text: 'Roses' }, { text: 'Tulips' }] } });
	});
	expect(sent).toMatchObject([{ method: 'sendPoll', body: { options: [{ text: 'Roses' }, { text: 'Tulips' }], type: 'regular', open_period: '3600' } }]);
	expect(sent[0]?.body).not.toHaveProperty('correct_option_ids');
});

test('Send Poll as a quiz', async () => {
	const quiz = { type: 'quiz', question: '2 + 2?', ...answers({ text: '3' }, { text: '4', isRight: true }), additionalFields: { explanation: 'Count again' } };
	expect(await bot.json('sendPoll', quiz)).toMatchObject([{ poll: { type: 'quiz', correct_option_ids: [1], explanation: 'Count again' } }]);
});

test('Send Location and Send Contact', async () => {
	const [location] = await bot.json('sendLocation', { latitude: 47.218371, longitude: -1.553621, additionalFields: { horizontal_accuracy: 10 } });
	expect(location).toMatchObject({ location: { latitude: 47.218371, longitude: -1.553621 } });
	const [contact] = await bot.json('sendContact', { phoneNumber: '+33600000000', firstName: 'Camille', lastName: 'Moreau' });
	expect(contact).toMatchObject({ contact: { phone_number: '+33600000000', first_name: 'Camille', last_name: 'Moreau' } });
});

test('Chat: Get, Get Members Count, Get Administrators, Create Invite Link', async () => {
	const inChannel = async (operation: string, parameters: INodeParameters = {}) => await bot.json(operation, { chatId: locator('@atelier_camelia', 'username'), ...parameters }, { resource: 'chat' });
	expect(await inChannel('get')).toMatchObject([{ id: world.channel.id, title: world.channel.title }]);
	expect(await inChannel('getMembersCount')).toEqual([{ chat_id: '@atelier_camelia', count: 1248 }]);
	expect(await inChannel('getAdministrators')).toMatchObject([{ status: 'creator' }, { status: 'administrator', user: { id: world.bot.id } }]);
	const options = { expire_date: '2099-01-01T00:00:00Z', member_limit: 5 };
	expect(await inChannel('createInviteLink', { name: 'Summer', options })).toMatchObject([{ name: 'Summer', member_limit: 5, expire_date: Date.UTC(2099, 0) / 1000, invite_link: expect.stringContaining('t.me') }]);
	expect(await inChannel('createInviteLink', { options: { creates_join_request: true } })).toMatchObject([{ creates_join_request: true }]);
});

test('File: Get and Download; the token is nowhere in the output', async () => {
	const [sent] = await bot.json('sendDocument', { source: 'binary', binaryField: 'data' }, { binary: sample('bon-cadeau.png', 'image/png') });
	const fileId = String(Object(sent?.document).file_id);
	const [info] = await bot.json('get', { fileId }, { resource: 'file' });
	expect(info).toMatchObject({ file_id: fileId, file_path: expect.stringContaining('documents/'), file_size: expect.any(Number) });
	const [file] = await bot.run('download', { fileId }, { resource: 'file' });
	expect(file?.json).toEqual(info);
	expect(file?.binary?.data).toMatchObject({ mimeType: 'image/png', fileExtension: 'png', bytes: info?.file_size });
	expect(JSON.stringify(file)).not.toContain(world.token.split(':')[1]);
});

test('File: what a self-hosted server keeps on its own disk is refused, with a way out', async () => {
	const [sent] = await bot.json('sendDocument', { source: 'url', url: bot.sampleUrl('bon-cadeau.png') });
	const fileId = String(Object(sent?.document).file_id);
	await bot.admin('settings', { telegram: { localServer: true } });
	await expect(bot.run('download', { fileId }, { resource: 'file' })).rejects.toThrow(/^File ID: the self-hosted Bot API server keeps this file on its own disk/);
	await bot.admin('settings', { telegram: { localServer: false } });
});

test('Bot: Get Me, Set Commands, Get Commands, Get Webhook Info', async () => {
	const asBot = async (operation: string, parameters: INodeParameters = {}) => await bot.json(operation, parameters, { resource: 'bot' });
	expect(await asBot('getMe')).toMatchObject([{ id: world.bot.id, is_bot: true }]);
	const menu = [{ command: 'start', description: 'Begin' }, { command: 'prices', description: 'See our prices' }];
	const command = [{ command: '/start', description: 'Begin' }, menu[1] ?? {}];
	expect(await asBot('setCommands', { commands: { command }, scope: 'all_private_chats', languageCode: 'fr' })).toEqual(menu);
	expect(await asBot('getCommands', { scope: 'all_private_chats', languageCode: 'fr' })).toEqual(menu);
	expect(await asBot('getCommands')).toEqual([]);
	expect(await asBot('getWebhookInfo')).toMatchObject([{ url: '', pending_update_count: expect.any(Number) }]);
});

test('an expression that gives a number, or nothing, is taken for a text', async () => {
	const additionalFields = { description: '={{ null }}', explanation: '={{ 42 }}' };
	expect(await bot.json('sendPoll', { question: 'Q', type: 'quiz', answers: { answer: [{ text: '={{ 1 }}', isRight: true }] }, additionalFields })).toMatchObject([{ poll: { options: [{ text: '1' }], explanation: '42' } }]);
	const command = [{ command: '={{ 24 }}', description: '={{ 2025 }}' }];
	expect(await bot.json('setCommands', { commands: { command } }, { resource: 'bot' })).toEqual([{ command: '24', description: '2025' }]);
	await expect(bot.run('setCommands', { commands: { command: [{ command: '={{ null }}', description: 'x' }] } }, { resource: 'bot' })).rejects.toThrow(/^Commands: “” is not a command/);
	const [link] = await bot.json('createInviteLink', { chatId: locator(world.channel.id), options: { expire_date: '={{ null }}' } }, { resource: 'chat' });
	expect(link).not.toHaveProperty('expire_date');
	const invoice = { title: 'A', description: 'B', payload: 'c', currency: 'EUR', prices: { price: [{ label: '={{ 7 }}', amount: 5 }] }, additionalFields: { provider_data: '={{ null }}' } };
	const sent = await bot.wire(async () => await bot.json('sendInvoice', invoice, { resource: 'payment' }));
	expect(sent).toMatchObject([{ body: { prices: [{ label: '7', amount: 500 }] } }]);
	expect(sent[0]?.body).not.toHaveProperty('provider_data');
	const inlineKeyboard = { buttons: [{ text: '={{ 12 }}', action: 'callback_data', callback_data: '={{ 42 }}', row: 1 }] };
	expect(await bot.json('sendText', { text: 'Hi', inlineKeyboard })).toMatchObject([{ reply_markup: { inline_keyboard: [[{ text: '12', callback_data: '42' }]] } }]);
	const options = { option: [{ id: '={{ 1 }}', title: '={{ 2 }}', price: 3 }] };
	const query = { shippingQueryId: 'none', ok: true, currency: 'EUR', shippingOptions: options };
	await expect(bot.run('answerShipping', query, { resource: 'payment' })).rejects.toThrow(/query is too old/);
});

test('the list of chats: each once, the latest first, filtered, and no update is confirmed', async () => {
	await bot.admin('settings', { telegram: { message: { chat_id: world.customer.id, text: 'Hello' } } });
	await bot.admin('settings', { telegram: { message: { chat_id: world.channel.id, text: 'News' } } });
	await bot.admin('settings', { telegram: { message: { chat_id: world.customer.id, text: 'Again' } } });
	const customer = { name: 'Inês (@ines_demo)', value: String(world.customer.id), url: 'https://t.me/ines_demo' };
	const channel = { name: 'Atelier Camélia (@atelier_camelia)', value: String(world.channel.id), url: 'https://t.me/atelier_camelia' };
	expect(await bot.search()).toEqual([customer, channel]);
	expect(await bot.search('camélia')).toEqual([channel]);
	expect(await bot.json('getWebhookInfo', {}, { resource: 'bot' })).toMatchObject([{ pending_update_count: 3 }]);
});

test('the list of chats says what to do where a webhook receives the updates', async () => {
	const api = `${bot.origin}/api.telegram.org/bot${world.token}`;
	await fetch(`${api}/setWebhook?url=http://127.0.0.1:9/hook`);
	await expect(bot.search()).rejects.toMatchObject({ message: expect.stringMatching(/webhook is active/), description: expect.stringMatching(/“By ID”/) });
	await fetch(`${api}/deleteWebhook?drop_pending_updates=true`);
});

const two = answers({ text: 'A' }, { text: 'B' });
const refusals: { resource?: string; operation: string; name: string; parameters: INodeParameters; says: RegExp }[] = [
	{ operation: 'sendPoll', name: 'no question', parameters: two, says: /^Question: is empty/ },
	{ operation: 'sendPoll', name: 'a question too long', parameters: { question: 'a'.repeat(301), ...two }, says: /^Question: has 301 characters; Telegram allows 300/ },
	{ operation: 'sendPoll', name: 'no answers', parameters: { question: 'Q' }, says: /^Answers: there are 0; Telegram takes 1 to 12/ },
	{ operation: 'sendPoll', name: 'thirteen answers', parameters: { question: 'Q', ...answers(...Array.from({ length: 13 }, () => ({ text: 'A' }))) }, says: /^Answers: there are 13/ },
	{ operation: 'sendPoll', name: 'an empty answer', parameters: { question: 'Q', ...answers({ text: 'A' }, { text: ' ' }) }, says: /^Answers: one of them is empty/ },
	{ operation: 'sendPoll', name: 'an answer too long', parameters: { question: 'Q', ...answers({ text: 'a'.repeat(101) }) }, says: /^Answers: “a+…” has 101 characters; Telegram allows 100/ },
	{ operation: 'sendPoll', name: 'a quiz without a right answer', parameters: { question: 'Q', type: 'quiz', ...two }, says: /^Answers: none of them is right/ },
	{ operation: 'sendPoll', name: 'an explanation too long', parameters: { question: 'Q', ...two, additionalFields: { explanation: 'a'.repeat(201) } }, says: /^Explanation: has 201 characters; Telegram allows 200/ },
	{ operation: 'sendLocation', name: 'a place off the map', parameters: { latitude: 91, longitude: 0 }, says: /wrong location/ },
	{ operation: 'sendContact', name: 'no phone number', parameters: { firstName: 'A' }, says: /^Phone Number: is empty/ },
	{ operation: 'sendContact', name: 'no name', parameters: { phoneNumber: '+33600000000' }, says: /^First Name: is empty/ },
	{ resource: 'chat', operation: 'get', name: 'an unknown chat', parameters: { chatId: locator(1) }, says: /chat not found/ },
	{ resource: 'chat', operation: 'getAdministrators', name: 'a private chat', parameters: {}, says: /no administrators in the private chat/ },
	{ resource: 'chat', operation: 'createInviteLink', name: 'a name too long', parameters: { name: 'a'.repeat(33) }, says: /^Link Name: has 33 characters; Telegram allows 32/ },
	{ resource: 'chat', operation: 'createInviteLink', name: 'a date that is none', parameters: { options: { expire_date: 'soon' } }, says: /^Expires At: “soon” is not a date/ },
	{ resource: 'chat', operation: 'createInviteLink', name: 'a limit with approval', parameters: { options: { creates_join_request: true, member_limit: 5 } }, says: /^Options: a link with approval has no member limit/ },
	{ resource: 'file', operation: 'get', name: 'no file ID', parameters: { fileId: '' }, says: /^File ID: is empty/ },
	{ resource: 'file', operation: 'download', name: 'an unknown file', parameters: { fileId: 'AgACAgIAAxkB' }, says: /wrong file_id/ },
	{ resource: 'bot', operation: 'setCommands', name: 'a command that is none', parameters: { commands: { command: [{ command: 'Start now', description: 'x' }] } }, says: /^Commands: “Start now” is not a command/ },
	{ resource: 'bot', operation: 'setCommands', name: 'a command without description', parameters: { commands: { command: [{ command: 'start' }] } }, says: /^Commands: the description of “start” has 0 characters/ },
];

test.each(refusals)('$operation refuses $name', async ({ resource, operation, parameters, says }) => {
	await expect(bot.run(operation, parameters, { resource })).rejects.toThrow(says);
});
