import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { UpdateKind } from '../../platforms/telegramUpdates';
import { isUpdateKind } from '../../platforms/telegramUpdates';

/** What a node was set to start with. */
export function chosenEvents(context: IWebhookFunctions | IHookFunctions): UpdateKind[] {
	const chosen = context.getNodeParameter('events', []);
	return Array.isArray(chosen) ? chosen.filter(isUpdateKind) : [];
}
