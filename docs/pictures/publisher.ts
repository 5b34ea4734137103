import type { INodeConnections, INodeParameters } from 'n8n-workflow';
import type { Page } from 'playwright-core';
import { seed } from '../../sandbox/networks/seed';
import type { WorkflowFile } from '../../sandbox/n8n/workflows';
import type { Stage } from '../../test/support/stage';
import { picture, settled } from './editor';
import type { Furniture } from './furnish';

/** More than Instagram and Telegram take under a photo, and a link that Instagram does not make clickable. */
const content = (origin: string) => ({
	id: 'spring-opening',
	text: [
		'Les camélias sont arrivés ce matin de Nantes, encore couverts de rosée.',
		...['Chaque bouquet est composé à la main, avec le feuillage du jardin et un papier de saison. '.repeat(13), 'Commandez avant midi, nous livrons l’après-midi même. '.repeat(24)],
		'À très vite à l’atelier !',
	].join('\n\n'),
	media: [{ url: `${origin}/media/samples/bouquet-camelia.jpg`, alt: 'Un bouquet de camélias' }],
	link: 'https://ateliercamelia.example/bouquets',
	hashtags: ['camelia', 'nantes'],
});

const to = (node: string): INodeConnections => ({ main: [[{ node, type: 'main', index: 0 }]] });
const chosen = (value: string, cachedResultName: string): INodeParameters => ({ __rl: true, mode: 'list', value, cachedResultName });

/** What a person wants to see of the answer; its long texts, before and after, stay out. */
const overview = '={{ { content: $json.contentId, network: $json.network, status: $json.status, permalink: $json.permalink ?? "–", adapted: $json.adapted.map(({ field, rule, why }) => `${field}, ${rule}: ${why}`).join(" ") || "–" } }}';

/** A click, one content for three networks, and the Publisher that adapts it to each. */
function spring(origin: string, { credentials }: Furniture): WorkflowFile {
	const bound = ['qmarkMetaOAuth2Api', 'qmarkTelegramApi'].flatMap((type) => {
		const { id, name } = credentials.get(type) ?? {};
		return id === undefined || name === undefined ? [] : [[type, { id, name }]];
	});
	const { page, instagram } = seed.meta;
	return {
		name: 'Spring opening',
		nodes: [
			{ id: 'start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
			{ id: 'content', name: 'Content', type: 'n8n-nodes-base.set', typeVersion: 3.4, position: [240, 0], parameters: { mode: 'raw', jsonOutput: JSON.stringify(content(origin), null, 2), options: {} } },
			{
				...{ id: 'publisher', name: 'Publisher', type: 'n8n-nodes-qmark.qmarkPublisher', typeVersion: 1, position: [480, 0] },
				parameters: {
					...{ resource: 'content', operation: 'publish', networks: ['facebook', 'instagram', 'telegram'], adapt: true },
					facebookAccount: chosen(page.id, page.name),
					instagramAccount: chosen(instagram.id, instagram.username),
					telegramAccount: chosen(String(seed.telegram.channel.id), seed.telegram.channel.title),
				},
				credentials: Object.fromEntries(bound),
			},
			{ id: 'overview', name: 'Overview', type: 'n8n-nodes-base.set', typeVersion: 3.4, position: [720, 0], parameters: { mode: 'raw', jsonOutput: overview, options: {} } },
		],
		connections: { Start: to('Content'), Content: to('Publisher'), Publisher: to('Overview') },
	};
}

/** The Publisher's panel, and what it answers for one content on three networks. */
export async function publisherPictures(page: Page, { n8n, operator, networks }: Stage, furniture: Furniture, wanted: (name: string) => boolean): Promise<void> {
	if (!wanted('publisher-panel') && !wanted('publisher-output')) return;
	const workflow = await operator.workflows.import(spring(networks.origin, furniture));
	const { id } = await operator.workflows.run(workflow);
	const open = async (path: string, node: string) => {
		await page.goto(`${n8n.url}/workflow/${workflow.id}${path}`);
		await page.getByTestId('canvas-node').filter({ hasText: node }).dblclick();
		await page.getByTestId('node-parameters').waitFor();
		// What lies under the pointer looks otherwise.
		await page.mouse.move(0, 0);
		await settled(page);
	};
	if (wanted('publisher-panel')) {
		await page.setViewportSize({ width: 1600, height: 1220 });
		await open('', 'Publisher');
		await picture(page.getByTestId('node-parameters'), 'publisher-panel');
	}
	if (wanted('publisher-output')) {
		// Wide enough for all columns of the table.
		await page.setViewportSize({ width: 2600, height: 380 });
		await open(`/executions/${id}`, 'Overview');
		await picture(page.getByTestId('output-panel'), 'publisher-output');
	}
}
