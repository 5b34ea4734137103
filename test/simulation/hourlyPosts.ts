import type { INode, INodeParameters } from 'n8n-workflow';
import { seed } from '../../sandbox/networks/seed';
import type { Credential } from '../../sandbox/n8n/operator';
import type { WorkflowFile } from '../../sandbox/n8n/workflows';

/** The text that every post of one hour carries; it names the hour, since LinkedIn takes no text twice. */
const text = '={{ "Bonjour de l’atelier " + $("Hour").first().json.query.at }}';

interface Step {
	name: string;
	type: string;
	typeVersion: number;
	credential: string;
	parameters: INodeParameters;
}

const locator = (value: string) => ({ __rl: true, mode: 'id', value });

/** A call with the connection that a QMARK credential holds, through n8n's own HTTP Request node, for networks whose QMARK node is still to come. */
const call = (name: string, credential: string, url: string, body: string, headers: Record<string, string> = {}): Step => ({
	...{ name, type: 'n8n-nodes-base.httpRequest', typeVersion: 4.2, credential },
	parameters: {
		...{ method: 'POST', url, authentication: 'predefinedCredentialType', nodeCredentialType: credential },
		...{ sendBody: true, specifyBody: 'json', jsonBody: body, options: { timeout: 20_000 } },
		...{ sendHeaders: Object.keys(headers).length > 0, headerParameters: { parameters: Object.entries(headers).map(([key, value]) => ({ name: key, value })) } },
	},
});

/** One post a network, in the networks' own calls. The last step of a network is what counts as published. */
const stepsAt = (origin: string): Step[] => {
	const image = `${origin}/media/samples/bouquet-camelia.jpg`;
	const saying = `"Bonjour de l’atelier " + $("Hour").first().json.query.at`;
	const instagram = `${origin}/graph.instagram.com/v25.0/${seed.instagramLogin.accounts[0].id}`;
	const threads = `${origin}/graph.threads.net/v1.0/${seed.threads.accounts[0].id}`;
	const whatsapp = `${origin}/graph.facebook.com/v25.0/${seed.meta.whatsapp.phoneNumberId}/messages`;
	const message = `={{ JSON.stringify({ messaging_product: "whatsapp", to: "33600000001", type: "text", text: { body: ${saying} } }) }}`;
	const mail = `["To: ines@example.com", "Subject: Atelier", "", ${saying}].join("\\r\\n")`;
	return [
		{
			...{ name: 'Telegram', type: 'n8n-nodes-qmark.qmarkTelegram', typeVersion: 1, credential: 'qmarkTelegramApi' },
			parameters: { resource: 'message', operation: 'sendText', chatId: locator(String(seed.telegram.channel.id)), text },
		},
		{
			...{ name: 'Facebook', type: 'n8n-nodes-qmark.qmarkFacebook', typeVersion: 1, credential: 'qmarkMetaOAuth2Api' },
			parameters: { resource: 'post', operation: 'createText', page: locator(seed.meta.page.id), message: text },
		},
		{
			...{ name: 'Instagram', type: 'n8n-nodes-qmark.qmarkInstagram', typeVersion: 1, credential: 'qmarkMetaOAuth2Api' },
			parameters: { resource: 'media', operation: 'publishImage', account: locator(seed.meta.instagram.id), imageUrl: image, caption: text },
		},
		call('Instagram container', 'qmarkInstagramOAuth2Api', `${instagram}/media`, `={{ JSON.stringify({ image_url: "${image}", caption: ${saying} }) }}`),
		call('Instagram Login', 'qmarkInstagramOAuth2Api', `${instagram}/media_publish`, '={{ JSON.stringify({ creation_id: $("Instagram container").first().json.id }) }}'),
		call('Threads container', 'qmarkThreadsOAuth2Api', `${threads}/threads`, `={{ JSON.stringify({ media_type: "TEXT", text: ${saying} }) }}`),
		call('Threads', 'qmarkThreadsOAuth2Api', `${threads}/threads_publish`, '={{ JSON.stringify({ creation_id: $("Threads container").first().json.id }) }}'),
		call('WhatsApp', 'qmarkMetaOAuth2Api', whatsapp, message),
		call('Gmail', 'qmarkGmailOAuth2Api', `${origin}/gmail.googleapis.com/gmail/v1/users/me/messages/send`, `={{ JSON.stringify({ raw: (${mail}).base64Encode().replace(/\\+/g, "-").replace(/\\//g, "_").replace(/=+$/, "") }) }}`),
		call(
			'TikTok',
			'qmarkTikTokOAuth2Api',
			`${origin}/open.tiktokapis.com/v2/post/publish/content/init/`,
			`={{ JSON.stringify({ media_type: "PHOTO", post_mode: "DIRECT_POST", post_info: { title: "Atelier", description: ${saying}, privacy_level: "PUBLIC_TO_EVERYONE", disable_comment: false, auto_add_music: false, brand_content_toggle: false, brand_organic_toggle: false }, source_info: { source: "PULL_FROM_URL", photo_cover_index: 0, photo_images: ["${image}"] } }) }}`,
		),
		call(
			'LinkedIn',
			'qmarkLinkedInOAuth2Api',
			`${origin}/api.linkedin.com/rest/posts`,
			`={{ JSON.stringify({ author: "urn:li:person:${seed.linkedin.accounts[0].id}", commentary: ${saying}, visibility: "PUBLIC", distribution: { feedDistribution: "MAIN_FEED", targetEntities: [], thirdPartyDistributionChannels: [] }, lifecycleState: "PUBLISHED", isReshareDisabledByAuthor: false }) }}`,
			{ 'LinkedIn-Version': '202609', 'X-Restli-Protocol-Version': '2.0.0' },
		),
		call('Pinterest', 'qmarkPinterestOAuth2Api', `${origin}/api.pinterest.com/v5/pins`, `={{ JSON.stringify({ board_id: "${seed.pinterest.board.id}", title: ${saying}, media_source: { source_type: "image_url", url: "${image}" } }) }}`),
	];
};

