import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { catalogue } from '../events/catalogue';
import { textsIn } from '../events/event';
import type { MetaEvent } from '../events/event';
import { personApi } from './access';

interface Page {
	id: string;
	name: string;
	instagram_business_account?: { id: string };
}

/** Pages that the connected person or system user may act as. https://developers.facebook.com/docs/graph-api/reference/user/accounts */
export async function reachablePages(context: Parameters<typeof personApi>[0]): Promise<Page[]> {
	const pages: Page[] = [];
	for await (const page of (await personApi(context)).pages<Page>({ url: '/me/accounts', qs: { fields: 'id,name,instagram_business_account{id}', limit: 100 } })) pages.push(page);
	return pages;
}

/** The pages to listen to: those that were chosen, or every one. */
export async function listenedPages(context: IHookFunctions): Promise<Page[]> {
	const chosen = textsIn(context.getNodeParameter('pages', []));
	const pages = await reachablePages(context);
	return chosen.length === 0 ? pages : pages.filter(({ id }) => chosen.includes(id));
}

/** Notes whose events are listened to, for the calls to come: a notification names an Instagram account, and not the page it is chosen by. */
export function noteAccounts(context: IHookFunctions, pages: readonly Page[]): void {
	const accounts = pages.flatMap(({ id, instagram_business_account: linked }) => [id, linked?.id ?? '']).filter(Boolean);
	context.getWorkflowStaticData('node').pages = accounts;
}

/** Whether an event is of an account that this node listens to. */
export function listensTo(context: IWebhookFunctions): (event: MetaEvent) => boolean {
	const pages = textsIn(context.getNodeParameter('pages', []));
	const noted = textsIn(context.getWorkflowStaticData('node').pages);
	const [account, number] = ['whatsAppAccount', 'whatsAppNumber'].map((name) => String(context.getNodeParameter(name, '')).trim());
	return (event) => {
		if (catalogue[event.event].object === 'whatsapp_business_account') {
			// What is told of the whole account, such as a template's state, is told of each number.
			return (!account || event.owner === account) && (!number || event.account === number || event.account === event.owner);
		}
		return pages.length === 0 || pages.includes(event.owner) || noted.includes(event.owner);
	};
}
