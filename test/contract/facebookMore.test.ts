import type { INodeParameters } from 'n8n-workflow';
import { seed } from '../../sandbox/networks/seed';
import { openFlorist, pageId } from '../operations/facebook/florist';
import type { Call, Florist } from '../operations/facebook/florist';
import { runSdk } from './sdk/run';

interface Answers {
	about: string;
	roles: object[];
	assigned: object[];
	visitors: object[];
	tagged: object[];
	ratings: object[];
	videos: { title: string }[];
	insights: string[];
	deleted: object;
	story: { post_id: string };
	storyInsights: string[];
}

let florist: Florist;
beforeAll(async () => (florist = await openFlorist()));
beforeEach(async () => {
	await florist.reset();
	await florist.sandbox.settings({ meta: { visitorPost: { from: 'Inês', text: 'Sur la page' } } });
	await florist.sandbox.settings({ meta: { visitorPost: { from: 'Inês', text: 'Ailleurs', tagged: true } } });
});
afterAll(async () => await florist.sandbox.close());

const videoUrl = () => florist.sample('bouquet-du-jour.mp4');
const drive = async () => await runSdk<Answers>('facebookMore', { ...florist.access(), page: pageId, business: seed.meta.business.id, videoUrl: videoUrl() });

test('the SDK manages the page in the sandbox', async () => {
	const { result, refusal } = await drive();
	expect(refusal).toBeUndefined();
	expect(result).toMatchObject({
		about: 'Fleurs du marché',
		roles: [{ id: seed.meta.user.id, name: seed.meta.user.name }, { id: seed.meta.otherUser.id }],
		assigned: [{ id: seed.meta.systemUser.id, user_type: 'SYSTEM_USER' }],
		visitors: [{ message: 'Sur la page' }],
		tagged: [{ message: 'Ailleurs' }],
		ratings: [{ recommendation_type: 'positive' }, { recommendation_type: 'negative' }],
		videos: [{ title: 'Le film' }],
		insights: ['total_video_views'],
		deleted: { success: true },
		story: { post_id: expect.any(String) },
		storyInsights: ['story_interaction'],
	});
});

/** What the network gives out differs from run to run; the SDK repeats the path's `id`, and writes lists into forms item by item. */
const normal = ({ method, path, query, body }: Call) => {
	const parameters = Object.entries({ ...query, ...body }).filter(([name, value]) => !/token|proof|^id$|^fields$/.test(name) && value !== '');
	const values = parameters.map(([name, value]): [string, string] => [name.replace(/\[\d+\]$/, ''), String(typeof value === 'string' && value.startsWith('[') ? JSON.parse(value) : value)]);
	return { method, path: path.replace(/\/\d+_\d+|\/122\d+/, '/{id}'), parameters: Object.fromEntries(values) };
};

const changes = async () => [...(await florist.calls()), ...(await florist.calls('DELETE'))].map(normal).filter(({ path }) => /likes|\/\d+$|\{id\}$/.test(path));

test('the node puts the same requests on the wire as the SDK', async () => {
	await drive();
	const bySdk = await changes();
	await florist.reset();
	const act = async (resource: string, operation: string, more: INodeParameters) => await florist.one({ resource, operation, ...more });
	const postId = String((await act('post', 'createText', { message: 'Bonjour' })).id);
	await act('post', 'like', { postId, like: true });
	await act('post', 'like', { postId, like: false });
	await act('page', 'update', { updateFields: { about: 'Fleurs du marché', emails: 'bonjour@ateliercamelia.example' } });
	const videoId = String((await act('post', 'createVideo', { videoUrl: videoUrl(), title: 'Atelier', message: 'Le film' })).video_id);
	await act('video', 'update', { videoId, updateFields: { title: 'Le film', description: 'Nouveau' } });
	await act('video', 'delete', { videoId });
	const byNode = await changes();
	expect(byNode).toEqual(bySdk);
	expect(byNode.map(({ method }) => method)).toEqual(['POST', 'POST', 'POST', 'DELETE', 'DELETE']);
});
