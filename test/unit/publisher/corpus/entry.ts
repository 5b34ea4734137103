import type { IDataObject } from 'n8n-workflow';
import { plan } from '../../../../nodes/QmarkPublisher/plan';
import { jobsOf } from '../../../../nodes/QmarkPublisher/targets';
import type { Choices } from '../../../../nodes/networks/network';

/** One content as a person, a sheet or an AI agent would give it, and everything that is wrong with it. */
export interface Entry {
	title: string;
	json: IDataObject;
	/** What must be found, and nothing beside it: `field: rule`. */
	expected: string[];
	/** Accounts that the node is set to. */
	accounts: ReadonlyMap<string, string>;
	/** What the panel chooses for single networks. */
	choices?: Choices;
}

const accounts = new Map([
	['facebook', '100200300400501'],
	['instagram', '17841400000000001'],
	['telegram', '@atelier_camelia'],
	['threads', '26500000000000001'],
]);

let count = 0;

/** Gives a content an ID and its network, unless it has its own. */
export const planted = (network: string, title: string, content: IDataObject, ...expected: string[]): Entry => ({
	title: `${network}: ${title}`,
	json: { id: `content-${++count}`, targets: [{ network }], ...content },
	expected,
	accounts,
});

export const good = (network: string, title: string, content: IDataObject): Entry => planted(network, title, content);

export const withoutAccounts = (entry: Entry): Entry => ({ ...entry, accounts: new Map() });

/** All errors of a content on its networks, with texts as they are. */
export const errorsOf = ({ json, accounts: chosen, choices = {} }: Entry): string[] =>
	jobsOf(json, 0, chosen, [])
		.flatMap((job) => plan(job, { choices }).findings)
		.filter(({ severity }) => severity === 'error')
		.map(({ field, rule }) => `${field}: ${rule}`)
		.sort();

export const MEGABYTE = 1_048_576;

const server = 'https://cdn.atelier-camelia.example';

/** A file by its public address; facts such as its pixels come with it where they are known. */
export const file = (name: string, facts: IDataObject = {}): IDataObject => ({ url: `${server}/${name}`, ...facts });
export const photo = (facts: IDataObject = {}) => file('bouquet.jpg', facts);
export const film = (facts: IDataObject = {}) => file('atelier.mp4', facts);
/** A file whose address does not tell what it is. */
export const unnamed = (kind: string, mime: string, facts: IDataObject = {}) => file('files/8f31', { kind, mime, ...facts });
export const many = <T>(times: number, make: (index: number) => T): T[] => Array.from({ length: times }, (_, index) => make(index));

/** The vendors' pages that name the limits, as they were read in September 2026. */
export const pages = {
	container: 'developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media',
	instagramImage: 'developers.facebook.com/…/ig-user/media#image-specifications',
	reel: 'developers.facebook.com/…/ig-user/media#reel-specifications',
	storyVideo: 'developers.facebook.com/…/ig-user/media#story-video-specifications',
	carousel: 'developers.facebook.com/…/ig-user/media#carousel',
	instagramComment: 'developers.facebook.com/docs/instagram-platform/comment-moderation',
	feed: 'developers.facebook.com/docs/graph-api/reference/page/feed',
	pagePosts: 'developers.facebook.com/docs/pages-api/posts',
	photos: 'developers.facebook.com/docs/graph-api/reference/page/photos',
	pageVideos: 'developers.facebook.com/docs/graph-api/reference/page/videos',
	stories: 'developers.facebook.com/docs/page-stories-api',
	comments: 'developers.facebook.com/docs/graph-api/reference/object/comments',
	threadsPosts: 'developers.facebook.com/docs/threads/posts',
	threadsMedia: 'developers.facebook.com/docs/threads/posts#media-specifications',
	threadsCarousel: 'developers.facebook.com/docs/threads/posts#carousel-posts',
	threadsReplies: 'developers.facebook.com/docs/threads/retrieve-and-manage-replies',
	sendMessage: 'core.telegram.org/bots/api#sendmessage',
	sendPhoto: 'core.telegram.org/bots/api#sendphoto',
	sendVideo: 'core.telegram.org/bots/api#sendvideo',
	sendAudio: 'core.telegram.org/bots/api#sendaudio',
	mediaGroup: 'core.telegram.org/bots/api#sendmediagroup',
	sendingFiles: 'core.telegram.org/bots/api#sending-files',
} as const;
