import type { INodeParameters } from 'n8n-workflow';
import { channels } from '../../sandbox/networks/google/youtube/seed';
import { seed } from '../../sandbox/networks/seed';

/** How one network takes a video. */
export interface VideoTarget {
	/** As the timeline and contents name it. */
	network: string;
	/** As the sandbox's controls name its vendor. */
	vendor: string;
	node: string;
	credential: string;
	parameters: INodeParameters;
	/** Part of the path of the calls that carry the video. */
	uploads: string;
	/** The call that makes it public: part of its path, and calls of the same path that come before it where the video is small. */
	publishes: { match: string; skip?: number };
	/** Whether the vendor goes on with an upload that broke off. */
	resumes: boolean;
}

const inId = (value: string, mode = 'id') => ({ __rl: true, mode, value });
/** LinkedIn takes no text twice. */
const text = '={{ "Bouquet " + $now.toMillis() }}';

const known: readonly VideoTarget[] = [
	{
		...{ network: 'linkedin', vendor: 'linkedin', node: 'qmarkLinkedIn', credential: 'qmarkLinkedInOAuth2Api', uploads: '/dms-uploads/', publishes: { match: '/rest/posts' }, resumes: true },
		parameters: { resource: 'post', operation: 'createVideo', author: inId('me', 'list'), source: 'binary', binaryField: 'data', text },
	},
	{
		...{ network: 'pinterest', vendor: 'pinterest', node: 'qmarkPinterest', credential: 'qmarkPinterestOAuth2Api', uploads: 'amazonaws.com', publishes: { match: '/v5/pins' }, resumes: false },
		parameters: { resource: 'pin', operation: 'createVideo', boardId: inId(seed.pinterest.board.id), source: 'binary', binaryField: 'data', title: text },
	},
	{
		...{ network: 'tiktok', vendor: 'tiktok', node: 'qmarkTikTok', credential: 'qmarkTikTokOAuth2Api', uploads: 'open-upload', publishes: { match: 'open-upload' }, resumes: true },
		parameters: { resource: 'video', operation: 'publish', source: 'binary', binaryField: 'data', caption: text, privacyLevel: 'SELF_ONLY' },
	},
	{
		...{ network: 'youtube', vendor: 'google', node: 'qmarkYouTube', credential: 'qmarkYouTubeOAuth2Api', uploads: '/upload/youtube/', publishes: { match: '/upload/youtube/', skip: 1 }, resumes: true },
		parameters: { resource: 'video', operation: 'upload', source: 'binary', binaryField: 'data', title: text, privacy: 'public' },
	},
];

/** Those that the command names, otherwise all. */
const asked = process.argv.slice(2);
export const videoTargets = known.filter(({ network }) => asked.length === 0 || asked.includes(network));

const accounts: INodeParameters = {
	linkedinAccount: inId(`urn:li:person:${seed.linkedin.accounts[0].id}`, 'urn'),
	pinterestAccount: inId(seed.pinterest.board.id),
	tiktokAccount: inId(seed.tiktok.accounts[0].id),
	youtubeAccount: inId(channels[0].id),
};

/** The content, and the Publisher behind it. Its texts are those of one content, whatever runs it. */
export const publisher = (id: string) => [
	{
		...{ name: 'Content', type: 'n8n-nodes-base.set', typeVersion: 3.4 },
		parameters: {
			// Without other fields there would be no file either.
			...{ mode: 'raw', includeOtherFields: true, options: { stripBinary: false } },
			jsonOutput: JSON.stringify({ content: { id: `video-${id}`, title: 'Bouquet', text: `Bouquet ${id}`, media: [{ kind: 'video', binary: 'data' }], targets: videoTargets.map(({ network }) => ({ network })) } }),
		},
	},
	{
		...{ name: 'Under test', type: 'n8n-nodes-qmark.qmarkPublisher', typeVersion: 1 },
		parameters: { resource: 'content', operation: 'publish', networks: videoTargets.map(({ network }) => network), ...accounts, options: { tikTokAudience: 'SELF_ONLY' } },
	},
];
