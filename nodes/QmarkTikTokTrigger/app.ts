import { NodeOperationError } from 'n8n-workflow';
import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { tiktok } from '../platforms/tiktok';
import { isEventKind } from '../platforms/tiktokEvents';
import type { EventKind } from '../platforms/tiktokEvents';

type Context = IHookFunctions | IWebhookFunctions;

/** The app that events come from. */
export interface App {
	/** Signs them. */
	secret: string;
	/** `open_id` of the account that is connected; empty where none is. */
	account: string;
}

/** What the credential says of it. Throws where no delivery could be trusted. */
export async function appOf(context: Context): Promise<App> {
	const { clientSecret: secret, oauthTokenData } = await context.getCredentials(tiktok.credential);
	if (typeof secret !== 'string' || secret === '') {
		const description = 'Open the credential and fill in the client secret from your app on developers.tiktok.com.';
		throw new NodeOperationError(context.getNode(), 'The credential holds no client secret, so that no event can be proven to come from TikTok.', { description });
	}
	const account = typeof oauthTokenData === 'object' && oauthTokenData !== null && 'open_id' in oauthTokenData ? oauthTokenData.open_id : '';
	return { secret, account: typeof account === 'string' ? account : '' };
}

/** `open_id` of the only account whose events start the workflow; undefined where every account’s do. Throws where nobody knows whose are meant. */
export function wantedAccount(context: Context, { account }: App): string | undefined {
	if (context.getNodeParameter('accounts', 'connected') === 'all') return undefined;
	if (account !== '') return account;
	const description = 'Open the credential and click Connect, or set Accounts to “All Accounts of the App”.';
	throw new NodeOperationError(context.getNode(), 'The TikTok credential is not connected, so that nobody knows whose events are meant.', { description });
}

/** What the node was set to start with. */
export function chosenEvents(context: Context): EventKind[] {
	const chosen = context.getNodeParameter('events', []);
	return Array.isArray(chosen) ? chosen.filter(isEventKind) : [];
}

/** One of the “Event Options”; undefined where it was not added. */
export function optionOf(context: Context, name: string): unknown {
	const given = context.getNodeParameter('eventOptions', {});
	const options: Record<string, unknown> = typeof given === 'object' && given !== null ? { ...given } : {};
	return options[name];
}
