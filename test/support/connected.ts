import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { seed } from '../../sandbox/networks/seed';
import { connect, newConnection } from './connection';

const { google, tiktok, linkedin, pinterest } = seed;

/** A credential that is connected in the sandbox as its first person. A reset of the sandbox ends it. */
export async function connectedCredential(origin: string, type: string, app: ICredentialDataDecryptedObject): Promise<Record<string, ICredentialDataDecryptedObject>> {
	const connection = newConnection(type, { gateway: origin, ...app });
	await connect(connection);
	return { [type]: connection.data };
}

export const tiktokCredential = async (origin: string, more: ICredentialDataDecryptedObject = {}) =>
	await connectedCredential(origin, 'qmarkTikTokOAuth2Api', { clientId: tiktok.clientKey, clientSecret: tiktok.clientSecret, ...more });

export const linkedinCredential = async (origin: string, more: ICredentialDataDecryptedObject = {}) =>
	await connectedCredential(origin, 'qmarkLinkedInOAuth2Api', { clientId: linkedin.clientId, clientSecret: linkedin.clientSecret, ...more });

export const pinterestCredential = async (origin: string, more: ICredentialDataDecryptedObject = {}) =>
	await connectedCredential(origin, 'qmarkPinterestOAuth2Api', { clientId: pinterest.appId, clientSecret: pinterest.appSecret, ...more });

export const youtubeCredential = async (origin: string, more: ICredentialDataDecryptedObject = {}) =>
	await connectedCredential(origin, 'qmarkYouTubeOAuth2Api', { clientId: google.clientId, clientSecret: google.clientSecret, ...more });
