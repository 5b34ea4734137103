import { readBack } from '../../../nodes/networks/telegram/readBack';

const isReadBack = (chat: string): boolean => readBack({ chat, controlChat: '5000000001', text: 'Bonjour' }).find !== undefined;

test.each(['@atelier_camelia', '-1001700000001'])('%s numbers its messages by itself: what is not among the next ones is not there', (chat) => {
	expect(isReadBack(chat)).toBe(true);
});

test.each(['5000000002', '-4000000001', '-100123456'])('%s is numbered together with all other private chats and small groups of the bot: a gap proves nothing', (chat) => {
	expect(isReadBack(chat)).toBe(false);
});

test('without a text there is nothing to know a message by', () => {
	expect(readBack({ chat: '@atelier_camelia', controlChat: '5000000001', text: ' ' })).toEqual({});
});
