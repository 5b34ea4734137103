import { parse } from 'node:querystring';
import { ClientOAuth2 } from '@n8n/client-oauth2';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { giveConsent } from '../../sandbox/n8n/consent';
import { resolved } from './credentialTypes';

/** A credential as n8n stores it. `data` is what renewals write to. */
export interface Connection {
	type: string;
	/** Its ID and name in n8n. */
	id: string;
	data: ICredentialDataDecryptedObject;
}

const redirectUri = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';
let connections = 0;

/** A credential that was filled in and not connected yet. */
export const newConnection = (type: string, data: ICredentialDataDecryptedObject): Connection => ({ type, id: `${type}-${++connections}`, data: { ...data } });

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** What n8n’s store holds of the account. */
export const storeOf = ({ data: { oauthTokenData } }: Connection): IDataObject => (typeof oauthTokenData === 'object' ? { ...oauthTokenData } : {});

/**
 * Clicks Connect and agrees: the dialog and the exchange of its code are n8n’s own client’s, and the answer is laid over what is
 * stored as `handleCallback` does in n8n’s oauth2-credential.controller: what the answer does not name stays as it was.
 */
export async function connect(connection: Connection, choices: Record<string, string> = {}): Promise<void> {
	const credentials = resolved(connection.type, connection.data);
	const [clientId, clientSecret, scope] = [textOf(credentials.clientId), textOf(credentials.clientSecret), textOf(credentials.scope)];
	const inBody = credentials.authentication === 'body';
	const more: Record<string, string> = credentials.additionalBodyProperties ? JSON.parse(textOf(credentials.additionalBodyProperties)) : {};
	const client = new ClientOAuth2({
		...{ clientId, redirectUri, state: 'any' },
		accessTokenUri: textOf(credentials.accessTokenUrl),
		authorizationUri: textOf(credentials.authUrl),
		authentication: inBody ? 'body' : 'header',
		scopes: scope.split(','),
		scopesSeparator: scope.includes(',') ? ',' : ' ',
		...(!inBody && { clientSecret }),
	});
	const dialog = client.code.getUri({ query: parse(textOf(credentials.authQueryParameters)) });
	const back = await giveConsent(dialog, redirectUri, choices);
	const body = { ...more, ...(inBody && { client_id: clientId, client_secret: clientSecret }) };
	const { data: answer }: { data: IDataObject } = await client.code.getToken(back.replace(/#.*$/, ''), { body });
	const stored: IDataObject = { ...storeOf(connection), ...answer };
	if (Number(answer.expires_in) > 0) stored.n8n_expires_at = String(Date.now() + Number(answer.expires_in) * 1000);
	connection.data.oauthTokenData = stored;
}
