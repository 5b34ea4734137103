/** A label as Gmail's API shows it. */
export interface Label {
	id: string;
	name: string;
	type: 'system' | 'user';
	messageListVisibility?: string;
	labelListVisibility?: string;
	color?: { textColor: string; backgroundColor: string };
}

const system = [
	...['CHAT', 'SENT', 'INBOX', 'IMPORTANT', 'TRASH', 'DRAFT', 'SPAM', 'STARRED', 'UNREAD'],
	...['CATEGORY_FORUMS', 'CATEGORY_UPDATES', 'CATEGORY_PERSONAL', 'CATEGORY_PROMOTIONS', 'CATEGORY_SOCIAL'],
];

/** Only Gmail itself puts these on a message or takes them off. https://developers.google.com/workspace/gmail/api/guides/labels */
const untouchable = ['SENT', 'DRAFT', 'CHAT'];

export const systemLabels = (): Map<string, Label> => new Map(system.map((id) => [id, { id, name: id, type: 'system' }]));

export const isSettable = (id: string): boolean => !untouchable.includes(id);
