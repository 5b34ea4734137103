import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/** One of the “Event Options”; undefined where it was not added. */
export function optionOf(context: IHookFunctions | IWebhookFunctions, name: string): unknown {
	const given = context.getNodeParameter('eventOptions', {});
	const options: Record<string, unknown> = typeof given === 'object' && given !== null ? { ...given } : {};
	return options[name];
}
