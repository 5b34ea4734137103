import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { seed } from '../../sandbox/networks/seed';
import { connectedCredential } from './connected';

const { clientId, clientSecret, developerToken, managerId } = seed.google;

/** A credential of Google’s, connected in the sandbox as its first person, with a token that is good for an hour. A reset of the sandbox ends it. */
export const googleCredential = async (origin: string, type: string, more: ICredentialDataDecryptedObject = {}) => await connectedCredential(origin, type, { clientId, clientSecret, ...more });

/** Google Ads, through the manager, with all permissions. */
export const googleAdsCredential = async (origin: string, more: ICredentialDataDecryptedObject = {}) =>
	await googleCredential(origin, 'qmarkGoogleAdsOAuth2Api', { developerToken, loginCustomerId: managerId, features: ['ads', 'data'], ...more });
