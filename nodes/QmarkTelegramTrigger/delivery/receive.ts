import type { TelegramUpdate } from '@gramio/types';
import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { bytesOf, refuse } from '../../core/webhook/call';
import { claim } from '../../core/webhook/claims';
import { handOn, isShared, listenersBehind } from '../../core/webhook/frontDoor';
import type { Door } from '../../core/webhook/frontDoor';
import { webhook } from '../../platforms/telegramUpdates';
import type { UpdateKind } from '../../platforms/telegramUpdates';
import { botOf } from '../bot';
import { chosenEvents } from '../events/chosen';
import type { Happening } from '../events/happening';
import { eventIn, readUpdate } from '../events/read';
import { optionOf } from '../option';
import { isProven } from '../secret';
import { download } from './download';
import { isWanted } from './wanted';

/** Who answers 401 has another bot by now. One that is let wait would have Telegram hold back what comes after it in the chat. */
const door: Door = { proof: webhook.header, gone: [401, 404] };

const isUpdate = (value: unknown): value is TelegramUpdate => typeof value === 'object' && value !== null && 'update_id' in value && Number.isSafeInteger(value.update_id);

function updateIn(bytes: Buffer): TelegramUpdate | undefined {
	try {
		const value: unknown = JSON.parse(bytes.toString('utf8'));
		return isUpdate(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

async function itemOf(context: IWebhookFunctions, update: TelegramUpdate, event: UpdateKind, { json, message }: Happening): Promise<INodeExecutionData> {
	const isFetched = message !== undefined && optionOf(context, 'download') === true;
	const files = isFetched ? await download(context, message) : { json: {} };
	return { ...files, json: { event, update_id: update.update_id, ...json, ...files.json, raw: update } };
}

/**
 * Takes one update: proven by the secret, handed on to every workflow that listens to the bot, and started once, however often Telegram
 * delivers it. It is answered when the workflow has done with it, so that Telegram comes again where n8n was killed.
 * https://core.telegram.org/bots/api#getting-updates
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const bot = await botOf(context);
	if (!isProven(context.getHeaderData()[webhook.header], bot.token)) return refuse(context, { status: 401, message: 'The secret token of this bot’s webhook is missing or wrong.' });
	const bytes = await bytesOf(context.getRequestObject());
	const update = updateIn(bytes);
	if (!update) return refuse(context, { status: 400, message: 'The body is no update of Telegram’s.' });
	const listeners = listenersBehind(context);
	if (isShared(context, listeners)) {
		if (await handOn(context, door, listeners, bytes)) return { webhookResponse: { received: true } };
		return refuse(context, { status: 503, message: 'A workflow that listens could not take this: deliver it again.' });
	}
	const event = eventIn(update);
	// Others of the same bot may listen to more.
	if (!event || !chosenEvents(context).includes(event)) return { webhookResponse: { received: true } };
	const happening = readUpdate(event, update, bot);
	if (!isWanted(context, happening)) return { webhookResponse: { received: true } };
	// Somebody who listens for a test event sees whatever comes.
	const fresh = context.getMode() === 'manual' || (await claim(context, [`${bot.id}/${update.update_id}`]));
	if (!fresh) return refuse(context, { status: 503, message: 'This is still being worked on: deliver it again.' });
	if (fresh !== true && fresh.size === 0) return { webhookResponse: { received: true } };
	return { workflowData: [[await itemOf(context, update, event, happening)]] };
}
