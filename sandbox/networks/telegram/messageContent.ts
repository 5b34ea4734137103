import type { TelegramMessage } from '@gramio/types';
import type { Chat } from './chats';
import { contentOf, type MediaKind } from './media';
import { numberIn, personIn, textIn, type Wish } from './people';
import type { TelegramState } from './state';

type Content = Partial<TelegramMessage>;
type FileKind = Exclude<MediaKind, 'sticker' | 'video_note'>;

const files: Readonly<Record<FileKind, { name: string; mime: string }>> = {
	photo: { name: 'bouquet.jpg', mime: 'image/jpeg' },
	video: { name: 'atelier.mp4', mime: 'video/mp4' },
	animation: { name: 'fleurs.mp4', mime: 'video/mp4' },
	audio: { name: 'musique.mp3', mime: 'audio/mpeg' },
	voice: { name: 'vocal.ogg', mime: 'audio/ogg' },
	document: { name: 'devis.pdf', mime: 'application/pdf' },
};

const isFile = (kind: string): kind is FileKind => Object.hasOwn(files, kind);

/** `size` may be more than the bytes that there are. */
function file(state: TelegramState, kind: FileKind, wish: Wish): Content {
	const { name, mime } = files[kind];
	const head = Buffer.from(`Sandbox ${kind}`);
	const kept = state.files.add(kind, { name, mime, head, size: numberIn(wish, 'size', head.length) }, kind === 'photo' ? { width: 1280, height: 960 } : {});
	return { ...contentOf(kind, kept, { duration: 3 }), ...(typeof wish.caption === 'string' && { caption: wish.caption }) };
}

/** Everybody may send on a card; `contact: "own"` is the person's own, as the button “share my number” sends it. */
function contact(chat: Chat, wish: Wish): Content {
	const { id, first_name } = personIn(chat, wish);
	return { contact: wish.contact === 'own' ? { phone_number: '351912000001', first_name, user_id: id } : { phone_number: '+33 6 12 34 56 78', first_name: 'Bruno', user_id: 5_000_000_403 } };
}

/** Text with its command marked, as Telegram does. */
function words(text: string): Content {
	const command = /^\/\w+(@\w+)?/.exec(text)?.[0];
	return { text, ...(command && { entities: [{ type: 'bot_command', offset: 0, length: command.length }] }) };
}

const others: Readonly<Record<string, (state: TelegramState, chat: Chat, wish: Wish) => Content>> = {
	sticker: (state) => {
		const { file_id, file_unique_id } = state.files.add('document', { name: 'sticker.webp', mime: 'image/webp', head: Buffer.from('Sandbox sticker'), size: 15 }, {});
		return { sticker: { file_id, file_unique_id, type: 'regular', width: 512, height: 512, is_animated: false, is_video: false, emoji: '🌷' } };
	},
	location: () => ({ location: { latitude: 47.218371, longitude: -1.553621 } }),
	venue: () => {
		const location = { latitude: 47.218371, longitude: -1.553621 };
		return { location, venue: { location, title: 'Atelier Camélia', address: '1 rue des Fleurs' } };
	},
	contact: (_, chat, wish) => contact(chat, wish),
	dice: () => ({ dice: { emoji: '🎲', value: 4 } }),
	payment: (_, __, wish) => ({
		successful_payment: {
			...{ currency: wish.currency === 'XTR' ? 'XTR' : 'EUR', total_amount: numberIn(wish, 'amount', 2490), invoice_payload: textIn(wish, 'payload', 'order-1') },
			...{ telegram_payment_charge_id: 'SANDBOX-charge', provider_payment_charge_id: 'SANDBOX-provider-charge' },
		},
	}),
	joined: (_, chat, wish) => ({ new_chat_members: [personIn(chat, wish)] }),
	left: (_, chat, wish) => ({ left_chat_member: personIn(chat, wish) }),
	migrated: () => ({ migrate_to_chat_id: -1_001_700_000_010 }),
	app: (_, __, wish) => ({ web_app_data: { data: textIn(wish, 'data', '{"size":"M"}'), button_text: 'Choisir' } }),
};

/** What a message holds: `text`, or `content` with the kind of something else. */
export function messageContent(state: TelegramState, chat: Chat, wish: Wish): Content {
	const kind = textIn(wish, 'content', '');
	const replied = wish.reply_to === undefined ? undefined : chat.messages.get(Number(wish.reply_to))?.message;
	const more: Content = {
		...(replied && { reply_to_message: { ...replied, reply_to_message: undefined } }),
		...(typeof wish.album === 'string' && { media_group_id: wish.album }),
		...(wish.thread !== undefined && { message_thread_id: Number(wish.thread), is_topic_message: true }),
	};
	if (isFile(kind)) return { ...file(state, kind, wish), ...more };
	return { ...(others[kind]?.(state, chat, wish) ?? words(textIn(wish, 'text', 'Bonjour'))), ...more };
}

export const contentKinds: readonly string[] = [...Object.keys(files), ...Object.keys(others)];
