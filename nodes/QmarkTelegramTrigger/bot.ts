import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { telegram } from '../platforms/telegram';

/** The bot whose updates come. */
export interface Bot {
	id: string;
	token: string;
	/** As it was when the workflow was published; a group's commands may be meant for another bot. */
	username?: string;
}

/** The number before the colon of a token is the bot's own ID. https://core.telegram.org/bots/api#authorizing-your-bot */
export async function botOf(context: IHookFunctions | IWebhookFunctions): Promise<Bot> {
	const { accessToken } = await context.getCredentials(telegram.credential);
	const token = typeof accessToken === 'string' ? accessToken : '';
	const { username } = context.getWorkflowStaticData('node');
	return { id: token.split(':')[0] ?? '', token, ...(typeof username === 'string' && username !== '' && { username }) };
}
