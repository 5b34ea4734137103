import type { Verdict } from '../../../nodes/core/errors';
import { telegram } from '../../../nodes/platforms/telegram';

/** What Telegram says, and what it means for the item and for the chat. The hint must name the way out. */
type Row = readonly [code: number, description: string, verdict: Verdict, hint: RegExp, chat?: string];

const bad = (description: string) => `Bad Request: ${description}`;
const no = (description: string) => `Forbidden: ${description}`;

const rows: readonly Row[] = [
	[400, bad('chat not found'), 'fix-input', /press Start/, 'not-found'],
	[400, bad('PEER_ID_INVALID'), 'fix-input', /Check “Chat”/, 'not-found'],
	[400, bad('group chat was upgraded to a supergroup chat'), 'fix-input', /new chat ID/, 'migrated'],
	[400, bad('message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'), 'fix-input', /nothing needs to be done/],
	[400, bad('message text is empty'), 'fix-input', /Fill in “Text”/],
	[400, bad('message is too long'), 'fix-input', /4096/],
	[400, bad('MESSAGE_TOO_LONG'), 'fix-input', /4096/],
	[400, bad('message caption is too long'), 'fix-input', /1024/],
	[400, bad("can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'"), 'fix-input', /Plain Text/],
	...['edit', 'delete', 'pin', 'unpin', 'copy', 'forward', 'react', 'be replied'].map((action): Row => [400, bad(`message to ${action} not found`), 'fix-input', /Check “Message ID”/]),
	[400, bad("message can't be deleted"), 'fix-input', /too old/],
	[400, bad("message can't be deleted for everyone"), 'fix-input', /too old/],
	[400, bad("message can't be edited"), 'fix-input', /does not allow this/],
	[400, bad('message thread not found'), 'fix-input', /Topic ID/],
	[400, bad('query is too old and response timeout expired or query ID is invalid'), 'stop', /at once/],
	[400, bad('wrong file_id or the file is temporarily unavailable'), 'fix-input', /File ID/],
	[400, bad('invalid file_id'), 'fix-input', /File ID/],
	[400, bad('wrong remote file identifier specified: Wrong string length'), 'fix-input', /File ID/],
	[400, bad('wrong file identifier/HTTP URL specified'), 'fix-input', /public URL/],
	[400, bad('failed to get HTTP URL content'), 'fix-input', /binary field/],
	[400, bad('wrong type of the web page content'), 'fix-input', /binary field/],
	[400, bad('file is too big'), 'fix-input', /20 MB/],
	[400, bad('IMAGE_PROCESS_FAILED'), 'fix-input', /JPEG, PNG/],
	[400, bad('PHOTO_INVALID_DIMENSIONS'), 'fix-input', /10000 pixels/],
	[400, bad('not enough rights to send text messages to the chat'), 'stop', /administrator/, 'no-rights'],
	[400, bad('have no rights to send a message'), 'stop', /administrator/, 'no-rights'],
	[400, bad('need administrator rights in the channel chat'), 'stop', /administrator/, 'no-rights'],
	[400, bad('CHAT_WRITE_FORBIDDEN'), 'stop', /administrator/, 'no-rights'],
	[400, bad('TOPIC_CLOSED'), 'stop', /reopen/, 'no-rights'],
	[400, bad('TOPIC_NOT_MODIFIED'), 'fix-input', /nothing needs to be done/],
	[400, bad('TOPIC_ID_INVALID'), 'fix-input', /Topic ID/],
	[400, bad('the chat is not a forum'), 'fix-input', /Topics/],
	[400, bad('poll has already been closed'), 'fix-input', /closed already/],
	[400, bad('BUSINESS_PEER_USAGE_MISSING'), 'fix-input', /24 hours/],
	[400, bad('BUSINESS_PEER_INVALID'), 'fix-input', /24 hours/],
	[400, bad('BUSINESS_CONNECTION_INVALID'), 'stop', /Business Connection ID/],
	[400, bad('business connection not found'), 'stop', /Chatbots/],
	[400, bad('STORIES_TOO_MUCH'), 'stop', /delete one/],
	[400, bad('STORY_NOT_FOUND'), 'fix-input', /Story ID/],
	[400, bad('PAYMENT_PROVIDER_INVALID'), 'stop', /BotFather/],
	[400, bad('CHARGE_ALREADY_REFUNDED'), 'fix-input', /nothing needs to be done/],
	[400, bad('CHARGE_NOT_FOUND'), 'fix-input', /successful_payment/],
	[400, bad('BALANCE_TOO_LOW'), 'stop', /Stars/],
	[400, bad('HIDE_REQUESTER_MISSING'), 'fix-input', /no open request/],
	[400, bad('USER_ALREADY_PARTICIPANT'), 'fix-input', /member already/],
	[400, bad('member not found'), 'fix-input', /User ID/],
	[400, bad('PARTICIPANT_ID_INVALID'), 'fix-input', /User ID/],
	[400, bad('user is an administrator of the chat'), 'stop', /take their rights away/],
	[400, bad("can't remove chat owner"), 'stop', /take their rights away/],
	[400, bad('method is available only for supergroups'), 'fix-input', /supergroup/],
	[400, bad('method is available for supergroup and channel chats only'), 'fix-input', /supergroup/],
	[400, bad('INVITE_HASH_EXPIRED'), 'fix-input', /Invite Link/],
	[400, bad('STICKERSET_INVALID'), 'fix-input', /addstickers/],
	[400, bad('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443'), 'fix-input', /8443/],
	[400, bad('bad webhook: An HTTPS URL must be provided for webhook'), 'fix-input', /https/],
	[400, bad('SOME_NEW_CODE'), 'fix-input', /Correct what Telegram names/],
	[401, 'Unauthorized', 'reconnect', /BotFather/],
	[401, 'Unauthorized: invalid token specified', 'reconnect', /BotFather/],
	[403, no('bot was blocked by the user'), 'stop', /off the list/, 'blocked'],
	[403, no('user is deactivated'), 'stop', /off the list/, 'deactivated'],
	[403, no("bot can't initiate conversation with a user"), 'stop', /press Start/, 'not-started'],
	...['group', 'supergroup', 'channel'].map((kind): Row => [403, no(`bot was kicked from the ${kind} chat`), 'stop', /Add the bot/, 'left']),
	...['group', 'supergroup', 'channel'].map((kind): Row => [403, no(`bot is not a member of the ${kind} chat`), 'stop', /Add the bot/, 'left']),
	[403, no('the group chat was deleted'), 'stop', /off the list/, 'left'],
	[403, no("bot can't send messages to bots"), 'stop', /off the list/, 'no-rights'],
	[403, no('something new'), 'stop', /right to do this/, 'no-rights'],
	[404, 'Not Found', 'reconnect', /base URL/],
	[404, 'Not Found: method not found', 'stop', /update the self-hosted server/],
	[409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first", 'stop', /By ID/],
	[409, 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running', 'stop', /one receiver/],
	[409, 'Conflict: terminated by other setWebhook', 'stop', /webhook at the same time/],
	[413, 'Request Entity Too Large', 'fix-input', /50 MB/],
	[429, 'Too Many Requests: retry after 5', 'wait', /less often/],
	[500, 'Internal Server Error: restart', 'unknown', /may have arrived/],
	[500, 'Internal Server Error: something', 'unknown', /may have arrived/],
	[500, "Internal Server Error: sent message was immediately deleted and can't be returned", 'unknown', /may have arrived/],
	[502, 'Bad Gateway', 'unknown', /may have arrived/],
	[503, 'Service Unavailable', 'retry', /nothing was sent/],
	[504, 'Gateway Timeout', 'unknown', /may have arrived/],
];

const read = (code: number, description: string, parameters?: object) =>
	telegram.parseError({ status: code, headers: {}, body: { ok: false, error_code: code, description, ...(parameters && { parameters }) } });

test.each(rows.map(([code, description, verdict, hint, chat]) => ({ code, description, verdict, hint, chat })))('$code $description → $verdict', ({ code, description, verdict, hint, chat }) => {
	const failure = read(code, description);
	expect(failure).toMatchObject({ verdict, code: String(code), hint: expect.stringMatching(hint) });
	expect(failure?.message).toBe(`Telegram refused: ${description}.`);
	expect(failure && telegram.chatStateOf(failure)).toBe(chat);
});

test('no two rows are the same, and every verdict is there', () => {
	expect(new Set(rows.map(([, description]) => description)).size).toBe(rows.length);
	expect([...new Set(rows.map(([, , verdict]) => verdict))].sort()).toEqual(['fix-input', 'reconnect', 'retry', 'stop', 'unknown', 'wait']);
});

test('a group that moved names its new ID, a limit its pause', () => {
	const moved = read(400, bad('group chat was upgraded to a supergroup chat'), { migrate_to_chat_id: -1001 });
	expect(telegram.words.moved.exec(moved?.message ?? '')?.[1]).toBe('-1001');
	expect(read(429, 'Too Many Requests: retry after 60', { retry_after: 60 })).toMatchObject({ verdict: 'wait', retryAfter: 60_000 });
});

test('what is no refusal of Telegram’s is none', () => {
	expect(telegram.parseError({ status: 200, headers: {}, body: { ok: true, result: {} } })).toBeUndefined();
	expect(telegram.parseError({ status: 502, headers: {}, body: '<html>Bad Gateway</html>' })).toBeUndefined();
});
