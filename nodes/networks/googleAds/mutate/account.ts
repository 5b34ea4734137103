import type { Api } from '../../../core/api';
import { refused } from '../../../core/errors';
import { accountOf as anyAccount } from '../account';
import type { Account } from '../account';

export type { Account } from '../account';

/** The account, if there can be something in it to change. */
export async function accountOf(api: Api, customer: string): Promise<Account> {
	const account = await anyAccount(api, customer);
	if (!account.manager) return account;
	throw refused('Account', `“${account.name || account.id}” is a manager account, which has no campaigns of its own.`, 'Choose one of the accounts below it.');
}
