import axios from 'axios';
import type { INodeParameters } from 'n8n-workflow';
import { QmarkInstagram } from '../../nodes/QmarkInstagram/QmarkInstagram.node';
import type { RecordedRequest } from '../../sandbox/networks/requests';
import { seed } from '../../sandbox/networks/seed';
import { runNode } from '../support/context';
import { metaCredential, openSandbox } from '../support/sandbox';
import type { Sandbox } from '../support/sandbox';
import { runSdk } from './sdk/run';

let sandbox: Sandbox;
let credentials: ReturnType<typeof metaCredential>;
beforeAll(async () => {
	sandbox = await openSandbox();
	credentials = metaCredential(sandbox.origin);
});
beforeEach(async () => await sandbox.reset());
afterAll(async () => await sandbox.close());

const account = seed.meta.instagram.id;
const sample = (name: string) => `${sandbox.origin}/media/samples/${name}`;
const caption = 'Le bouquet du jour 🌸 à Nantes';

const containers = () => ({
	image: { image_url: sample('bouquet-camelia.jpg'), alt_text: 'Camélias', collaborators: ['nantes.centre'], user_tags: [{ username: 'ines_demo', x: 0.25, y: 0.75 }] },
	carousel: [{ image_url: sample('mariage-blanc.jpg') }, { image_url: sample('dahlia-cafe.jpg') }],
	story: { media_type: 'STORIES', image_url: sample('couronne-avent.jpg') },
});

interface Done {
	image: string;
	carousel: string;
	story: string;
	comment: string;
	reply: string;
	listed: { id: string; caption?: string }[];
	comments: string[];
	limit: { quota_usage: number; config: { quota_total: number } }[];
	insights: string[];
	hidden: boolean;
	deleted: object;
}

const bySdk = async () => await runSdk<Done>('instagram', { origin: sandbox.origin, token: credentials.qmarkMetaOAuth2Api.oauthTokenData.access_token, account, containers: containers(), caption });

const byNode = async (resource: string, operation: string, parameters: INodeParameters) => {
	const all = { resource, operation, account: { __rl: true, mode: 'id', value: account }, ...parameters };
	const [output] = await runNode({ node: new QmarkInstagram(), credentials, parameters: all });
	return output?.json ?? {};
};

/** What a form must write as text, JSON carries as it is: both are the same to Meta. */
function meaning(value: unknown): unknown {
	if (typeof value !== 'string') return typeof value === 'boolean' ? String(value) : value;
	return /^[[{]/.test(value) ? JSON.parse(value) : value;
}

/** Every call that changes something as edge and parameters, with the ids that differ from run to run replaced by their kind. */
async function changes() {
	const { data } = await axios.get<RecordedRequest[]>(`${sandbox.origin}/_sandbox/requests`, { params: { network: 'meta' } });
	// The SDK repeats the id of the path in the body.
	const unlike = ['access_token', 'appsecret_proof', 'id'];
	const blank = (text: string) => text.replace(/\b(1788|1790|1785)\d{14}\b/g, '<$1>');
	return data
		.filter(({ method, host }) => method !== 'GET' && host === 'graph.facebook.com')
		.map(({ method, path, body, query }) => {
			const parameters = Object.entries({ ...query, ...Object(body) }).filter(([name]) => !unlike.includes(name));
			return blank(JSON.stringify([method, path, Object.fromEntries(parameters.map(([name, value]) => [name, meaning(value)]).sort())]));
		});
}

test('Meta’s own SDK publishes, comments and reads in the sandbox', async () => {
	const { result, refusal } = await bySdk();
	expect(refusal).toBeUndefined();
	expect(result).toMatchObject({
		listed: [{ id: result?.carousel, caption }, { id: result?.image, caption }],
		comments: ['Merci !'],
		limit: [{ quota_usage: 3, config: { quota_total: 50 } }],
		insights: ['reach', 'views'],
		hidden: true,
		deleted: { success: true },
	});
	expect((await sandbox.timeline()).map(({ kind }) => kind)).toEqual(['story', 'carousel', 'photo']);
});

test('the SDK reads the sandbox’s refusals as Meta’s', async () => {
	const { refusal } = await runSdk<Done>('instagram', {
		...{ origin: sandbox.origin, token: credentials.qmarkMetaOAuth2Api.oauthTokenData.access_token, account, caption },
		containers: { ...containers(), image: { image_url: sample('bon-cadeau.png') } },
	});
	expect(refusal).toMatchObject({ code: 36001, error_subcode: 2207005 });
});

test('the node puts the same requests on the wire as the SDK', async () => {
	await bySdk();
	const fromSdk = await changes();
	await sandbox.reset();

	const { image, carousel } = containers();
	const additionalFields = { altText: image.alt_text, collaborators: 'nantes.centre', userTags: { tag: image.user_tags } };
	const published = await byNode('media', 'publishImage', { imageUrl: image.image_url, caption, additionalFields });
	await byNode('media', 'publishCarousel', { mediaSource: 'urls', mediaUrls: carousel.map(({ image_url: url }) => url).join('\n'), caption });
	await byNode('media', 'publishStory', { source: 'imageUrl', imageUrl: sample('couronne-avent.jpg') });
	const comment = await byNode('comment', 'create', { mediaId: String(published.id), message: 'Merci !' });
	await byNode('comment', 'reply', { commentId: String(comment.id), message: 'De rien' });
	await byNode('comment', 'hide', { commentId: String(comment.id), hide: true });
	await byNode('comment', 'delete', { commentId: String(comment.id) });
	expect(await changes()).toEqual(fromSdk);
});
