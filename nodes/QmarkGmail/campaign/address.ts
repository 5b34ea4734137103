import { refused } from '../../core/errors';
import { addressesOf } from '../../networks/gmail/mime/addresses';
import type { Address } from '../../networks/gmail/mime/addresses';

/** The one address of an item. `field` is its display name. */
export function oneAddress(text: string, field: string): Address {
	const [first, ...others] = addressesOf(text, field);
	if (first && others.length === 0) return first;
	throw refused(field, first ? `has ${others.length + 1} addresses; an item is about one person.` : 'is empty.', 'Give each person an item of their own.');
}
