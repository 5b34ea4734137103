import { discoverySeed } from '../../sandbox/networks/meta/discovery/seed';
import { seedTokens } from '../../sandbox/networks/meta/tokens';
import { accountId, openFlorist } from '../operations/instagram/florist';
import type { Florist } from '../operations/instagram/florist';
import { runSdk } from './sdk/run';

interface Answers {
	tags: object[];
	mentioned: object;
	reply: { id: string };
	discovered: { followers_count: number; media: { data: object[] } };
	top: { like_count: number }[];
	searched: object[];
	open: boolean;
	deleted: object;
}

let florist: Florist;
let hashtag: string;
beforeAll(async () => (florist = await openFlorist()));
beforeEach(async () => {
	await florist.begin();
	// The SDK has no call for the search itself.
	hashtag = String((await florist.one('hashtag:search', { hashtag: 'fleurs' })).id);
});
afterAll(async () => await florist.close());

const { mentioningMedia, neighbour } = discoverySeed;
const drive = async () =>
	await runSdk<Answers>('instagramMore', {
		...{ origin: florist.origin, token: seedTokens.user, account: accountId, imageUrl: florist.sample('tulipes-vase.jpg') },
		...{ hashtag, mentioningMedia, username: neighbour.username },
	});

test('Meta’s own SDK looks around in the sandbox', async () => {
	const { result, refusal } = await drive();
	expect(refusal).toBeUndefined();
	expect(result).toMatchObject({
		tags: [{ id: discoverySeed.taggedMedia }],
		mentioned: { id: mentioningMedia, username: neighbour.username },
		reply: { id: expect.any(String) },
		discovered: { followers_count: 15_320, media: { data: [{ id: discoverySeed.commentedMedia }, {}] } },
		top: [{ like_count: 199 }, {}],
		searched: [{ id: hashtag, name: 'fleurs' }],
		open: false,
		deleted: { success: true },
	});
});

test('the SDK reads the refusal of somebody who is not there as Meta’s', async () => {
	const { refusal } = await runSdk<Answers>('instagramMore', { origin: florist.origin, token: seedTokens.user, account: accountId, mentioningMedia: discoverySeed.commentedMedia });
	expect(refusal).toMatchObject({ code: 100, error_subcode: 2207006 });
});

/** Changes as method, edge and parameters; what the network gives out is blank, and what a form writes as text means the same. */
async function changes() {
	return (await florist.wire())
		.filter(({ method }) => method !== 'GET')
		.map(({ method, path, query, body }) => {
			const parameters = Object.entries({ ...Object(query), ...Object(body) }).filter(([name]) => !['access_token', 'appsecret_proof', 'id'].includes(name));
			const blank = (value: unknown) => String(value).replace(/\b(1788|1790|1785)\d{14}\b/g, '<$1>');
			return [method, blank(path), Object.fromEntries(parameters.map(([name, value]) => [name, blank(value)]))];
		});
}

test('the node puts the same requests on the wire as the SDK', async () => {
	await drive();
	const bySdk = await changes();
	await florist.begin();
	await florist.one('mention:reply', { mediaId: mentioningMedia, message: 'Merci !' });
	const { id } = await florist.one('media:publishImage', { imageUrl: florist.sample('tulipes-vase.jpg'), caption: '' });
	await florist.one('media:enableComments', { mediaId: String(id), enabled: false });
	await florist.one('media:delete', { mediaId: String(id) });
	const byNode = await changes();
	expect(byNode).toEqual(bySdk);
	expect(byNode).toHaveLength(5);
});
