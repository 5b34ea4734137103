import { Router } from 'express';
import { sendPost } from '../permalinks';
import type { Meta } from '../state';
import { accountOf } from './access';
import type { Channel, DirectMessage, Thread } from './model';
import { messagesIn, threadWith } from './threads';

const nameOf = (meta: Meta, { pageId, channel }: Thread): string => {
	const { name, username } = accountOf(meta.page(pageId), channel, meta);
	return name ?? `@${username}`;
};

/** `m.me/<page>` and `ig.me/m/<account>` lead to a chat; the sandbox adds whose. https://developers.facebook.com/docs/messenger-platform/discovery/m-me-links */
const urlOf = (meta: Meta, { pageId, channel, personId }: Thread): string => {
	const page = meta.page(pageId);
	return channel === 'messenger' ? meta.url('m.me', `/${page.username}/${personId}`) : meta.url('ig.me', `/m/${accountOf(page, channel, meta).username}/${personId}`);
};

const shownIn = ({ files }: DirectMessage) => files.map(({ kind, url }) => ({ kind, url }));

/** What the page wrote, on the timeline. */
export function showMessage(meta: Meta, thread: Thread, message: DirectMessage): void {
	const { text, links } = message;
	meta.world.timeline.add({
		...{ network: thread.channel, account: nameOf(meta, thread), kind: 'message', text, media: shownIn(message), url: urlOf(meta, thread) },
		...(links.length > 0 && { buttons: links }),
	});
}

/** A chat as both see it. */
function chats(meta: Meta, channel: Channel, path: string): Router {
	const router = Router();
	router.get(path, (request, response) => {
		const thread = threadWith(meta, String(request.params.person));
		if (thread?.channel !== channel) return sendPost(response, undefined);
		const messages = messagesIn(meta, thread.id).reverse();
		const by = ({ direction }: DirectMessage) => (direction === 'out' ? nameOf(meta, thread) : (meta.find('MessagingPerson', thread.personId)?.name ?? ''));
		return sendPost(response, {
			account: nameOf(meta, thread),
			text: '',
			shown: messages.flatMap(shownIn),
			at: thread.updatedAt,
			comments: messages.map((message) => ({ by: by(message), text: message.text })),
		});
	});
	return router;
}

export const messengerChats = (meta: Meta): Router => chats(meta, 'messenger', '/:page/:person');
export const instagramChats = (meta: Meta): Router => chats(meta, 'instagram', '/m/:account/:person');
