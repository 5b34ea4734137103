import { invalid } from '../errors';
import type { Page } from '../model';
import type { Meta } from '../state';
import { filed, kindOf } from './files';
import type { Channel, DirectMessage, MessageFile } from './model';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Longest texts: characters, and on Instagram bytes. */
const longest = { messenger: 2000, instagram: 1000 };
const [quickReplies, buttons, images] = [13, 3, 10];

type Content = Pick<DirectMessage, 'text' | 'files' | 'links'>;

function only(value: Record<string, unknown>, names: readonly string[], where: string): void {
	const unknown = Object.keys(value).find((name) => !names.includes(name));
	if (unknown !== undefined) throw invalid(`Unknown key "${unknown}" in ${where}`);
}

function textIn(value: unknown, where: string, most: number): string {
	if (typeof value !== 'string' || value === '') throw invalid(`${where} must be a non-empty UTF-8 encoded string`);
	if (value.length > most) throw invalid(`Length of param ${where} must be less than or equal to ${most}`);
	return value;
}

function checkText(value: unknown, channel: Channel): string {
	const text = textIn(value, 'message[text]', longest.messenger);
	if (channel === 'instagram' && Buffer.byteLength(text) > longest.instagram) throw invalid(`Length of param message[text] must be less than or equal to ${longest.instagram} bytes`);
	return text;
}

/** Titles beyond 20 characters are cut where they are shown, and not refused. */
function checkQuickReplies(value: unknown, channel: Channel): void {
	if (value === undefined) return;
	if (!Array.isArray(value) || value.length === 0 || value.length > quickReplies) throw invalid(`Param message[quick_replies] must have 1 to ${quickReplies} items`);
	for (const reply of value) {
		if (!isRecord(reply)) throw invalid('Param message[quick_replies] must be an array of objects');
		only(reply, ['content_type', 'title', 'payload', ...(channel === 'messenger' ? ['image_url'] : [])], 'message[quick_replies]');
		if (reply.content_type !== 'text') throw invalid('Param message[quick_replies][content_type] must be TEXT');
		textIn(reply.title, 'message[quick_replies][title]', Infinity);
		textIn(reply.payload, 'message[quick_replies][payload]', 1000);
	}
}

/** Of the templates the sandbox has the one with buttons. */
function template(payload: Record<string, unknown>): Content {
	only(payload, ['template_type', 'text', 'buttons'], 'message[attachment][payload]');
	if (payload.template_type !== 'button') throw invalid('Param message[attachment][payload][template_type] must be BUTTON');
	const text = textIn(payload.text, 'message[attachment][payload][text]', 640);
	const given: unknown[] = Array.isArray(payload.buttons) ? payload.buttons : [];
	if (given.length === 0 || given.length > buttons) throw invalid(`Param message[attachment][payload][buttons] must have 1 to ${buttons} items`);
	const links = given.flatMap((button) => {
		if (!isRecord(button)) throw invalid('Param buttons must be an array of objects');
		const title = textIn(button.title, 'buttons[title]', 20);
		if (button.type === 'postback') {
			only(button, ['type', 'title', 'payload'], 'buttons');
			textIn(button.payload, 'buttons[payload]', 1000);
			return [];
		}
		if (button.type !== 'web_url') throw invalid(`Button type must be WEB_URL or POSTBACK - got "${String(button.type)}"`);
		only(button, ['type', 'title', 'url'], 'buttons');
		if (!URL.canParse(String(button.url))) throw invalid('buttons[url] should represent a valid URL');
		return [{ text: title, url: String(button.url) }];
	});
	return { text, files: [], links };
}

/** Reads the `message` of a call, or refuses it. https://developers.facebook.com/docs/messenger-platform/reference/send-api */
export async function contentOf(message: Record<string, unknown>, page: Page, channel: Channel, meta: Meta): Promise<Content> {
	only(message, ['text', 'attachment', 'attachments', 'quick_replies', 'metadata'], 'message');
	const { text, attachment, attachments, quick_replies: replies } = message;
	if ([text, attachment, attachments].filter((one) => one !== undefined).length !== 1) throw invalid('Must send exactly one of text, attachment and attachments');
	checkQuickReplies(replies, channel);
	if (text !== undefined) return { text: checkText(text, channel), files: [], links: [] };
	const given: unknown[] = Array.isArray(attachments) ? attachments : [attachment];
	if (given.length > images) throw invalid(`Param message[attachments] must have at most ${images} items`);
	const files: MessageFile[] = [];
	for (const one of given) {
		if (!isRecord(one) || !isRecord(one.payload)) throw invalid('Param message[attachment] must be an object with type and payload');
		only(one, ['type', 'payload'], 'message[attachment]');
		if (one.type === 'template' && attachment !== undefined) return template(one.payload);
		const kind = kindOf(one.type);
		if (attachments !== undefined && (kind !== 'image' || channel !== 'instagram')) throw invalid('Param message[attachments] takes images for Instagram only');
		files.push(await filed(one.payload, kind, page, channel, meta));
	}
	return { text: '', files, links: [] };
}
