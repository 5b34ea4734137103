/**
 * Parameters of the Bot API methods the sandbox answers, Bot API 10.3. `!` marks a required one.
 * https://core.telegram.org/bots/api#available-methods
 */
export type ParameterType = 'text' | 'int' | 'float' | 'bool' | 'json' | 'file' | 'chat';
type Parameters = Record<string, ParameterType | `${ParameterType}!`>;

const plain = {
	message_thread_id: 'int',
	disable_notification: 'bool',
	protect_content: 'bool',
	allow_paid_broadcast: 'bool',
	message_effect_id: 'text',
} as const;
const delivery = { ...plain, direct_messages_topic_id: 'int' } as const;
const business = { business_connection_id: 'text' } as const;
const reply = { reply_parameters: 'json' } as const;
const markup = { reply_markup: 'json' } as const;
const sent = { ...business, chat_id: 'chat!', ...delivery, suggested_post_parameters: 'json', ...reply, ...markup } as const;
/** What copying takes of a message’s parameters: not in the name of a business account. */
const relayed = { chat_id: 'chat!', ...delivery, suggested_post_parameters: 'json', ...reply, ...markup } as const;
const shown = { ...sent, ephemeral_message_parameters: 'json' } as const;
const caption = { caption: 'text', parse_mode: 'text', caption_entities: 'json' } as const;
const above = { show_caption_above_media: 'bool' } as const;
const spoiler = { has_spoiler: 'bool' } as const;
const size = { duration: 'int', width: 'int', height: 'int' } as const;
const place = { chat_id: 'chat!', message_id: 'int!' } as const;
const edited = { ...business, chat_id: 'chat', message_id: 'int', inline_message_id: 'text', ...markup } as const;
const commands = { scope: 'json', language_code: 'text' } as const;
const copied = { chat_id: 'chat!', from_chat_id: 'chat!', message_thread_id: 'int', direct_messages_topic_id: 'int' } as const;
const member = { chat_id: 'chat!', user_id: 'int!' } as const;
const link = { chat_id: 'chat!', name: 'text', expire_date: 'int', member_limit: 'int', creates_join_request: 'bool' } as const;
const known = { chat_id: 'chat!', invite_link: 'text!' } as const;
const topic = { chat_id: 'chat!', message_thread_id: 'int!' } as const;
const owner = { business_connection_id: 'text!' } as const;
const story = { ...owner, content: 'json!', ...caption, areas: 'json' } as const;
const invoice = {
	title: 'text!',
	description: 'text!',
	payload: 'text!',
	provider_token: 'text',
	currency: 'text!',
	prices: 'json!',
	max_tip_amount: 'int',
	suggested_tip_amounts: 'json',
	provider_data: 'text',
	photo_url: 'text',
	photo_size: 'int',
	photo_width: 'int',
	photo_height: 'int',
	need_name: 'bool',
	need_phone_number: 'bool',
	need_email: 'bool',
	need_shipping_address: 'bool',
	send_phone_number_to_provider: 'bool',
	send_email_to_provider: 'bool',
	is_flexible: 'bool',
} as const;
const silent = { disable_notification: 'bool', protect_content: 'bool' } as const;

