import type { IDataObject } from 'n8n-workflow';
import { refused } from '../core/errors';
import { sha256 } from '../networks/person/identifiers';

interface Facts {
	dataset: string;
	name: string;
	/** Undefined where the item does not say when it was. */
	at?: number;
	custom: IDataObject;
	user: IDataObject;
}

/** What may differ from one run to the next for the same person. */
const passing = ['client_ip_address', 'client_user_agent', 'fbc', 'fbp'];

/** The same event gets the same ID in every run: by its order, its lead, or its person and time. */
export function derivedId({ dataset, name, at, custom, user }: Facts): string {
	const lasting = Object.fromEntries(Object.entries(user).filter(([key]) => !passing.includes(key)));
	const mark = custom.order_id ? ['order', custom.order_id] : user.lead_id ? ['lead', user.lead_id] : at !== undefined && ['person', Object.keys(lasting).length > 0 ? lasting : user, at];
	if (mark) return sha256(JSON.stringify([dataset, name, ...mark])).slice(0, 32);
	const message = 'is empty, and without a time, an order ID or a lead ID a second run could not send the same one.';
	throw refused('Event ID', message, 'Give “Event ID”, “Event Time”, “Order ID” or “Lead ID”, so that Meta recognises a repeat.');
}
