import { forbidden, GraphError, invalid } from '../errors';
import type { Page } from '../model';
import type { Params } from '../params';
import type { Meta } from '../state';
import type { Token } from '../tokens';
import type { Channel } from './model';

/** https://developers.facebook.com/docs/permissions */
export function demand({ grant }: Token, channel: Channel): void {
	if (channel === 'messenger' && !grant.scopes.includes('pages_messaging'))
		throw forbidden('Permissions error: this call requires the permission pages_messaging.');
	if (channel === 'instagram' && !grant.scopes.includes('instagram_manage_messages'))
		throw new GraphError(10, '(#10) Application does not have permission for this action; it requires instagram_manage_messages.', { status: 403 });
}

/** One of Meta's words, in capitals or not: its reference and its SDK write them differently. */
export function choiceOf<const T extends string>(params: Params, name: string, allowed: readonly T[]): T | undefined {
	const value = params.text(name)?.toLowerCase();
	if (value === undefined) return undefined;
	const found = allowed.find((one) => one === value);
	if (!found) throw invalid(`Param ${name} must be one of {${allowed.join(', ').toUpperCase()}} - got "${value}"`);
	return found;
}

/** `messenger` where none is named. */
export const channelOf = (params: Params): Channel => choiceOf(params, 'platform', ['messenger', 'instagram']) ?? 'messenger';

/** The business's side of a conversation, as it shows there. */
export function accountOf(page: Page, channel: Channel, meta: Meta): { id: string; name?: string; username?: string } {
	if (channel === 'messenger') return { name: page.name, id: page.id };
	const account = meta.find('IGUser', page.instagramId);
	if (!account) throw invalid('The page is not linked to an Instagram professional account.');
	return { username: account.username, id: account.id };
}
