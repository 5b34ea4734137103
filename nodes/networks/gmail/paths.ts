import { refused } from '../../core/errors';

type Kind = 'drafts' | 'history' | 'labels' | 'messages' | 'profile' | 'settings' | 'threads';

/** Where something of the connected mailbox is: `/users/me/messages/19a…`. */
export const at = (kind: Kind, ...rest: readonly string[]): string => ['/users/me', kind, ...rest.map(encodeURIComponent)].join('/');

const names = { drafts: 'Draft ID', labels: 'Label', messages: 'Message ID', threads: 'Thread ID' } as const;

/** Gmail’s own ID of something; people mistake the Message-ID header for it. */
export function idOf(text: string, field: string): string {
	const id = String(text).trim();
	if (/^[\w-]+$/.test(id)) return id;
	const hint = id.includes('@') ? 'This is a Message-ID header: with rfc822msgid: in the search of “Get Many” you find Gmail’s ID.' : 'Use an ID that an operation of this node gave.';
	throw refused(field, `“${id}” is not an ID of Gmail’s.`, hint);
}

/** The same, with the ID that the panel’s field names checked. */
export const one = (kind: keyof typeof names, id: string, ...rest: readonly string[]): string => at(kind, idOf(id, names[kind]), ...rest);
