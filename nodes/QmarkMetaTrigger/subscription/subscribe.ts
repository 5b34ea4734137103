import { NodeOperationError } from 'n8n-workflow';
import type { IHookFunctions } from 'n8n-workflow';
import { isMember, join, leave, memberOf, ownUrl } from '../../core/webhook/holder';
import type { Holder } from '../../core/webhook/holder';
import { isOurs, listenersIn, placeIn } from '../../core/webhook/listeners';
import { appSecrets } from '../appSecrets';
import { chosenEvents, fieldsByObject, pageFieldsOf } from '../events/catalogue';
import type { EventName, WebhookObject } from '../events/catalogue';
import { appApi, instagramApi, personApi, verifyToken } from './access';
import { listenedPages, noteAccounts } from './accounts';
import { accountHolder, numberHolder, objectHolder } from './holders';
import { closePage, openPage, seesPage } from './pages';
import { closeAccounts, openAccounts, seesAccounts } from './whatsAppAccounts';

interface Wanted {
	context: IHookFunctions;
	events: EventName[];
	needed: Map<WebhookObject, string[]>;
	app: { id: string; api: Awaited<ReturnType<typeof appApi>>['api'] };
	token: string;
}

const listener = ({ context }: Wanted, fields: string[]) => memberOf(context, fields, context.getNodeParameter('eventOptions.takeOver', false) === true);

async function wantedOf(context: IHookFunctions, events: EventName[]): Promise<Wanted> {
	const [secret = ''] = await appSecrets(context);
	return { context, events, needed: fieldsByObject(events), app: await appApi(context), token: verifyToken(secret) };
}

/** Where WhatsApp's events of one account or number go, where the node names one. */
async function override({ context, app, token }: Pick<Wanted, 'context' | 'app' | 'token'>): Promise<Holder | undefined> {
	const [account, number] = ['whatsAppAccount', 'whatsAppNumber'].map((name) => String(context.getNodeParameter(name, '')).trim());
	const [known, api] = [{ id: app.id, verifyToken: token }, await personApi(context)];
	if (number) return numberHolder(number, { ...known, api });
	return account ? accountHolder(account, { ...known, api }) : undefined;
}

/** Places at Meta where this node is to be listed, each with its fields. */
async function holdersOf(wanted: Wanted): Promise<[Holder, string[]][]> {
	const { needed, app, token } = wanted;
	const known = { ...app, verifyToken: token };
	const holders: [Holder, string[]][] = [];
	for (const [object, fields] of needed) {
		const ofApp = objectHolder(object, known);
		const own = object === 'whatsapp_business_account' ? await override(wanted) : undefined;
		if (!own) holders.push([ofApp, fields]);
		else {
			// An override takes what the app itself is subscribed to, wherever the app's own callback leads.
			const found = await ofApp.read();
			const covered = found !== undefined && !isOurs(found.callback, ownUrl(wanted.context)) && fields.every((field) => found.fields.includes(field));
			if (!covered) holders.push([ofApp, fields]);
			holders.push([own, fields]);
		}
	}
	return holders;
}

const pageFields = (needed: ReadonlyMap<WebhookObject, string[]>): string[] => [...new Set([...needed].flatMap(([object, fields]) => pageFieldsOf(object, fields)))];

/** Fields of pages that listeners of this n8n need, this node left out where `others` alone count. */
async function neededFields({ app, token, context }: Wanted, others: boolean): Promise<string[]> {
	const own = ownUrl(context);
	const all = await Promise.all(
		// Both: Instagram's events come through fields of the page too.
		(['page', 'instagram'] as const).map(async (object) => {
			const found = await objectHolder(object, { ...app, verifyToken: token }).read();
			return found && isOurs(found.callback, own) ? listenersIn(found.callback).flatMap(({ place, fields }) => (others && place === placeIn(own) ? [] : pageFieldsOf(object, fields))) : [];
		}),
	);
	return all.flat();
}

/** Whether another workflow of this n8n still listens to WhatsApp. */
async function isHeard({ app, token, context }: Wanted): Promise<boolean> {
	const own = ownUrl(context);
	const holders = [objectHolder('whatsapp_business_account', { ...app, verifyToken: token }), await override({ context, app, token })];
	const found = await Promise.all(holders.map(async (holder) => await holder?.read()));
	return found.some((one) => one !== undefined && isOurs(one.callback, own) && listenersIn(one.callback).some(({ place }) => place !== placeIn(own)));
}

