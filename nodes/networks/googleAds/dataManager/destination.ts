import { refused } from '../../../core/errors';
import { customerIdOf } from '../customer';

const labels = { conversionActions: 'Conversion Action', userLists: 'Audience' } as const;

/** The ID of something in the account; people also copy the resource name that ends with it. */
export function idOf(collection: keyof typeof labels, value: string, account: string): string {
	const [label, customer] = [labels[collection], customerIdOf(account)];
	const [, owner = customer, found = collection, id] = /^(?:(?:customers|accountTypes\/GOOGLE_ADS\/accounts)\/(\d+)\/(\w+)\/)?(\d+)$/.exec(value.trim()) ?? [];
	if (id === undefined || found !== collection) throw refused(label, `“${value}” is not an ID.`, 'Choose one from the list, or enter its digits.');
	if (owner === customer) return id;
	throw refused(label, `“${value}” is in account ${owner}, not in ${customer}.`, 'Choose the account that it is in.');
}

/** Where data goes: the account that owns it, and the thing in it. The login account is the credential's, see dataManager.ts in platforms. */
export const destinationOf = (account: string, productDestinationId: string) => ({ operatingAccount: { accountType: 'GOOGLE_ADS', accountId: customerIdOf(account) }, productDestinationId });

/** Path of what an account has. */
export const inAccount = (account: string, path = ''): string => `/accountTypes/GOOGLE_ADS/accounts/${customerIdOf(account)}${path}`;
