import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { edges } from '../../sandbox/networks/meta/edges';
import { root } from '../support/sources';

/**
 * The sandbox refuses every parameter that its edges do not list, so a node can send no other one. Here those lists are held against the
 * specifications that Meta generates its SDKs from, where they lie beside the repository: https://github.com/facebook/facebook-business-sdk-codegen
 */
const folder = join(root, '..', 'shared', 'specs', 'meta');

interface Spec {
	apis: { method: string; name?: string; endpoint?: string; params: { name: string }[] }[];
}

/** Types that go by another name there. */
const files: Partial<Record<string, string>> = { Video: 'AdVideo' };

/** Types that Meta’s SDKs do not know. */
const unspecified: Partial<Record<string, string>> = {
	IGContainer: 'a container is only ever asked for its status',
	IGHashtag: 'its edges are in the reference of hashtag search',
	MessagingPerson: 'in the reference of Messenger’s user profile',
	UnifiedMessage: 'in the reference of conversations',
	WhatsAppBusinessPhoneNumber: 'in the OpenAPI description of WhatsApp',
	WhatsAppMedia: 'in the OpenAPI description of WhatsApp',
	WhatsAppMessageTemplate: 'in the OpenAPI description of WhatsApp',
};

const file = 'a file of a multipart form, which the reference names in its examples';
const time = 'time-based paging, which every listing of posts takes: https://developers.facebook.com/docs/graph-api/results#time';
const alike = 'the same edge as under a post, in the reference of likes and reactions';
const newer = 'newer than the snapshot of the specifications';
const filtering = 'in the guide to lead ads: https://developers.facebook.com/docs/marketing-api/guides/lead-ads/retrieving';

/** What the specifications lack, `Type METHOD edge` or one parameter of it after a colon, and why it is known all the same. */
const exceptions: Partial<Record<string, string>> = {
	'Page POST message_attachments: filedata': file,
	'Page POST photos: source': file,
	'AdAccount POST adimages: filename': file,
	...Object.fromEntries(['feed', 'posts', 'published_posts', 'visitor_posts'].flatMap((edge) => ['since', 'until'].map((name) => [`Page GET ${edge}: ${name}`, time]))),
	'Page POST videos: place': 'in the reference of the edge',
	'Page POST videos: tags': 'in the reference of the edge',
	...Object.fromEntries(['Photo', 'Video'].flatMap((type) => ['DELETE likes', 'GET reactions'].map((edge) => [`${type} ${edge}`, alike]))),
	'IGUser GET subscribed_apps': 'of Instagram API with Instagram Login',
	'IGUser POST subscribed_apps': 'of Instagram API with Instagram Login',
	'IGUser DELETE subscribed_apps': 'of Instagram API with Instagram Login',
	...Object.fromEntries(['audio_configuration', 'is_ai_generated', 'branded_content_sponsor_ids', 'is_paid_partnership'].map((name) => [`IGUser POST media: ${name}`, newer])),
	'IGUser POST likes': newer,
	'IGUser DELETE likes': newer,
	'Ad GET leads: filtering': filtering,
	'LeadgenForm GET leads: filtering': filtering,
};

const own: Partial<Record<string, string>> = { GET: '#get', POST: '#update', DELETE: '#delete' };

function specOf(type: string): Spec | undefined {
	const path = join(folder, `${files[type] ?? type}.json`);
	if (!existsSync(path)) return undefined;
	const spec: Spec = JSON.parse(readFileSync(path, 'utf8'));
	return spec;
}

/** What one edge takes in the sandbox and not in the specification. */
function strangers(type: string, { apis }: Spec, key: string, params: readonly string[]): string[] {
	const [method = '', edge] = key.split(' ');
	const api = apis.find((one) => one.method === method && (edge === undefined ? one.name === own[method] : one.endpoint === edge));
	if (!api) return [`${type} ${key}`];
	const known = new Set(api.params.map(({ name }) => name));
	return params.filter((name) => !known.has(name)).map((name) => `${type} ${key}: ${name}`);
}

const all = () =>
	Object.entries(edges).flatMap(([type, rules]) => {
		const spec = specOf(type);
		if (!spec) return [type];
		return Object.entries(rules).flatMap(([key, { params }]) => strangers(type, spec, key, params));
	});

const when = existsSync(folder) ? test : test.skip;

when('every parameter that a node of Meta’s can send is in Meta’s own specifications', () => {
	expect(all().filter((one) => exceptions[one] === undefined && unspecified[one] === undefined)).toEqual([]);
});

when('no exception is left over', () => {
	const found = all();
	expect([...Object.keys(exceptions), ...Object.keys(unspecified)].filter((one) => !found.includes(one))).toEqual([]);
});

when('the comparison finds what is not there', () => {
	const spec = specOf('Campaign');
	expect(spec && strangers('Campaign', spec, 'POST', ['daily_budget', 'budget'])).toEqual(['Campaign POST: budget']);
	expect(spec && strangers('Campaign', spec, 'GET budgets', [])).toEqual(['Campaign GET budgets']);
});
