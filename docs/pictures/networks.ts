import type { INodeParameters } from 'n8n-workflow';
import type { Page } from 'playwright-core';
import type { WorkflowFile } from '../../sandbox/n8n/workflows';
import type { Stage } from '../../test/support/stage';
import { picture, settled } from './editor';
import type { Furniture } from './furnish';

const chosen = (value: string, cachedResultName: string): INodeParameters => ({ __rl: true, mode: 'list', value, cachedResultName });

/** Panels of nodes as somebody has filled them in; heights show all of them. */
const panels: { name: string; node: string; type: string; credential: string; height: number; parameters: INodeParameters }[] = [
	{
		...{ name: 'tiktok-panel', node: 'TikTok', type: 'qmarkTikTok', credential: 'qmarkTikTokOAuth2Api', height: 1000 },
		parameters: { resource: 'video', operation: 'publish', source: 'binary', binaryField: 'data', caption: 'Les camélias sont là #fleurs', privacyLevel: 'PUBLIC_TO_EVERYONE', allow: ['comment'], additionalFields: { promotes: ['own'] } },
	},
	{
		...{ name: 'linkedin-panel', node: 'LinkedIn', type: 'qmarkLinkedIn', credential: 'qmarkLinkedInOAuth2Api', height: 920 },
		parameters: { resource: 'post', operation: 'createDocument', author: chosen('me', 'Me'), text: 'Notre catalogue de printemps #fleurs', source: 'binary', binaryField: 'data', title: 'Catalogue de printemps', additionalFields: {} },
	},
	{
		...{ name: 'pinterest-panel', node: 'Pinterest', type: 'qmarkPinterest', credential: 'qmarkPinterestOAuth2Api', height: 1000 },
		parameters: { resource: 'pin', operation: 'createImage', boardId: chosen('549000000000000101', 'Bouquets'), title: 'Camélias', description: 'Un bouquet de saison', link: 'https://ateliercamelia.example/bouquets', source: 'url', imageUrl: 'https://ateliercamelia.example/camelia.jpg', additionalFields: {} },
	},
	{
		...{ name: 'youtube-panel', node: 'YouTube', type: 'qmarkYouTube', credential: 'qmarkYouTubeOAuth2Api', height: 1000 },
		parameters: { resource: 'video', operation: 'upload', source: 'binary', binaryField: 'data', title: 'Un bouquet en deux minutes', description: 'Comment nous composons un bouquet de camélias.', privacy: 'private', madeForKids: false, additionalFields: { tags: 'fleurs, bouquet' } },
	},
];

function workflowOf({ credentials }: Furniture): WorkflowFile {
	return {
		name: 'Panels of networks',
		nodes: panels.map(({ node, type, credential, parameters }, index) => {
			const { id = '', name = '' } = credentials.get(credential) ?? {};
			return { id: type, name: node, type: `n8n-nodes-qmark.${type}`, typeVersion: 1, position: [index * 240, 0], parameters, credentials: { [credential]: { id, name } } };
		}),
		connections: {},
	};
}

/** Panels of the nodes of TikTok, LinkedIn, Pinterest and YouTube. */
export async function networkPictures(page: Page, { n8n, operator }: Stage, furniture: Furniture, wanted: (name: string) => boolean): Promise<void> {
	const some = panels.filter(({ name }) => wanted(name));
	if (some.length === 0) return;
	const { id } = await operator.workflows.import(workflowOf(furniture));
	for (const { name, node, height } of some) {
		await page.setViewportSize({ width: 1600, height });
		await page.goto(`${n8n.url}/workflow/${id}`);
		await page.getByTestId('canvas-node').filter({ hasText: node }).first().dblclick();
		await page.getByTestId('node-parameters').waitFor();
		// What lies under the pointer looks otherwise.
		await page.mouse.move(0, 0);
		await settled(page);
		await picture(page.getByTestId('node-parameters'), name);
	}
}
