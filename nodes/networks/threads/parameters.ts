import type { IDataObject } from 'n8n-workflow';
import { refused } from '../../core/errors';
import { linksIn } from '../../model/text';
import { threads } from '../../platforms/threads';

const { limits } = threads;

const isWebAddress = (address: string) => /^https?:\/\//i.test(address) && URL.canParse(address);

/** The text where there is any, with no more links than Threads takes. Its length is checked by the operation's `limits`. */
export function texted(text: string, { linkAttachment = '' }: { linkAttachment?: string } = {}): IDataObject {
	const links = new Set([...linksIn(text), ...(linkAttachment ? [linkAttachment.trim()] : [])]).size;
	if (links > limits.links) throw refused('Text', `has ${links} different links; Threads allows ${limits.links}.`, `Take ${links - limits.links} out.`);
	return { text: text || undefined };
}

/** The alternative text where there is any; `field` is its display name. */
export function altTextIn(field: string, text = ''): string | undefined {
	const length = [...text].length;
	if (length > limits.altText) throw refused(field, `has ${length} characters; Threads allows ${limits.altText}.`, `Shorten it by ${length - limits.altText} characters.`);
	return text || undefined;
}

/** https://developers.facebook.com/docs/threads/posts#topic-tags--links--and-gifs: people write the mark before it, Threads does not. */
function topicIn(tag = ''): string | undefined {
	const topic = tag.trim().replace(/^#+/, '');
	if (tag.trim() !== '' && topic === '') throw refused('Topic Tag', 'is a mark without a word.', 'Write the topic, such as “Flowers”.');
	if (/[.&]/.test(topic)) throw refused('Topic Tag', `“${topic}” holds a “.” or “&”, which Threads does not take.`, 'Write it without them.');
	const length = [...topic].length;
	if (length > limits.topicTag) throw refused('Topic Tag', `has ${length} characters; Threads allows ${limits.topicTag}.`, `Shorten it by ${length - limits.topicTag} characters.`);
	return topic || undefined;
}

function linkIn(address = ''): string | undefined {
	const link = address.trim();
	if (link !== '' && !isWebAddress(link)) throw refused('Link Attachment', `“${link.slice(0, 80)}” is no web address.`, 'Give an address that starts with https://.');
	return link || undefined;
}

function postIdIn(field: string, text = ''): string | undefined {
	const id = text.trim();
	if (id !== '' && !/^\d+$/.test(id)) throw refused(field, `“${id.slice(0, 80)}” is no ID of a post.`, 'Give the number that publishing and Get Many answer as “id”, not the address of the post.');
	return id || undefined;
}

export interface Poll {
	poll?: { optionA?: string; optionB?: string; optionC?: string; optionD?: string };
}

/** https://developers.facebook.com/docs/threads/create-posts/polls: two to four options, in a row. */
function pollIn({ poll }: Poll = {}): IDataObject | undefined {
	if (!poll) return undefined;
	const given = [poll.optionA, poll.optionB, poll.optionC, poll.optionD].map((option = '') => option.trim()).filter(Boolean);
	const { options, option: most } = limits.poll;
	if (given.length < options.least) throw refused('Poll', `has ${given.length} ${given.length === 1 ? 'option' : 'options'}; Threads takes ${options.least} to ${options.most}.`, 'Add options or remove the poll.');
	const long = given.find((option) => [...option].length > most);
	if (long) throw refused('Poll', `“${long}” has ${[...long].length} characters; Threads allows ${most} for an option.`, 'Shorten the option.');
	return Object.fromEntries(given.map((option, index) => [`option_${'abcd'.charAt(index)}`, option]));
}

/** “Additional Fields”, of which every operation offers some. */
export interface Extras {
	altText?: string;
	linkAttachment?: string;
	poll?: Poll;
	quotePostId?: string;
	replyControl?: string;
	replyToId?: string;
	spoiler?: boolean;
	topicTag?: string;
	waitAtMost?: number;
}

/** The additional fields under Threads’ names. */
export const extras = ({ altText, linkAttachment, poll, quotePostId, replyControl, replyToId, spoiler, topicTag }: Extras): IDataObject => ({
	alt_text: altTextIn('Alt Text', altText),
	link_attachment: linkIn(linkAttachment),
	poll_attachment: pollIn(poll),
	quote_post_id: postIdIn('Quote Post ID', quotePostId),
	reply_control: replyControl,
	reply_to_id: postIdIn('Reply to ID', replyToId),
	is_spoiler_media: spoiler || undefined,
	topic_tag: topicIn(topicTag),
});

/** What is not for the container but for the way it is published. */
export const handling = ({ waitAtMost }: Extras) => ({ ...(waitAtMost !== undefined && { waitAtMost: waitAtMost * 1000 }) });
