import { randomUUID } from 'node:crypto';
import axios from 'axios';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { QmarkTikTokTrigger } from '../../../nodes/QmarkTikTokTrigger/QmarkTikTokTrigger.node';
import { eventKinds } from '../../../nodes/platforms/tiktokEvents';
import { seed } from '../../../sandbox/networks/seed';
import { eventBody, signatureOf } from '../../../sandbox/networks/tiktok/webhooks';
import type { EventKind } from '../../../sandbox/networks/tiktok/webhooks';
import { openInstance } from '../../support/webhooks';
import type { WebhookNode } from '../../support/webhooks';

const { clientKey, clientSecret, accounts } = seed.tiktok;
export const [owner, other] = [accounts[0].id, accounts[1].id];
export const everything = [...eventKinds];

const http = axios.create({ validateStatus: () => true, transformRequest: (body: string | Buffer) => body });

export const now = () => Math.floor(Date.now() / 1000);

/** Without a signature where it is empty. */
export const post = async (url: string, body: string | Buffer, signature: string, path = 'callback') =>
	await http.post(`${url}/${path}`, body, { headers: { 'content-type': 'application/json', ...(signature && { 'tiktok-signature': signature }) } });

/** Signed now, as TikTok does. */
export const deliver = async ({ url }: { url: string }, body: string, path?: string) => await post(url, body, signatureOf(body, now()), path);

export const published = (id: number, account: string | undefined = owner) => eventBody('post.publish.complete', { publish_id: `v_pub_file~v2-1.${id}`, publish_type: 'INBOX_SHARE' }, account, 1_700_000_000);
export const event = (kind: EventKind, content: object, account?: string) => eventBody(kind, content, account, 1_700_000_100);

export const credential = (more: ICredentialDataDecryptedObject = {}) => ({
	qmarkTikTokOAuth2Api: { clientId: clientKey, clientSecret, oauthTokenData: { access_token: 'act.not-a-token', open_id: owner }, ...more },
});

/** An n8n with room for several triggers on the same app. */
export async function openTriggers() {
	const instance = await openInstance();
	return {
		...instance,
		trigger: (events: string[] = everything, { parameters, ...more }: Partial<WebhookNode> = {}) =>
			instance.add({ node: new QmarkTikTokTrigger(), parameters: { events, ...parameters }, credentials: credential(), webhookId: randomUUID(), ...more }),
	};
}
