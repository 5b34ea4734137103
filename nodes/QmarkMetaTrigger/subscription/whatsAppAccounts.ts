import { NodeOperationError } from 'n8n-workflow';
import type { IHookFunctions } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { textsIn } from '../events/event';
import { personApi } from './access';

/** Accounts that this node has subscribed the app to, as its static data keeps them: others are not its to close. */
const opened = (context: IHookFunctions): string[] => textsIn(context.getWorkflowStaticData('node').accounts);

const note = (context: IHookFunctions, accounts: readonly string[]): void => void (context.getWorkflowStaticData('node').accounts = [...new Set(accounts)]);

/** The account that the node names, or every one that the connection reaches: Meta sends what happens in an account to the apps subscribed to it. */
async function accountsOf(context: IHookFunctions, api: Api): Promise<string[]> {
	const chosen = String(context.getNodeParameter('whatsAppAccount', '')).trim();
	if (chosen) return [chosen];
	const found: string[] = [];
	// https://developers.facebook.com/docs/graph-api/reference/user/assigned_whatsapp_business_accounts
	for await (const { id } of api.pages<{ id: string }>({ url: '/me/assigned_whatsapp_business_accounts', qs: { fields: 'id', limit: 100 } })) found.push(id);
	if (found.length > 0) return found;
	throw new NodeOperationError(context.getNode(), 'Meta names no WhatsApp Business account for this connection, and sends only what happens in accounts that the app is subscribed to.', {
		description: 'Fill in “WhatsApp Business Account ID”: it stands in WhatsApp Manager in the address of the page.',
	});
}

interface SubscribedApp {
	whatsapp_business_api_data?: { id: string };
}

/** https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/subscribed_apps */
async function sees(api: Api, account: string, app: string): Promise<boolean> {
	const { data } = await api.send<{ data: SubscribedApp[] }>({ url: `/${account}/subscribed_apps` });
	return data.some(({ whatsapp_business_api_data: one }) => one?.id === app);
}

export async function seesAccounts(context: IHookFunctions, app: string): Promise<boolean> {
	const api = await personApi(context);
	for (const account of await accountsOf(context, api)) if (!(await sees(api, account, app))) return false;
	return true;
}

/** Subscribes the app to the accounts that it does not hear of yet. Their callback URL is that of the app until it gets one of its own. */
export async function openAccounts(context: IHookFunctions, app: string): Promise<void> {
	const api = await personApi(context);
	for (const account of await accountsOf(context, api)) {
		if (await sees(api, account, app)) continue;
		await api.send({ method: 'POST', url: `/${account}/subscribed_apps`, idempotent: true, body: {} });
		note(context, [...opened(context), account]);
	}
}

/** Ends what this node has begun, once nobody listens any more. */
export async function closeAccounts(context: IHookFunctions): Promise<void> {
	const api = await personApi(context);
	for (const account of opened(context)) await api.send({ method: 'DELETE', url: `/${account}/subscribed_apps`, idempotent: true });
	note(context, []);
}
