import type { IHookFunctions } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { recordIn, textsIn } from '../events/event';
import { pageApi } from './access';

/** https://developers.facebook.com/docs/graph-api/reference/page/subscribed_apps */
async function subscribedFields(api: Api, page: string, app: string): Promise<string[]> {
	const { data } = await api.send<{ data: { id: string; subscribed_fields?: string[] }[] }>({ url: `/${page}/subscribed_apps`, qs: { fields: 'id,subscribed_fields' } });
	return data.find(({ id }) => id === app)?.subscribed_fields ?? [];
}

const subscribe = async (api: Api, page: string, fields: readonly string[]) =>
	void (await api.send({ method: 'POST', url: `/${page}/subscribed_apps`, idempotent: true, body: { subscribed_fields: fields.join(',') } }));

/** Fields of each page that somebody else had opened already, as the node's static data keeps them: they are not this node's to close. */
const foreignIn = (context: IHookFunctions) => recordIn(context.getWorkflowStaticData('node').foreign);

/** Lets the app see these fields of the page, beside those that it sees already. `ours`: those that triggers of this n8n need. */
export async function openPage(context: IHookFunctions, page: string, app: string, wanted: readonly string[], ours: readonly string[]): Promise<void> {
	const api = await pageApi(context, page);
	const fields = await subscribedFields(api, page, app);
	const foreign = wanted.filter((field) => fields.includes(field) && !ours.includes(field));
	if (foreign.length > 0) context.getWorkflowStaticData('node').foreign = { ...foreignIn(context), [page]: foreign };
	const added = wanted.filter((field) => !fields.includes(field));
	if (added.length > 0) await subscribe(api, page, [...fields, ...added]);
}

export async function seesPage(context: IHookFunctions, page: string, app: string, wanted: readonly string[]): Promise<boolean> {
	const fields = await subscribedFields(await pageApi(context, page), page, app);
	return wanted.every((field) => fields.includes(field));
}

/** Gives up what nobody else needs. */
export async function closePage(context: IHookFunctions, page: string, app: string, unneeded: readonly string[]): Promise<void> {
	const foreign = textsIn(foreignIn(context)[page]);
	const given = unneeded.filter((field) => !foreign.includes(field));
	const api = await pageApi(context, page);
	const fields = await subscribedFields(api, page, app);
	const rest = fields.filter((field) => !given.includes(field));
	if (rest.length === fields.length) return;
	if (rest.length > 0) await subscribe(api, page, rest);
	else await api.send({ method: 'DELETE', url: `/${page}/subscribed_apps`, idempotent: true });
}
