import type { EventName } from './filter';

/** One thing to start on. */
export interface Happening {
	event: EventName;
	/** Of the message. */
	id: string;
	/** The same whenever it is told again. */
	key: string;
	/** Labels that were put on. */
	added?: string[];
	/** Its labels were looked at when it came; without this they are when it is read. */
	isChecked?: true;
}

/** A message is new once. */
export const newMessage = (id: string, isChecked?: true): Happening => ({ event: 'newMessage', id, key: id, isChecked });