const isInstagramLogin = (context: IHookFunctions) => context.getNodeParameter('app', '') === 'qmarkInstagramOAuth2Api';

/** Instagram Login: the callback URL stands in the App Dashboard, and only the account is subscribed here. https://developers.facebook.com/docs/instagram-platform/webhooks#enable-subscriptions */
async function instagramFields(context: IHookFunctions, events: EventName[]): Promise<{ found: string[]; fields: string[]; api: Awaited<ReturnType<typeof instagramApi>> }> {
	const api = await instagramApi(context);
	const fields = (fieldsByObject(events).get('instagram') ?? []).filter((field) => field !== 'story_insights');
	const { data } = await api.send<{ data: { subscribed_fields?: string[] }[] }>({ url: '/me/subscribed_apps' });
	return { api, fields, found: data.flatMap(({ subscribed_fields: some = [] }) => some) };
}

/** Refuses what the chosen app cannot hear of. */
function checked(context: IHookFunctions, events: EventName[]): EventName[] {
	const app = context.getNodeParameter('app', '');
	const objects = [...fieldsByObject(events).keys()];
	const cannot = app === 'qmarkThreadsOAuth2Api' ? objects : app === 'qmarkInstagramOAuth2Api' ? objects.filter((object) => object !== 'instagram') : [];
	if (cannot.length === 0) return events;
	throw new NodeOperationError(context.getNode(), `The chosen app hears nothing of ${cannot.join(', ')}.`, { description: 'Choose “Meta App” under App, or take these events out.' });
}

/** Whether Meta sends this node what it was set to start with. */
export async function isSubscribed(context: IHookFunctions): Promise<boolean> {
	const events = checked(context, chosenEvents(context));
	if (events.length === 0) return false;
	if (isInstagramLogin(context)) {
		const { found, fields } = await instagramFields(context, events);
		return fields.every((field) => found.includes(field));
	}
	const wanted = await wantedOf(context, events);
	for (const [holder, fields] of await holdersOf(wanted)) if (!(await isMember(holder, listener(wanted, fields)))) return false;
	if (wanted.needed.has('whatsapp_business_account') && !(await seesAccounts(context, wanted.app.id))) return false;
	const fields = pageFields(wanted.needed);
	const pages = fields.length > 0 ? await listenedPages(context) : [];
	for (const { id } of pages) if (!(await seesPage(context, id, wanted.app.id, fields))) return false;
	noteAccounts(context, pages);
	return true;
}

/** Has Meta send this node what it was set to start with, beside all that others listen to. */
export async function subscribe(context: IHookFunctions): Promise<void> {
	const events = checked(context, chosenEvents(context));
	if (events.length === 0) return;
	if (isInstagramLogin(context)) {
		const { api, found, fields } = await instagramFields(context, events);
		await api.send({ method: 'POST', url: '/me/subscribed_apps', idempotent: true, body: { subscribed_fields: [...new Set([...found, ...fields])].join(',') } });
		return;
	}
	const wanted = await wantedOf(context, events);
	const fields = pageFields(wanted.needed);
	// Asked first: a connection that has ended is to leave nothing half done.
	const pages = fields.length > 0 ? await listenedPages(context) : [];
	const ours = await neededFields(wanted, false);
	if (wanted.needed.has('whatsapp_business_account')) await openAccounts(context, wanted.app.id);
	for (const [holder, some] of await holdersOf(wanted)) await join(holder, listener(wanted, some));
	for (const { id } of pages) await openPage(context, id, wanted.app.id, fields, ours);
	noteAccounts(context, pages);
}

/** Takes this node away, and nothing that others listen to: a test leaves what the published workflow has. */
export async function unsubscribe(context: IHookFunctions): Promise<void> {
	const events = chosenEvents(context);
	if (events.length === 0) return;
	if (isInstagramLogin(context)) {
		// Which other workflow needs the account's fields is not known: what is sent without a listener does no harm.
		return;
	}
	const wanted = await wantedOf(context, events);
	for (const [holder, fields] of await holdersOf(wanted)) await leave(holder, listener(wanted, fields));
	if (wanted.needed.has('whatsapp_business_account') && !(await isHeard(wanted))) await closeAccounts(context);
	const kept = await neededFields(wanted, true);
	const given = pageFields(wanted.needed).filter((field) => !kept.includes(field));
	if (given.length > 0) for (const { id } of await listenedPages(context)) await closePage(context, id, wanted.app.id, given);
}
