import type { TelegramUser } from '@gramio/types';
import type { IHookFunctions } from 'n8n-workflow';
import { Api } from '../../core/api';
import { refused } from '../../core/errors';
import { openSession } from '../../core/session';
import { isMember, join, leave, memberOf, ownUrl } from '../../core/webhook/holder';
import { isTest } from '../../core/webhook/listeners';
import { repeatable } from '../../networks/telegram/call';
import { telegram } from '../../platforms/telegram';
import { isOwnServer, webhook } from '../../platforms/telegramUpdates';
import { botOf } from '../bot';
import { chosenEvents } from '../events/chosen';
import { optionOf } from '../option';
import { secretOf } from '../secret';
import { codeOf } from './codes';
import { botHolder, isBroken } from './holder';

const apiOf = async (context: IHookFunctions): Promise<Api> => new Api(await openSession(context, telegram), 'write');

const member = (context: IHookFunctions) => memberOf(context, chosenEvents(context).map(codeOf), optionOf(context, 'takeOver') === true);

async function holderOf(context: IHookFunctions, connections?: number) {
	const { token } = await botOf(context);
	return botHolder({ api: await apiOf(context), own: ownUrl(context), secret: secretOf(token), connections });
}

/** Refuses what Telegram would refuse, and a number of connections that it would not take. */
async function checked(context: IHookFunctions): Promise<number | undefined> {
	if (chosenEvents(context).length === 0) throw refused('Events', 'none is chosen.', 'Choose what is to start the workflow.');
	const { least, most } = webhook.connections;
	const given = optionOf(context, 'connections');
	const connections = given === undefined ? undefined : Number(given);
	if (connections !== undefined && !(Number.isInteger(connections) && connections >= least && connections <= most)) {
		throw refused('Deliveries at Once', `${String(given)} is not a whole number from ${least} to ${most}.`, 'Enter such a number, or take the option out.');
	}
	const { baseUrl } = await context.getCredentials(telegram.credential);
	const { protocol, port, origin } = new URL(ownUrl(context));
	if (isOwnServer(baseUrl) || (protocol === 'https:' && (port === '' || webhook.ports.some((known) => known === port)))) return connections;
	const hint = `Give n8n a public https address on port ${webhook.ports.join(', ')} and set it as WEBHOOK_URL, or use a self-hosted Bot API server.`;
	throw refused('Webhook URL', `Telegram does not deliver to ${origin}.`, hint);
}

/** Whether Telegram sends this node what it was set to start with, and somebody takes it. */
export async function isSubscribed(context: IHookFunctions): Promise<boolean> {
	if (chosenEvents(context).length === 0) return false;
	const holder = await holderOf(context);
	return (await isMember(holder, member(context))) && !isBroken(await holder.info());
}

/** Has Telegram send this node what it was set to start with, beside all that others listen to. */
export async function subscribe(context: IHookFunctions): Promise<void> {
	const connections = await checked(context);
	if (!isTest(ownUrl(context))) {
		const { username = '' } = await (await apiOf(context)).send<TelegramUser>(repeatable('getMe'));
		context.getWorkflowStaticData('node').username = username;
	}
	await join(await holderOf(context, connections), member(context));
}

/** Takes this node away, and nothing that others listen to: a test leaves what the published workflow has. */
export async function unsubscribe(context: IHookFunctions): Promise<void> {
	await leave(await holderOf(context), member(context));
}