/** The name under which n8n keeps it. */
export const hourlyWorkflow = 'Hourly posts';

/** What a step failed with, as text; `null` where it did not. */
function errorOf(name: string): string {
	const error = `$(${JSON.stringify(name)}).first()?.json?.error`;
	return `!${error} || ${error}.code === "ok" ? null : String(${error}.message || ${error})`;
}

/**
 * A published workflow that posts on every network when its webhook `hourly-posts?at=…` is called, and answers each step's
 * error, or `null`. `bound` are the credentials, by type.
 */
export function hourlyPosts(origin: string, bound: ReadonlyMap<string, Credential>): WorkflowFile {
	const steps = stepsAt(origin);
	const at = (index: number): [number, number] => [index * 200, 0];
	const nodes: INode[] = [
		{
			...{ id: 'hour', name: 'Hour', type: 'n8n-nodes-base.webhook', typeVersion: 2, position: at(0), webhookId: 'hourly-posts' },
			parameters: { path: 'hourly-posts', responseMode: 'lastNode', options: {} },
		},
		...steps.map(({ name, type, typeVersion, parameters, credential }, index): INode => {
			const { id, name: named } = bound.get(credential) ?? { id: '', name: '' };
			return { id: `step-${index}`, name, type, typeVersion, parameters, position: at(index + 1), credentials: { [credential]: { id, name: named } }, onError: 'continueRegularOutput', executeOnce: true };
		}),
		{
			...{ id: 'result', name: 'Result', type: 'n8n-nodes-base.set', typeVersion: 3.4, position: at(steps.length + 1), executeOnce: true },
			parameters: {
				...{ mode: 'raw', options: {} },
				// TikTok says “ok” where others say nothing.
				jsonOutput: `={{ JSON.stringify({ ${steps.map(({ name }) => `${JSON.stringify(name)}: ${errorOf(name)}`).join(', ')} }) }}`,
			},
		},
	];
	const chain = nodes.slice(0, -1).map(({ name }, index) => [name, { main: [[{ node: nodes[index + 1]?.name ?? '', type: 'main' as const, index: 0 }]] }]);
	return { name: hourlyWorkflow, nodes, connections: Object.fromEntries(chain), settings: { executionOrder: 'v1' } };
}
