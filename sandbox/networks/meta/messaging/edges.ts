import type { EdgeRule } from '../edges';
import { words } from '../words';

/** Which permission is wanted depends on the channel, so the handlers ask: see access.ts. */
const rule = (params = ''): EdgeRule => ({ params: words(params), token: 'page' });

/** Further edges of a page. https://developers.facebook.com/docs/graph-api/reference/page */
export const messagingPageEdges = {
	'POST messages': rule(
		'folder message messaging_type notification_type payload persona_id recipient reply_to sender_action suggestion_action tag thread_control',
	),
	'POST message_attachments': rule('message platform filedata'),
	'GET conversations': rule('folder platform tags user_id'),
};

export const messagingEdges = {
	MessagingPerson: { GET: rule() },
	UnifiedThread: { GET: rule(), 'GET messages': rule('source') },
	UnifiedMessage: { GET: rule() },
};
