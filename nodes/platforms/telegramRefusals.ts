import type { Failure, Verdict } from '../core/errors';

/** What a refusal says about the chat itself: such a chat is told of once and not written to again. */
export type ChatState = 'blocked' | 'deactivated' | 'not-started' | 'left' | 'not-found' | 'no-rights' | 'migrated';

interface Refusal {
	code: number;
	says: RegExp;
	verdict: Verdict;
	hint: string;
	chat?: ChatState;
}

const webhook = 'Give a public https:// address on port 443, 80, 88 or 8443; a self-hosted Bot API server takes any.';
const topic = 'Check “Topic ID”: the topic must exist in this group and be open.';
const tooBig = 'Telegram takes photos up to 10 MB and other files up to 50 MB, and gives files up to 20 MB; a self-hosted Bot API server takes 2000 MB.';
const byUrl = 'Telegram could not fetch the file: give a direct, public URL (photos up to 5 MB, other files up to 20 MB), or upload it from a binary field.';
const look = 'Look at the chat before you send this item again: it may have arrived.';

/**
 * Telegram has no sub-codes: within one `error_code` only the start of its fixed English description tells cases apart,
 * or the raw code in capitals that its servers pass on. The first match counts. https://core.telegram.org/bots/api#responseparameters
 */
const refusals: readonly Refusal[] = [
	{ code: 400, says: /upgraded to a supergroup/, verdict: 'fix-input', hint: 'The group has a new chat ID now: use that one.', chat: 'migrated' },
	{ code: 400, says: /chat not found|PEER_ID_INVALID/, verdict: 'fix-input', hint: 'Check “Chat”: a numeric ID or @channelname. A person must press Start first, and a channel must have the bot as an administrator.', chat: 'not-found' },
	{ code: 400, says: /can't parse entities/, verdict: 'fix-input', hint: 'Check the markup in the text, escape what is meant literally, or set “Format” to Plain Text.' },
	{ code: 400, says: /too long|too_long/i, verdict: 'fix-input', hint: 'Shorten it: a message takes 4096 characters, a caption 1024.' },
	{ code: 400, says: /text is empty|must be non-empty/, verdict: 'fix-input', hint: 'Fill in “Text”.' },
	{ code: 400, says: /message is not modified/, verdict: 'fix-input', hint: 'The message already reads exactly like this; nothing needs to be done.' },
	{ code: 400, says: /query is too old/, verdict: 'stop', hint: 'Telegram no longer waits for this answer: answer a pressed button at once, and a checkout or shipping query within 10 seconds, before anything slow happens in the workflow. This one can be left alone.' },
	{ code: 400, says: /message to \w+( \w+)* not found|message can't be|MESSAGE_ID_INVALID/, verdict: 'fix-input', hint: 'Check “Message ID” and “Chat”: the message may be deleted, too old or of a kind that does not allow this.' },
	{ code: 400, says: /poll has already been closed|poll can't be/, verdict: 'fix-input', hint: 'The poll is closed already: read its result from the update “poll”.' },
	{ code: 400, says: /thread not found|TOPIC_ID_INVALID|TOPIC_DELETED/, verdict: 'fix-input', hint: topic },
	{ code: 400, says: /TOPIC_CLOSED/, verdict: 'stop', hint: 'The topic is closed: reopen it, or name another “Topic ID”.', chat: 'no-rights' },
	{ code: 400, says: /TOPIC_NOT_MODIFIED/, verdict: 'fix-input', hint: 'The topic already is like this; nothing needs to be done.' },
	{ code: 400, says: /chat is not a forum/, verdict: 'fix-input', hint: 'Switch “Topics” on in the settings of the group, or name another “Chat”.' },
	{ code: 400, says: /file_id|remote file identifier/, verdict: 'fix-input', hint: 'Check “File ID”: a file can be sent again only by the bot that got it, and only as the same kind.' },
	{ code: 400, says: /failed to get HTTP URL content|wrong type of the web page|wrong file identifier|can't upload file by URL/, verdict: 'fix-input', hint: byUrl },
	{ code: 400, says: /IMAGE_PROCESS_FAILED|PHOTO_INVALID_DIMENSIONS/, verdict: 'fix-input', hint: 'Send a JPEG, PNG or WebP photo whose width and height together stay below 10000 pixels and whose longer side is at most 20 times the shorter, or send it as a document.' },
	{ code: 400, says: /file is too big|too big for a photo/, verdict: 'fix-input', hint: tooBig },
	{ code: 400, says: /BUSINESS_PEER/, verdict: 'fix-input', hint: 'A business account may be written for only in a chat with a message from the person within the last 24 hours: wait for the next one, or write as the bot itself.' },
	{ code: 400, says: /business connection|BUSINESS_CONNECTION/i, verdict: 'stop', hint: 'Check “Business Connection ID”; its owner must keep the bot connected in Telegram > Settings > Business > Chatbots, with the right to do this.' },
	{ code: 400, says: /STORIES_TOO_MUCH|STORY_SEND_FLOOD/, verdict: 'stop', hint: 'The account has as many stories as Telegram allows: delete one, or wait until one expires.' },
	{ code: 400, says: /STORY_/, verdict: 'fix-input', hint: 'Check “Story ID”: it must be a story that this bot posted for the business account.' },
	{ code: 400, says: /PAYMENT_PROVIDER_INVALID/, verdict: 'stop', hint: 'Check “Payment Provider Token”: @BotFather > Payments gives it; for Telegram Stars it stays empty and the currency is XTR.' },
	{ code: 400, says: /CHARGE_ALREADY_REFUNDED/, verdict: 'fix-input', hint: 'This payment has been refunded already; nothing needs to be done.' },
	{ code: 400, says: /CHARGE_/, verdict: 'fix-input', hint: 'Check “Payment Charge ID” and “User ID”: both stand in the update “successful_payment”.' },
	{ code: 400, says: /BALANCE_TOO_LOW/, verdict: 'stop', hint: 'The bot has too few Telegram Stars for this: top up its balance, or switch off what costs Stars.' },
	{ code: 400, says: /HIDE_REQUESTER_MISSING/, verdict: 'fix-input', hint: 'There is no open request of this person: it was answered or taken back already.' },
	{ code: 400, says: /USER_ALREADY_PARTICIPANT/, verdict: 'fix-input', hint: 'The person is a member already; nothing needs to be done.' },
	{ code: 400, says: /member not found|user not found|USER_ID_INVALID|PARTICIPANT_ID_INVALID|USER_NOT_PARTICIPANT/, verdict: 'fix-input', hint: 'Check “User ID”: the number of a person who has been in this chat or wrote to the bot.' },
	{ code: 400, says: /administrator of the chat|chat owner/, verdict: 'stop', hint: 'Administrators cannot be removed or restricted by a bot: take their rights away first.' },
	{ code: 400, says: /only for supergroups|supergroup and channel chats/, verdict: 'fix-input', hint: 'Name a supergroup as “Chat”: Telegram makes one of a group when its history, a username or topics are switched on.' },
	{ code: 400, says: /INVITE_HASH/, verdict: 'fix-input', hint: 'Check “Invite Link”: it must be one that this bot made for this chat and that is not revoked.' },
	{ code: 400, says: /STICKERSET_INVALID|sticker set/, verdict: 'fix-input', hint: 'Check the name of the sticker set: it is the last part of its t.me/addstickers/… link.' },
	{ code: 400, says: /not enough rights|have no rights|administrator rights|CHAT_WRITE_FORBIDDEN|CHAT_ADMIN_REQUIRED/, verdict: 'stop', hint: 'Make the bot an administrator of the chat with the right to do this.', chat: 'no-rights' },
	{ code: 400, says: /bad webhook/, verdict: 'fix-input', hint: webhook },
	{ code: 400, says: /./, verdict: 'fix-input', hint: 'Correct what Telegram names and run the item again.' },
	{ code: 401, says: /./, verdict: 'reconnect', hint: 'The bot token is not valid any more: get it from @BotFather and put it in the credential.' },
	{ code: 403, says: /blocked/, verdict: 'stop', hint: 'This person does not want messages from the bot any more: take them off the list.', chat: 'blocked' },
	{ code: 403, says: /deactivated/, verdict: 'stop', hint: 'This person’s account is gone: take them off the list.', chat: 'deactivated' },
	{ code: 403, says: /initiate conversation/, verdict: 'stop', hint: 'A bot cannot write first: the person must press Start.', chat: 'not-started' },
	{ code: 403, says: /messages to bots/, verdict: 'stop', hint: 'This is a bot, and bots do not get each other’s messages: take it off the list.', chat: 'no-rights' },
	{ code: 403, says: /kicked|not a member|was deleted/, verdict: 'stop', hint: 'Add the bot to the chat again, or take the chat off the list.', chat: 'left' },
	{ code: 403, says: /./, verdict: 'stop', hint: 'Give the bot the right to do this in the chat, or take the chat off the list.', chat: 'no-rights' },
	{ code: 404, says: /method not found/, verdict: 'stop', hint: 'This Bot API server does not know the call: update the self-hosted server to Bot API 10.3.' },
	{ code: 404, says: /./, verdict: 'reconnect', hint: 'Check the token and the base URL in the credential.' },
	{ code: 409, says: /webhook is active/, verdict: 'stop', hint: 'This bot’s updates go to a webhook, so its chats cannot be listed: choose “By ID” or “By Username” and enter the chat.' },
	{ code: 409, says: /setWebhook/, verdict: 'stop', hint: 'Another program sets this bot’s webhook at the same time: one bot has one receiver.' },
	{ code: 409, says: /./, verdict: 'stop', hint: 'Another program receives this bot’s updates: one bot has one receiver.' },
	{ code: 413, says: /./, verdict: 'fix-input', hint: 'Make the file smaller: Telegram takes photos up to 10 MB and other files up to 50 MB.' },
	// Said of what a server was still doing when it was restarted, of a message that was deleted as soon as it was out, and by a gateway that stopped waiting.
	{ code: 500, says: /./, verdict: 'unknown', hint: look },
	{ code: 502, says: /./, verdict: 'unknown', hint: look },
	{ code: 504, says: /./, verdict: 'unknown', hint: look },
	{ code: 429, says: /./, verdict: 'wait', hint: 'Run again later, or send less often.' },
];

export const refusalOf = (code: number, description: string): Refusal | undefined => refusals.find((one) => one.code === code && one.says.test(description));

/** What a refused call says about its chat; undefined where the fault lies elsewhere. */
export const chatStateOf = ({ code, message }: Pick<Failure, 'code' | 'message'>): ChatState | undefined => refusalOf(Number(code), message)?.chat;
