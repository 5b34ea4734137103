import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { seed } from '../../sandbox/networks/seed';
import { connect, newConnection } from './connection';

const { clientId, clientSecret, developerToken, managerId } = seed.google;

/** A credential of Google’s, connected in the sandbox as its first person, with a token that is good for an hour. A reset of the sandbox ends it. */
export async function googleCredential(origin: string, type: string, more: ICredentialDataDecryptedObject = {}): Promise<Record<string, ICredentialDataDecryptedObject>> {
	const connection = newConnection(type, { clientId, clientSecret, gateway: origin, ...more });
	await connect(connection);
	return { [type]: connection.data };
}

/** Google Ads, through the manager, with all permissions. */
export const googleAdsCredential = async (origin: string, more: ICredentialDataDecryptedObject = {}) =>
	await googleCredential(origin, 'qmarkGoogleAdsOAuth2Api', { developerToken, loginCustomerId: managerId, features: ['ads', 'data'], ...more });
