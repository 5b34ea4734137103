import type { TelegramMessage, TelegramRefundedPayment, TelegramSuccessfulPayment } from '@gramio/types';
import type { IDataObject } from 'n8n-workflow';
import type { MessageKind } from '../../model/message';
import { majorUnits } from '../../platforms/telegramUpdates';
import type { Found } from './files';

interface Content {
	kind: MessageKind;
	text: string;
	/** Of a button of a Mini App. */
	payload?: string;
	/** What only this kind of content has. */
	more?: IDataObject;
}

/** What stands beside the content of a message. https://core.telegram.org/bots/api#message */
const envelope = new Set(
	`
	message_id message_thread_id direct_messages_topic from sender_chat sender_boost_count sender_business_bot sender_tag receiver_user ephemeral_message_id date
	guest_query_id business_connection_id chat forward_origin is_topic_message is_automatic_forward reply_to_message external_reply quote reply_to_story
	reply_to_checklist_task_id reply_to_poll_option_id via_bot guest_bot_caller_user guest_bot_caller_chat edit_date has_protected_content is_from_offline
	is_paid_post media_group_id author_signature paid_star_count entities link_preview_options suggested_post_info effect_id caption caption_entities
	show_caption_above_media has_media_spoiler reply_markup
	`.match(/\w+/g),
);

/** The words of formatted text, block under block. https://core.telegram.org/bots/api#richmessage */
function wordsIn(value: unknown): string {
	if (typeof value === 'string') return value;
	if (Array.isArray(value)) return value.map(wordsIn).join('');
	if (typeof value !== 'object' || value === null) return '';
	const { text, caption, items, blocks, cells }: { text?: unknown; caption?: unknown; items?: unknown; blocks?: unknown; cells?: unknown } = value;
	const parts = [text, caption].map(wordsIn).concat([items, blocks, cells].flatMap((list) => (Array.isArray(list) ? list.map(wordsIn) : [])));
	return parts.filter(Boolean).join('\n');
}

const payment = ({ currency, total_amount: amount, invoice_payload: payload, ...charges }: TelegramSuccessfulPayment | TelegramRefundedPayment): IDataObject => ({
	...{ amount: majorUnits(amount, currency), currency, payload, telegramChargeId: charges.telegram_payment_charge_id, providerChargeId: charges.provider_payment_charge_id },
});

const place = ({ location, venue }: TelegramMessage): string => {
	const { latitude, longitude } = venue?.location ?? location ?? {};
	return [venue?.title, venue?.address, `${latitude},${longitude}`].filter(Boolean).join(', ');
};

/** Services notices: what happened in the chat. */
function serviceIn(message: TelegramMessage): Content {
	const [service] = Object.keys(message).filter((name) => !envelope.has(name));
	if (service === undefined) return { kind: 'unsupported', text: '' };
	const { successful_payment: paid, refunded_payment: refunded, migrate_to_chat_id: to, migrate_from_chat_id: from } = message;
	return {
		kind: 'system',
		text: '',
		more: {
			service,
			...(paid && { payment: payment(paid) }),
			...(refunded && { refund: payment(refunded) }),
			...(to !== undefined && { migratedTo: String(to) }),
			...(from !== undefined && { migratedFrom: String(from) }),
		},
	};
}

/** What a message says, its files aside. */
export function contentOf(message: TelegramMessage, [first]: readonly Found[]): Content {
	const { text, caption = '', sticker, contact, poll, dice, game, story, checklist, invoice, rich_message: rich, web_app_data: app } = message;
	if (text !== undefined) return { kind: 'text', text };
	if (sticker) return { kind: 'sticker', text: sticker.emoji ?? '' };
	if (first || message.paid_media) return { kind: first?.kind ?? 'unsupported', text: caption };
	if (message.venue ?? message.location) return { kind: 'location', text: place(message) };
	if (contact) return { kind: 'contacts', text: [contact.first_name, contact.last_name].filter(Boolean).join(' ') };
	if (rich) return { kind: 'text', text: wordsIn(rich) };
	if (dice) return { kind: 'text', text: `${dice.emoji} ${dice.value}` };
	if (app) return { kind: 'button', text: app.button_text, payload: app.data };
	if (invoice) return { kind: 'order', text: invoice.title };
	if (poll ?? game ?? story ?? checklist) return { kind: 'share', text: poll?.question ?? game?.title ?? checklist?.title ?? caption };
	return serviceIn(message);
}
