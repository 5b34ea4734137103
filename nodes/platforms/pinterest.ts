import { PlatformError } from '../core/errors';
import type { Credentials, Finding, Platform, Reply, Usage } from '../core/platform';
import type { Request } from '../core/request';
import type { PostFacts } from '../model/postFacts';
import { uploadsAt, vendor } from './gateway';
import { allowanceIn, parseError } from './pinterestErrors';

const DAY = 24 * 60 * 60_000;
const MEGABYTE = 1024 * 1024;
const pinsPage = 'https://developers.pinterest.com/docs/api/v5/pins-create';
const filesPage = 'https://help.pinterest.com/en/business/article/pinterest-product-specs';

const limits = {
	title: 100,
	description: 800,
	link: 2048,
	altText: 500,
	/** Name of a board's section. */
	section: 180,
	/** Images of one Pin, all of the same size in pixels. */
	carousel: { least: 2, most: 5 },
	image: 20 * MEGABYTE,
	/** Pinterest names 1 GB and 2 GB. */
	video: 2048 * MEGABYTE,
	seconds: { least: 4, most: 15 * 60 },
	ratio: { least: 1 / 2, most: 1.91 },
	/** Items of one page of a listing; what the search of all of Pinterest gives. */
	pageSize: 250,
	publicPageSize: 50,
	/** Pins of one call for analytics, and those of a list of the best. */
	analyticsPins: 100,
	topPins: 50,
	/** Days back: Pinterest says 90, but its day changes at midnight UTC. */
	analyticsDays: 89,
} as const;

/** What is counted together: `x-ratelimit-category` in https://github.com/pinterest/api-description. Each has headers of its own. */
export type Category = 'org_read' | 'org_write' | 'org_analytics' | 'ads_read' | 'ads_write' | 'ads_analytics';

/** As long as something is left nobody waits for more: an app with trial access gets it back once a day. */
function usageIn(headers: Reply['headers']): Usage | undefined {
	const allowance = allowanceIn(headers);
	if (!allowance) return undefined;
	const { limit, left, regain } = allowance;
	return { percent: left > 0 ? Math.min(89, 100 - (100 * left) / limit) : 100, regain };
}

/** What Pinterest's API Sandbox has not. https://developers.pinterest.com/docs/developer-tools/sandbox/ */
const notInSandbox: readonly (readonly [call: RegExp, lacks: string])[] = [
	[/^POST \/media$/, 'takes no videos'],
	[/^GET \/search\//, 'has no search'],
	[/^POST \/ad_accounts\/\w+\/events/, 'takes no conversions'],
	[/^POST \/ad_accounts\/\w+\/reports/, 'prepares no reports'],
	[/^GET \/(pins|user_account)\/.*analytics/, 'has no analytics'],
];

/** Refuses beforehand what the API Sandbox would refuse. */
function complete(request: Request, { environment }: Credentials): Request {
	const call = `${request.method ?? 'GET'} ${request.url}`;
	const [, lacks] = (environment === 'sandbox' && notInSandbox.find(([path]) => path.test(call))) || [];
	if (!lacks) return request;
	throw new PlatformError({ verdict: 'stop', code: 'api-sandbox', message: `Pinterest’s API Sandbox ${lacks}.`, hint: 'Choose the environment “Live” in the credential and connect again.' });
}

/** Nothing tells an app's tier but the refusal of its first Pin; who works in the API Sandbox has none for the public yet. */
const sandboxed: Finding = {
	problem: 'unaudited-app',
	message: 'The credential is connected with Pinterest’s API Sandbox: nobody but you sees what is made there, and it has no videos, no search and no analytics.',
	fix: 'Once Pinterest has given your app standard access, choose the environment “Live” in the credential and connect again.',
};

const image = { taken: 'JPEG or PNG', mimes: ['image/jpeg', 'image/png'] };
const fetchedImage = { taken: 'JPEG, PNG, WebP, GIF, BMP or TIFF', mimes: [...image.mimes, 'image/webp', 'image/gif', 'image/bmp', 'image/tiff'] };
const video = { taken: 'MP4, MOV or M4V', mimes: ['video/mp4', 'video/quicktime'] };

/** What a Pin holds. A file of the item must be JPEG or PNG, which `check` learns from Pinterest’s page and the node from the file. */
const posts: PostFacts = {
	text: { most: limits.description, source: pinsPage },
	title: { most: limits.title, source: pinsPage },
	textOnly: false,
	thread: false,
	link: 'click',
	alt: { most: limits.altText, kinds: ['image', 'video'], source: pinsPage },
	cover: true,
	media: { most: limits.carousel.most, together: [['image']], source: pinsPage },
	files: {
		image: { ...fetchedImage, bytes: limits.image, sources: ['url', 'binary'], source: filesPage },
		video: { ...video, bytes: limits.video, ratio: limits.ratio, seconds: limits.seconds, sources: ['url', 'binary'], source: filesPage },
	},
};

/** https://developers.pinterest.com/docs/api/v5/ */
export const pinterest = {
	name: 'Pinterest',
	credential: 'qmarkPinterestOAuth2Api',
	docs: 'https://developers.pinterest.com/docs/api/v5/',
	verified: '2026-11 https://developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization/',
	baseUrl: (credentials) => `${vendor(credentials, credentials.environment === 'sandbox' ? 'api-sandbox.pinterest.com' : 'api.pinterest.com')}/v5`,
	account: ({ clientId, environment }) => `${String(clientId)}/${String(environment)}`,
	identity: { request: { url: '/user_account' }, nameOf: ({ username, id }) => String(username ?? id) },
	/** 30 days; the refresh token lives 60 and is a new one every time, so a connection that rests for 60 days is over. */
	token: { renewBefore: 7 * DAY, slides: true, hasEnded: ({ status, code }) => status === 401 && code === '2' },
	concurrency: { read: 5, send: 1 },
	retry: { attempts: 4, firstDelay: 1_000 },
	timeout: 60_000,
	parseError,
	complete,
	diagnose: async (_api, _input, { environment }) => await Promise.resolve(environment === 'sandbox' ? [sandboxed] : []),
	laneUsage: usageIn,
	uploadsTo: uploadsAt('pinterest-media-upload.s3-accelerate.amazonaws.com', 'pinterest-media-upload.s3.amazonaws.com'),
	pageItems: ({ items }) => (Array.isArray(items) ? items : []),
	nextPage: (request, { bookmark }) => (typeof bookmark === 'string' && bookmark !== '' ? { ...request, qs: { ...request.qs, bookmark } } : undefined),
	uploadLimit: () => limits.video,
	posts,
	limits,
	formats: { image, fetchedImage, video },
	/** Where people see a Pin. */
	pinUrl: (id: string) => `https://www.pinterest.com/pin/${id}/`,
	/** In ms: how often to ask whether a video is ready, and for how long. */
	processing: { every: 3_000, atMost: 10 * 60_000 },
	/** Milliseconds that a video may take on a slow line, and the images within a Pin. */
	upload: { timeout: 60 * 60_000, images: 5 * 60_000 },
	/** In ms. After a lost answer: how often the board is looked at, and for how long; and since the call was made, when a Pin that is not listed surely is not there: after any call has ended, and lists had time to follow. */
	settling: { every: 3_000, atMost: 15_000, certain: 6 * 60_000 },
} as const satisfies Platform & { posts: PostFacts } & Record<'limits' | 'formats' | 'pinUrl' | 'processing' | 'upload' | 'settling', unknown>;
