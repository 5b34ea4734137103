import type { Api } from '../../core/api';
import { PlatformError } from '../../core/errors';
import { tiktok } from '../../platforms/tiktok';

export interface User {
	open_id: string;
	display_name?: string;
}

/** Who is connected. https://developers.tiktok.com/doc/tiktok-api-v2-get-user-info */
export async function userOf(api: Api): Promise<User> {
	const { user } = await api.send<{ user: User }>(tiktok.identity.request);
	return user;
}

/** A connection is that of a single account, which is named by its `open_id` or as @username. */
export function checkAccount(account: string, { open_id: id, display_name: name = id }: User, username?: string): void {
	if (account === id || (username !== undefined && account === `@${username}`)) return;
	const message = `The connection is that of ${username ? `@${username}` : name} (${id}), not of ${account}.`;
	throw new PlatformError({ verdict: 'stop', code: 'account', message, hint: `Choose the credential of ${account}, or name the account that is connected.` });
}