export const methods = {
	getMe: {},
	getUpdates: { offset: 'int', limit: 'int', timeout: 'int', allowed_updates: 'json' },
	setWebhook: {
		url: 'text!',
		certificate: 'file',
		ip_address: 'text',
		max_connections: 'int',
		allowed_updates: 'json',
		drop_pending_updates: 'bool',
		secret_token: 'text',
	},
	deleteWebhook: { drop_pending_updates: 'bool' },
	getWebhookInfo: {},
	sendMessage: { ...shown, text: 'text!', parse_mode: 'text', entities: 'json', link_preview_options: 'json' },
	sendPhoto: { ...shown, photo: 'file!', ...caption, ...above, ...spoiler },
	sendVideo: {
		...shown,
		video: 'file!',
		...size,
		thumbnail: 'file',
		cover: 'file',
		start_timestamp: 'int',
		...caption,
		...above,
		...spoiler,
		supports_streaming: 'bool',
	},
	sendAnimation: { ...shown, animation: 'file!', ...size, thumbnail: 'file', ...caption, ...above, ...spoiler },
	sendDocument: { ...shown, document: 'file!', thumbnail: 'file', ...caption, disable_content_type_detection: 'bool' },
	sendAudio: { ...shown, audio: 'file!', ...caption, duration: 'int', performer: 'text', title: 'text', thumbnail: 'file' },
	sendVoice: { ...shown, voice: 'file!', ...caption, duration: 'int' },
	sendMediaGroup: { ...business, chat_id: 'chat!', ...delivery, media: 'json!', ...reply },
	sendPoll: {
		...business,
		chat_id: 'chat!',
		...plain,
		...reply,
		...markup,
		question: 'text!',
		question_parse_mode: 'text',
		question_entities: 'json',
		options: 'json!',
		is_anonymous: 'bool',
		type: 'text',
		allows_multiple_answers: 'bool',
		allows_revoting: 'bool',
		shuffle_options: 'bool',
		allow_adding_options: 'bool',
		hide_results_until_closes: 'bool',
		members_only: 'bool',
		country_codes: 'json',
		correct_option_ids: 'json',
		explanation: 'text',
		explanation_parse_mode: 'text',
		explanation_entities: 'json',
		explanation_media: 'json',
		open_period: 'int',
		close_date: 'int',
		is_closed: 'bool',
		description: 'text',
		description_parse_mode: 'text',
		description_entities: 'json',
		media: 'json',
	},
	stopPoll: { ...business, ...place, ...markup },
	sendLocation: {
		...shown,
		latitude: 'float!',
		longitude: 'float!',
		horizontal_accuracy: 'float',
		live_period: 'int',
		heading: 'int',
		proximity_alert_radius: 'int',
	},
	sendContact: { ...shown, phone_number: 'text!', first_name: 'text!', last_name: 'text', vcard: 'text' },
	sendVenue: {
		...shown,
		latitude: 'float!',
		longitude: 'float!',
		title: 'text!',
		address: 'text!',
		foursquare_id: 'text',
		foursquare_type: 'text',
		google_place_id: 'text',
		google_place_type: 'text',
	},
	sendDice: { ...sent, emoji: 'text' },
	sendSticker: { ...shown, sticker: 'file!', emoji: 'text' },
	sendVideoNote: { ...shown, video_note: 'file!', duration: 'int', length: 'int', thumbnail: 'file' },
	sendChatAction: { ...business, chat_id: 'chat!', message_thread_id: 'int', action: 'text!' },
	editMessageText: { ...edited, text: 'text', parse_mode: 'text', entities: 'json', link_preview_options: 'json', rich_message: 'json' },
	editMessageCaption: { ...edited, ...caption, ...above },
	editMessageMedia: { ...edited, media: 'json!' },
	editMessageReplyMarkup: edited,
	editMessageLiveLocation: {
		...edited,
		latitude: 'float!',
		longitude: 'float!',
		live_period: 'int',
		horizontal_accuracy: 'float',
		heading: 'int',
		proximity_alert_radius: 'int',
	},
	stopMessageLiveLocation: edited,
	deleteMessage: place,
	deleteMessages: { chat_id: 'chat!', message_ids: 'json!' },
	forwardMessage: {
		...copied,
		...silent,
		message_id: 'int!',
		video_start_timestamp: 'int',
		message_effect_id: 'text',
		suggested_post_parameters: 'json',
	},
	forwardMessages: { ...copied, ...silent, message_ids: 'json!' },
	copyMessage: { ...relayed, from_chat_id: 'chat!', message_id: 'int!', video_start_timestamp: 'int', ...caption, ...above },
	copyMessages: { ...copied, ...silent, message_ids: 'json!', remove_caption: 'bool' },
	pinChatMessage: { ...business, ...place, disable_notification: 'bool' },
	unpinChatMessage: { ...business, chat_id: 'chat!', message_id: 'int' },
	unpinAllChatMessages: { chat_id: 'chat!' },
	setMessageReaction: { ...place, reaction: 'json', is_big: 'bool' },
	getChat: { chat_id: 'chat!' },
	getChatMember: { chat_id: 'chat!', user_id: 'int!' },
	getChatMemberCount: { chat_id: 'chat!' },
	getChatAdministrators: { chat_id: 'chat!', return_bots: 'bool' },
	createChatInviteLink: link,
	editChatInviteLink: { ...link, ...known },
	revokeChatInviteLink: known,
	createChatSubscriptionInviteLink: { chat_id: 'chat!', name: 'text', subscription_period: 'int!', subscription_price: 'int!' },
	approveChatJoinRequest: member,
	declineChatJoinRequest: member,
	banChatMember: { ...member, until_date: 'int', revoke_messages: 'bool' },
	unbanChatMember: { ...member, only_if_banned: 'bool' },
	restrictChatMember: { ...member, permissions: 'json!', use_independent_chat_permissions: 'bool', until_date: 'int' },
	promoteChatMember: {
		...member,
		is_anonymous: 'bool',
		can_manage_chat: 'bool',
		can_delete_messages: 'bool',
		can_manage_video_chats: 'bool',
		can_restrict_members: 'bool',
		can_promote_members: 'bool',
		can_change_info: 'bool',
		can_invite_users: 'bool',
		can_post_stories: 'bool',
		can_edit_stories: 'bool',
		can_delete_stories: 'bool',
		can_post_messages: 'bool',
		can_edit_messages: 'bool',
		can_pin_messages: 'bool',
		can_manage_topics: 'bool',
		can_manage_direct_messages: 'bool',
		can_manage_tags: 'bool',
		can_send_welcome_messages: 'bool',
	},
	createForumTopic: { chat_id: 'chat!', name: 'text!', icon_color: 'int', icon_custom_emoji_id: 'text' },
	editForumTopic: { ...topic, name: 'text', icon_custom_emoji_id: 'text' },
	closeForumTopic: topic,
	reopenForumTopic: topic,
	deleteForumTopic: topic,
	hideGeneralForumTopic: { chat_id: 'chat!' },
	unhideGeneralForumTopic: { chat_id: 'chat!' },
	getForumTopicIconStickers: {},
	getStickerSet: { name: 'text!' },
	sendInvoice: { chat_id: 'chat!', ...delivery, ...invoice, start_parameter: 'text', suggested_post_parameters: 'json', ...reply, ...markup },
	createInvoiceLink: { ...business, ...invoice, subscription_period: 'int' },
	answerPreCheckoutQuery: { pre_checkout_query_id: 'text!', ok: 'bool!', error_message: 'text' },
	answerShippingQuery: { shipping_query_id: 'text!', ok: 'bool!', shipping_options: 'json', error_message: 'text' },
	refundStarPayment: { user_id: 'int!', telegram_payment_charge_id: 'text!' },
	getMyStarBalance: {},
	getStarTransactions: { offset: 'int', limit: 'int' },
	getBusinessConnection: owner,
	readBusinessMessage: { ...owner, chat_id: 'int!', message_id: 'int!' },
	deleteBusinessMessages: { ...owner, message_ids: 'json!' },
	postStory: { ...story, active_period: 'int!', post_to_chat_page: 'bool', protect_content: 'bool' },
	editStory: { ...story, story_id: 'int!' },
	deleteStory: { ...owner, story_id: 'int!' },
	exportChatInviteLink: { chat_id: 'chat!' },
	getFile: { file_id: 'text!' },
	getMyCommands: commands,
	setMyCommands: { ...commands, commands: 'json!' },
	deleteMyCommands: commands,
	answerCallbackQuery: { callback_query_id: 'text!', text: 'text', show_alert: 'bool', url: 'text', cache_time: 'int' },
} as const satisfies Record<string, Parameters>;

export type MethodName = keyof typeof methods;

const byLowerCase = new Map<string, { name: MethodName; parameters: Parameters }>();
for (const name of Object.keys(methods)) {
	if (isMethodName(name)) byLowerCase.set(name.toLowerCase(), { name, parameters: methods[name] });
}

/** Old names that Telegram still answers; telegraf uses them. */
const aliases = new Map<string, MethodName>([['getchatmemberscount', 'getChatMemberCount']]);

/** Method names are case-insensitive. */
export function findMethod(name: string): { name: MethodName; parameters: Parameters } | undefined {
	const lowered = name.toLowerCase();
	return byLowerCase.get(aliases.get(lowered)?.toLowerCase() ?? lowered);
}

function isMethodName(name: string): name is MethodName {
	return name in methods;
}
