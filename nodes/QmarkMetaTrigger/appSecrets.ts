import { NodeOperationError } from 'n8n-workflow';
import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/** Credential types whose app Meta may sign for; `clientSecret` of each is that app's secret. */
const credentialTypes = ['qmarkMetaOAuth2Api', 'qmarkInstagramOAuth2Api', 'qmarkMetaSystemUserApi', 'qmarkThreadsOAuth2Api'];

/** The app secret of the credential chosen in the node. Throws when there is none, as no call could be trusted then. */
export async function appSecrets(context: IWebhookFunctions | IHookFunctions): Promise<string[]> {
	const node = context.getNode();
	const app = context.getNodeParameter('app', credentialTypes[0]);
	const chosen = credentialTypes.filter((type) => type === app && node.credentials?.[type]);
	const credentials = await Promise.all(chosen.map(async (type) => await context.getCredentials(type)));
	const secrets = credentials.map(({ clientSecret }) => clientSecret).filter((secret) => typeof secret === 'string' && secret !== '');
	if (secrets.length === 0) {
		throw new NodeOperationError(node, 'The credential holds no app secret, so that no call can be proven to come from Meta.', {
			description: 'Open the credential and fill in the app secret from Meta’s App Dashboard.',
		});
	}
	return secrets.map(String);
}
