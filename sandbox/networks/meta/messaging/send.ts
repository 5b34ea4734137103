import type { Call, Handler } from '../call';
import { GraphError, invalid } from '../errors';
import type { Page } from '../model';
import type { Meta } from '../state';
import { choiceOf, demand } from './access';
import { showMessage } from './chats';
import { tellSent } from './events';
import type { MessagingPerson } from './model';
import { checkPace } from './rates';
import { contentOf } from './shape';
import { messagesIn, openThread, personOf, threadWith, write } from './threads';

const hour = 3_600_000;
/** Hours since the person last did what opens the window. https://developers.facebook.com/docs/messenger-platform/policy/policy-overview */
const windows = { standard: 24 * hour, humanAgent: 7 * 24 * hour, privateReply: 7 * 24 * hour };

function outside({ channel }: MessagingPerson): GraphError {
	const sentence = '(#10) This message is sent outside of allowed window. Learn more about the new policy here: https://developers.facebook.com/docs/messenger-platform/policy-overview';
	return new GraphError(10, sentence, { subcode: channel === 'messenger' ? 2018278 : 2534022 });
}

/** Refuses what comes after the window has closed, or to a person who never wrote. */
function checkWindow({ params }: Call, meta: Meta, person: MessagingPerson): void {
	const type = choiceOf(params, 'messaging_type', ['response', 'update', 'message_tag', 'utility']);
	const tag = choiceOf(params, 'tag', ['human_agent']);
	if ((type === 'message_tag') !== (tag !== undefined)) throw invalid('Param tag goes with the messaging type MESSAGE_TAG, and it with a tag');
	const openedAt = threadWith(meta, person.id)?.openedAt ?? -Infinity;
	if (meta.now > openedAt + (tag ? windows.humanAgent : windows.standard)) throw outside(person);
}

/** The person who commented; one answer for each comment, in its time. https://developers.facebook.com/docs/messenger-platform/discovery/private-replies */
function commenter(page: Page, commentId: string, meta: Meta): MessagingPerson {
	const comment = meta.find('Comment', commentId) ?? meta.find('IGComment', commentId);
	const ownPage = comment?.type === 'IGComment' ? page.instagramId === comment.igId : comment?.pageId === page.id;
	if (!comment || !ownPage) throw invalid('Invalid comment_id', { subcode: 2018292 });
	if (meta.all('UnifiedMessage').some((message) => message.commentId === commentId)) {
		if (comment.type === 'IGComment') throw invalid('The comment is invalid for a private reply.', { subcode: 2534025 });
		throw new GraphError(10900, '(#10900) Activity already replied to');
	}
	const own = comment.from.id === page.id || comment.from.id === page.instagramId;
	if (own || meta.now > comment.createdAt + windows.privateReply) throw new GraphError(10903, '(#10903) This user cant reply to this activity');
	if (comment.type === 'Comment') return personOf(meta, page, 'messenger', comment.from);
	return personOf(meta, page, 'instagram', { id: comment.from.id, name: comment.from.username, username: comment.from.username });
}

function recipientOf(page: Page, { params }: Call, meta: Meta): { person: MessagingPerson; commentId?: string } {
	const recipient = params.record('recipient');
	if (!recipient) throw invalid('The parameter recipient is required');
	const [name, ...others] = Object.keys(recipient);
	if (others.length > 0 || (name !== 'id' && name !== 'comment_id')) throw invalid('Param recipient must have exactly one of id and comment_id');
	if (name === 'comment_id') return { person: commenter(page, String(recipient.comment_id), meta), commentId: String(recipient.comment_id) };
	const person = meta.find('MessagingPerson', String(recipient.id));
	if (person?.pageId !== page.id) throw invalid('No matching user found', { subcode: 2018001 });
	return { person };
}

/** https://developers.facebook.com/docs/messenger-platform/send-messages/sender-actions */
function act(person: MessagingPerson, { params }: Call, meta: Meta): Record<string, unknown> {
	const action = choiceOf(params, 'sender_action', ['typing_on', 'typing_off', 'mark_seen', 'react', 'unreact']);
	const thread = threadWith(meta, person.id);
	if (!thread) throw outside(person);
	if (action === 'mark_seen') thread.unread = 0;
	if (action === 'react' || action === 'unreact') {
		const { message_id: id, reaction } = params.record('payload') ?? {};
		const message = messagesIn(meta, thread.id).find((one) => one.id === id);
		if (!message) throw invalid('Invalid message_id');
		if (action === 'react' && (typeof reaction !== 'string' || reaction === '')) throw invalid('Param payload[reaction] is required');
		message.reactions.page = action === 'react' ? String(reaction) : undefined;
	}
	return { recipient_id: person.id };
}

/** https://developers.facebook.com/docs/messenger-platform/reference/send-api */
export const sendMessage: Handler<Page> = async (page, call, meta) => {
	const { params, token } = call;
	const { person, commentId } = recipientOf(page, call, meta);
	const { channel, id: recipient_id } = person;
	demand(token, channel);
	const message = params.record('message');
	if ((message === undefined) === !params.has('sender_action')) throw invalid('Cannot send both message and state at the same time.', { subcode: 2018034 });
	if (!message) return act(person, call, meta);
	const content = await contentOf(message, page, channel, meta);
	checkPace(meta, page, channel, { isClip: content.files.some(({ kind }) => kind === 'audio' || kind === 'video'), isPrivate: commentId !== undefined });
	if (commentId === undefined) checkWindow(call, meta, person);
	const { mid: replyTo } = params.record('reply_to') ?? {};
	const thread = openThread(meta, person);
	if (replyTo !== undefined && !messagesIn(meta, thread.id).some(({ id }) => id === replyTo)) throw invalid('Param reply_to[mid] is no message of this conversation');
	const sent = write(meta, thread, { direction: 'out', ...content, commentId, replyTo: replyTo === undefined ? undefined : String(replyTo) });
	showMessage(meta, thread, sent);
	tellSent(meta, thread, sent);
	return { recipient_id, message_id: sent.id };
};
