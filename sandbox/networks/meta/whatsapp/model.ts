import type { StoredMedia } from '../../world';

/** A file that was uploaded to be sent (kept 30 days) or came with a message (kept 7). */
export interface WhatsAppMedia {
	type: 'WhatsAppMedia';
	id: string;
	/** Phone number that it belongs to. */
	numberId: string;
	file: StoredMedia;
	received: boolean;
	createdAt: number;
}

export const templateStates = [
	...['APPROVED', 'PENDING', 'REJECTED', 'PAUSED', 'DISABLED', 'ARCHIVED'],
	...['IN_APPEAL', 'LIMIT_EXCEEDED', 'PENDING_DELETION', 'DELETED'],
];

/** https://developers.facebook.com/docs/graph-api/reference/whats-app-business-hsm */
export interface WhatsAppTemplate {
	type: 'WhatsAppMessageTemplate';
	id: string;
	/** WhatsApp Business account that it belongs to. */
	businessId: string;
	name: string;
	language: string;
	category: string;
	/** One of `templateStates`. */
	status: string;
	format: 'POSITIONAL' | 'NAMED';
	components: Record<string, unknown>[];
}

/** Somebody who has WhatsApp. */
export interface Person {
	/** Business-scoped user ID. */
	userId: string;
	/** Digits with the country code; absent where only the user ID is known. */
	phone?: string;
	name: string;
	username?: string;
}

/** https://developers.facebook.com/docs/graph-api/reference/whats-app-business-profile */
export type Profile = Record<string, unknown>;
