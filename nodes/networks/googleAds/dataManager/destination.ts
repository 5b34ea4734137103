import { refused } from '../../../core/errors';
import { customerIdOf } from '../customer';

/** An ID of a conversion action or an audience; people also copy the resource name that ends with it. */
export function idOf(label: string, value: string): string {
	const id = /^(?:\w+\/\d+\/\w+\/)?(\d+)$/.exec(value.trim())?.[1];
	if (id) return id;
	throw refused(label, `“${value}” is not an ID.`, 'Choose one from the list, or enter its digits.');
}

/** Where data goes: the account that owns it, and the thing in it. The login account is the credential's, see dataManager.ts in platforms. */
export const destinationOf = (account: string, productDestinationId: string) => ({ operatingAccount: { accountType: 'GOOGLE_ADS', accountId: customerIdOf(account) }, productDestinationId });

/** Path of what an account has. */
export const inAccount = (account: string, path = ''): string => `/accountTypes/GOOGLE_ADS/accounts/${customerIdOf(account)}${path}`;
