import type { INodeParameters } from 'n8n-workflow';
import { openFlorist, pageId } from '../operations/facebook/florist';
import type { Call, Florist } from '../operations/facebook/florist';
import { runSdk } from './sdk/run';

/**
 * Meta's own SDK is the oracle: it drives the sandbox, which proves the sandbox; and the same action done by the node
 * must put an equivalent request on the wire, which proves the node.
 */
interface Answers {
	post: { id: string; permalink_url: string };
	photo: { id: string; post_id: string };
	comment: { id: string };
	reply: { id: string };
	firstPage: string[];
	secondPage: string[];
	comments: string[];
	deleted: { success: boolean };
}

const message = 'Les tulipes sont là';
let florist: Florist;
beforeAll(async () => (florist = await openFlorist()));
beforeEach(async () => await florist.reset());
afterAll(async () => await florist.sandbox.close());

/**
 * Parameters may stand in the query or in the body, and empty ones mean nothing; the SDK repeats the path's `id` among them.
 * IDs that the network gives out differ from run to run.
 */
const normal = ({ method, path, query, body }: Call) => {
	const parameters = Object.entries({ ...query, ...body }).filter(([name, value]) => !/token|proof|^id$/.test(name) && value !== '');
	return { method, path: path.replace(/\d+_\d+/, '{id}'), parameters: Object.fromEntries(parameters.map(([name, value]) => [name, String(value)])) };
};

const drive = async () => await runSdk<Answers>('facebook', { ...florist.access(), page: pageId, message, photoUrl: florist.sample('bouquet-camelia.jpg') });

test('the SDK publishes, reads, comments and deletes in the sandbox', async () => {
	const { result, refusal } = await drive();
	expect(refusal).toBeUndefined();
	expect(result?.post).toMatchObject({ id: expect.stringMatching(`^${pageId}_\\d+$`), permalink_url: expect.stringContaining('/posts/') });
	expect(result?.photo).toMatchObject({ id: expect.stringMatching(/^\d+$/), post_id: expect.stringContaining(`${pageId}_`) });
	expect(result?.firstPage).toEqual([result?.photo.post_id]);
	expect(result?.secondPage).toEqual([result?.post.id]);
	expect(result?.comments).toEqual(['Merci !', 'De rien']);
	expect(result?.deleted).toEqual({ success: true });
	expect((await florist.sandbox.timeline()).map(({ kind }) => kind)).toEqual(['photo']);
});

test('a refusal reaches the SDK in Meta’s envelope', async () => {
	const { refusal } = await runSdk('facebook', { ...florist.access(), page: pageId, message: '', photoUrl: '' });
	expect(refusal).toMatchObject({ code: 100, message: expect.stringMatching(/^\(#100\)/) });
});

test('the node puts the same requests on the wire as the SDK', async () => {
	await drive();
	const bySdk = [...(await florist.calls()), ...(await florist.calls('DELETE'))].map(normal);
	await florist.reset();
	const act = async (resource: string, operation: string, more: INodeParameters) => String((await florist.one({ resource, operation, ...more })).id);
	const postId = await act('post', 'createText', { message });
	await act('post', 'createPhoto', { photoUrl: florist.sample('bouquet-camelia.jpg'), message });
	const commentId = await act('comment', 'create', { postId, message: 'Merci !' });
	await act('comment', 'reply', { commentId, message: 'De rien' });
	await act('post', 'delete', { postId });
	const byNode = [...(await florist.calls()), ...(await florist.calls('DELETE'))].map(normal);
	expect(byNode).toEqual(bySdk);
	expect(byNode).toHaveLength(5);
});
