import type { Api } from '../../core/api';
import { whatsApp } from '../../platforms/whatsApp';
import { lengthWithin, needed } from './lengths';
import { attach } from './media';
import type { FileKind, Source } from './media';
import type { Draft } from './send';
import { coordinates } from './templateMessage';

const { limits } = whatsApp;

/** https://developers.facebook.com/docs/whatsapp/cloud-api/messages/text-messages */
export function textDraft(written: string, previewUrl?: boolean): Draft {
	const text = needed('Text', written, limits.text);
	return { type: 'text', content: { body: text, ...(previewUrl !== undefined && { preview_url: previewUrl }) }, kind: 'text', text };
}

interface Chosen extends Source {
	phoneNumber: string;
	caption?: string;
	fileName?: string;
}

/** A file by URL, by ID or from the item, with a caption where the kind has one. */
export async function fileDraft(api: Api, kind: FileKind, { phoneNumber, caption, fileName, ...source }: Chosen): Promise<Draft> {
	const text = lengthWithin('Caption', caption, limits.caption);
	const name = lengthWithin('File Name', fileName, limits.filename);
	const { reference, media } = await attach(api, phoneNumber, kind, source);
	const filename = kind === 'document' ? (name ?? media.fileName) : undefined;
	const content = { ...reference, ...(text && { caption: text }), ...(filename && { filename }) };
	return { type: kind, content, kind, text, media: [{ ...media, ...(filename && { fileName: filename }), ...(text && { caption: text }) }] };
}

interface Place {
	latitude: number;
	longitude: number;
	placeName: string;
	placeAddress: string;
}

export function locationDraft({ latitude, longitude, placeName: name, placeAddress: address }: Place): Draft {
	const content = { ...coordinates(latitude, longitude), ...(name && { name }), ...(address && { address }) };
	return { type: 'location', content, kind: 'location', text: [name, address, `${latitude}, ${longitude}`].filter(Boolean).join('\n') };
}

/** An empty emoji takes the reaction away. */
export function reactionDraft(messageId: string, written: string): Draft {
	const [on, emoji] = [messageId.trim(), written.trim()];
	return { type: 'reaction', content: { message_id: on, emoji }, kind: 'reaction', text: emoji, on };
}
