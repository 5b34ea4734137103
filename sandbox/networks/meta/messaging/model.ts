export type Channel = 'messenger' | 'instagram';

/** A person as one page knows them on one channel: their ID is of that page and channel alone. */
export interface MessagingPerson {
	type: 'MessagingPerson';
	id: string;
	pageId: string;
	channel: Channel;
	name: string;
	/** On Instagram. */
	username?: string;
}

/** https://developers.facebook.com/docs/graph-api/reference/conversation */
export interface Thread {
	type: 'UnifiedThread';
	id: string;
	pageId: string;
	channel: Channel;
	personId: string;
	updatedAt: number;
	/** When the person last did what opens the window; undefined where there was but a private reply. */
	openedAt?: number;
	unread: number;
}

export type FileKind = 'image' | 'video' | 'audio' | 'file';

export interface MessageFile {
	id: string;
	kind: FileKind;
	url: string;
	mime: string;
	name: string;
	size: number;
}

/** https://developers.facebook.com/docs/graph-api/reference/message */
export interface DirectMessage {
	type: 'UnifiedMessage';
	id: string;
	pageId: string;
	channel: Channel;
	threadId: string;
	direction: 'in' | 'out';
	text: string;
	files: MessageFile[];
	/** Buttons that lead somewhere. */
	links: { text: string; url: string }[];
	replyTo?: string;
	/** The comment that this answers privately. */
	commentId?: string;
	/** The page's own, and that of the person. */
	reactions: Partial<Record<'page' | 'person', string>>;
	createdAt: number;
}

/** A file that Meta keeps, to be sent by its ID. */
export interface MessageAttachment extends Omit<MessageFile, 'id'> {
	type: 'MessageAttachment';
	id: string;
	pageId: string;
	channel: Channel;
}

export type MessagingNode = MessagingPerson | Thread | DirectMessage | MessageAttachment;
