import type { Router } from 'express';
import { route } from '../route';
import type { Google } from '../state';
import { enter, invalid, missing } from './call';
import type { Change, ChangeType } from './mailbox';
import { base } from './messages';
import { pageOf } from './pages';

const places = { messageAdded: 'messagesAdded', messageDeleted: 'messagesDeleted', labelAdded: 'labelsAdded', labelRemoved: 'labelsRemoved' } as const satisfies Record<ChangeType, string>;
const isType = (name: string): name is ChangeType => name in places;

const shown = ({ id, type, message, labelIds }: Change) => ({
	id: String(id),
	messages: [{ id: message.id, threadId: message.threadId }],
	[places[type]]: [{ message, ...(labelIds && { labelIds }) }],
});

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.history/list */
export function historyRoutes(router: Router, google: Google): void {
	router.get(
		`${base}/history`,
		route<{ userId: string }>((req) => {
			const { mailbox, query } = enter(req, google, 'history.list', ['startHistoryId', 'historyTypes', 'labelId', 'maxResults', 'pageToken']);
			const start = query.text('startHistoryId') ?? '';
			if (!/^\d+$/.test(start)) throw invalid(start === '' ? 'Missing startHistoryId' : 'Invalid startHistoryId');
			if (Number(start) < mailbox.floor || Number(start) > mailbox.historyId) throw missing();
			const types = query.list('historyTypes');
			const unknown = types.find((name) => !isType(name));
			if (unknown !== undefined) throw invalid(`Invalid value at 'history_types' (TYPE_ENUM), "${unknown}"`);
			const labelId = query.text('labelId');
			const matches = ({ id, type, message, labelIds = [] }: Change) =>
				id > Number(start) && (types.length === 0 || types.includes(type)) && (labelId === undefined || [...message.labelIds, ...labelIds].includes(labelId));
			const { page, nextPageToken } = pageOf(mailbox.changes.filter(matches), ({ id }) => String(id), { token: query.text('pageToken'), most: query.count('maxResults', 500) });
			return {
				...(page.length > 0 && { history: page.map(shown) }),
				...(nextPageToken !== undefined && { nextPageToken }),
				historyId: String(mailbox.historyId),
			};
		}),
	);
}
