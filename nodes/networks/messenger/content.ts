import type { IDataObject } from 'n8n-workflow';
import { refused } from '../../core/errors';
import { messenger } from '../../platforms/messenger';
import type { Channel } from '../../platforms/messenger';
import { webAddress } from '../facebook/media';
import type { Ready } from './send';

const { quickReplies, buttons } = messenger.limits;

/** Each channel counts in its own way: Instagram bytes, of which an accented letter has two and an emoji four. */
function checkText(channel: Channel, text: string): void {
	const { name, text: limit } = messenger.channels[channel];
	const length = limit.of(text);
	if (length > limit.most) throw refused('Text', `has ${length} ${limit.unit}; ${name} takes ${limit.most}.`, `Shorten it by ${length - limit.most} ${limit.unit}, or send it in parts.`);
}

function checkLength(field: string, what: string, text: string, most: number): string {
	if (text.length > most) throw refused(field, `${what} has ${text.length} characters; Meta takes ${most}.`, `Shorten it by ${text.length - most} characters.`);
	return text;
}

function checkCount(field: string, { length }: readonly unknown[], most: number): void {
	if (length === 0) throw refused(field, 'there is none.', 'Add one, or send a plain text.');
	if (length > most) throw refused(field, `there are ${length}; Meta takes ${most}.`, `Remove ${length - most}, or send two messages.`);
}

export function textMessage(channel: Channel, text: string): Ready {
	checkText(channel, text);
	return { message: { text }, known: { text } };
}

interface QuickReply {
	title?: string;
	payload?: string;
	imageUrl?: string;
}

/** https://developers.facebook.com/docs/messenger-platform/send-messages/quick-replies */
export function quickRepliesMessage(channel: Channel, text: string, replies: readonly QuickReply[]): Ready {
	checkText(channel, text);
	checkCount('Quick Replies', replies, quickReplies.most);
	const quick_replies = replies.map(({ title = '', payload = '', imageUrl = '' }, index) => {
		const what = `quick reply ${index + 1}, “${title}”,`;
		if (title.trim() === '') throw refused('Quick Replies', `number ${index + 1} has no title.`, 'Fill in its “Title”.');
		if (imageUrl && channel === 'instagram') throw refused('Quick Replies', `${what} has an image; Instagram shows none.`, 'Leave “Image URL” empty.');
		return {
			content_type: 'text',
			title: checkLength('Quick Replies', what, title, quickReplies.title),
			payload: checkLength('Quick Replies', `the payload of ${what.slice(0, -1)}`, payload || title, quickReplies.payload),
			...(imageUrl && { image_url: webAddress('Image URL', imageUrl) }),
		};
	});
	return { message: { text, quick_replies }, known: { text } };
}

interface Button {
	title?: string;
	action?: string;
	url?: string;
	payload?: string;
}

function buttonOf({ title = '', action = 'postback', url = '', payload = '' }: Button, index: number): IDataObject {
	if (title.trim() === '') throw refused('Buttons', `number ${index + 1} has no title.`, 'Fill in its “Title”.');
	checkLength('Buttons', `button ${index + 1}, “${title}”,`, title, buttons.title);
	if (action === 'web_url') return { type: 'web_url', title, url: webAddress('Button URL', url) };
	return { type: 'postback', title, payload: checkLength('Buttons', `the payload of button ${index + 1}`, payload || title, buttons.payload) };
}

/** https://developers.facebook.com/docs/messenger-platform/send-messages/template/button */
export function buttonsMessage(channel: Channel, text: string, given: readonly Button[]): Ready {
	checkText(channel, text);
	checkLength('Text', 'a text above buttons', text, buttons.text);
	checkCount('Buttons', given, buttons.most);
	const payload = { template_type: 'button', text, buttons: given.map(buttonOf) };
	return { message: { attachment: { type: 'template', payload } }, known: { text } };
}
