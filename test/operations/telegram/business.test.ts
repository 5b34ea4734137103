import type { INodeParameters } from 'n8n-workflow';
import { Bot, bytes, locator, sample, world } from './bot';

const bot = new Bot();
beforeAll(async () => await bot.start());
afterAll(async () => await bot.stop());

const businessConnectionId = 'SANDBOX-business-connection';
const business = async (operation: string, parameters: INodeParameters = {}) => await bot.json(operation, { businessConnectionId, ...parameters }, { resource: 'businessAccount' });
const writes = async (chat: number) => await bot.admin('settings', { telegram: { business: { chat_id: chat, text: 'Are you open?' } } });
const inItsName = { additionalFields: { business_connection_id: businessConnectionId } };

test('Get Connection: who it is, and what the bot may do', async () => {
	expect(await business('getConnection')).toMatchObject([{ id: businessConnectionId, is_enabled: true, rights: { can_reply: true, can_manage_stories: true } }]);
	await expect(business('getConnection', { businessConnectionId: 'other' })).rejects.toMatchObject({ context: { verdict: 'stop' }, description: expect.stringMatching(/Settings > Business > Chatbots/) });
});

test('a message in the name of the business, within 24 hours of the person’s own; afterwards the refusal says why', async () => {
	const chat = bot.subscriber();
	await expect(bot.run('sendText', { chatId: locator(chat), text: 'Yes', ...inItsName })).rejects.toMatchObject({ context: { verdict: 'fix-input' }, description: expect.stringMatching(/within the last 24 hours/) });
	await writes(chat);
	const sent = await bot.wire(async () => {
		expect(await bot.json('sendText', { chatId: locator(chat), text: 'Yes', ...inItsName })).toMatchObject([{ business_connection_id: businessConnectionId, sender_business_bot: { id: world.bot.id } }]);
	});
	expect(sent).toMatchObject([{ body: { business_connection_id: businessConnectionId, text: 'Yes' } }]);
	await bot.admin('clock', { advance: 25 * 3600 });
	await expect(bot.run('sendText', { chatId: locator(chat), text: 'Still?', ...inItsName })).rejects.toThrow(/BUSINESS_PEER_USAGE_MISSING/);
	await expect(bot.run('sendText', { chatId: locator(chat), text: 'Hi', additionalFields: { business_connection_id: 'other' } })).rejects.toThrow(/BUSINESS_CONNECTION_INVALID/);
});

test('Mark Message as Read, and Delete Messages', async () => {
	const chat = bot.subscriber();
	await writes(chat);
	expect(await business('readMessage', { userId: String(chat), messageId: '1' })).toEqual([{ business_connection_id: businessConnectionId, chat_id: chat, message_id: 1, read: true }]);
	const [answer] = await bot.json('sendText', { chatId: locator(chat), text: 'Yes', ...inItsName });
	const id = Number(answer?.message_id);
	expect(await business('deleteMessages', { messageIds: `${id}` })).toEqual([{ business_connection_id: businessConnectionId, message_ids: [id], deleted: true }]);
	await expect(business('readMessage', { userId: String(chat), messageId: String(id) })).rejects.toThrow(/message to read not found/);
});

describe('stories', () => {
	const story = async (operation: string, parameters: INodeParameters, binary = sample('bouquet-camelia.jpg', 'image/jpeg')) => await bot.json(operation, { businessConnectionId, type: 'photo', binaryField: 'data', ...parameters }, { resource: 'story', binary });

	test('Post, Edit and Delete a photo story', async () => {
		let id = 0;
		const sent = await bot.wire(async () => {
			const [posted] = await story('post', { activePeriod: 172800, caption: '<b>New</b>', additionalFields: { post_to_chat_page: true, protect_content: true } });
			id = Number(posted?.id);
			expect(posted).toMatchObject({ id: expect.any(Number), chat: { first_name: 'Camille' } });
			expect(await story('edit', { storyId: String(id), caption: 'Newer' })).toMatchObject([{ id }]);
		});
		expect(sent).toMatchObject([
			{
				...{ method: 'postStory', status: 200 },
				body: { content: { type: 'photo', photo: 'attach://file' }, active_period: '172800', caption: '<b>New</b>', parse_mode: 'HTML', post_to_chat_page: 'true', protect_content: 'true', file: { filename: 'bouquet-camelia.jpg' } },
			},
			{ method: 'editStory', body: { story_id: String(id), caption: 'Newer' } },
		]);
		await bot.admin('faults', { network: 'telegram', match: 'deleteStory', kind: 'reset', when: 'after' });
		expect(await story('delete', { storyId: String(id) })).toEqual([{ business_connection_id: businessConnectionId, story_id: id, deleted: true }]);
		await expect(story('edit', { storyId: String(id) })).rejects.toMatchObject({ description: expect.stringMatching(/Story ID/) });
	});

	test('a video story carries what is known of the video', async () => {
		const parameters = { type: 'video', activePeriod: 21600, additionalFields: { duration: 3.5, cover_frame_timestamp: 1, is_animation: true } };
		const sent = await bot.wire(async () => await story('post', parameters, sample('bouquet-du-jour.mp4', 'video/mp4')));
		expect(sent).toMatchObject([{ status: 200, body: { content: { type: 'video', video: 'attach://file', duration: 3.5, cover_frame_timestamp: 1, is_animation: true }, active_period: '21600' } }]);
	});

	test('a story whose answer was lost is not posted again', async () => {
		await bot.admin('faults', { network: 'telegram', match: 'postStory', kind: 'reset', when: 'after' });
		const sent = await bot.wire(async () => {
			await expect(story('post', { activePeriod: 86400 })).rejects.toMatchObject({ context: { verdict: 'unknown' } });
		});
		expect(sent).toHaveLength(1);
	});

	test.each([
		{ name: 'a photo above 10 MB', parameters: {}, binary: bytes(11 * 1024 * 1024), says: /at most 10\.0 MB/ },
		{ name: 'a video above 30 MB', parameters: { type: 'video' }, binary: bytes(31 * 1024 * 1024, 'video/mp4'), says: /at most 30\.0 MB/ },
		{ name: 'a caption too long', parameters: { caption: 'a'.repeat(2049) }, binary: bytes(10), says: /^Caption: has 2049 characters; Telegram allows 2048/ },
		{ name: 'no connection', parameters: { businessConnectionId: '' }, binary: bytes(10), says: /^Business Connection ID: is empty/ },
	])('refused: $name', async ({ parameters, binary, says }) => {
		await expect(story('post', { activePeriod: 86400, ...parameters }, binary)).rejects.toThrow(says);
	});

	test('refused: a story ID that is none', async () => {
		await expect(story('delete', { storyId: 'first' })).rejects.toThrow(/^Story ID: “first” is not the number of a story/);
	});
});
