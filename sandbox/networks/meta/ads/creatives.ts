import { Created, Ref, type Describe, type Handler } from '../call';
import type { Edges } from '../edges';
import { GraphError, invalid } from '../errors';
import type { Meta } from '../state';
import type { AdAccount, AdCreative } from './model';
import { refusal } from './money';
import { isValidation, keptValues, ownFields } from './status';
import { adsEdges } from './edges';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const kinds = ['link_data', 'video_data', 'photo_data', 'template_data', 'text_data', 'product_data'];
const kept = adsEdges.AdAccount['POST adcreatives'].params.filter((name) => !['name', 'execution_options'].includes(name));

/** Every image hash and video ID in it must be one of the account's. */
function checkMedia(value: unknown, account: AdAccount, meta: Meta): void {
	if (Array.isArray(value)) for (const one of value) checkMedia(one, account, meta);
	if (!isRecord(value)) return;
	const { image_hash: hash, video_id: video } = value;
	if (hash !== undefined && !meta.find('AdImage', `${account.accountId}:${String(hash)}`))
		throw refusal('image_hash', 1487180, 'Image not found', `The image ${String(hash)} is not in this ad account.`);
	if (video !== undefined && meta.find('AdVideo', String(video))?.accountId !== account.accountId)
		throw refusal('video_id', 1885252, 'Video not found', `The video ${String(video)} is not in this ad account.`);
	for (const inner of Object.values(value)) checkMedia(inner, account, meta);
}

function checkStory(story: Record<string, unknown>, meta: Meta): void {
	if ('instagram_actor_id' in story) throw new GraphError(100, 'Invalid parameter', { subcode: 2238055, userMessage: 'Use instagram_user_id instead of instagram_actor_id.' });
	const unknown = Object.keys(story).find((name) => !['page_id', 'instagram_user_id', ...kinds].includes(name));
	if (unknown !== undefined) throw invalid(`Unknown field object_story_spec[${unknown}]`);
	if (!meta.find('Page', String(story.page_id))) throw refusal('object_story_spec', 1443121, 'Page not found', 'object_story_spec must name a page that you may advertise for.');
	const given = kinds.filter((kind) => kind in story);
	if (given.length !== 1) throw refusal('object_story_spec', 1487390, 'Invalid creative', 'object_story_spec must hold one kind of story.');
	const link = isRecord(story.link_data) ? story.link_data.link : 'https://example.com';
	if (typeof link !== 'string' || !URL.canParse(link)) throw refusal('object_story_spec', 1487472, 'Invalid link', 'link_data must hold a link.');
	if (isRecord(story.video_data) && story.video_data.image_hash === undefined && story.video_data.image_url === undefined)
		throw refusal('object_story_spec', 1443226, 'Thumbnail is missing', 'Please specify one of image_hash or image_url in the video_data field of object_story_spec.');
}

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account/adcreatives#Creating */
export const createCreative: Handler<AdAccount> = (account, call, meta) => {
	const { params } = call;
	const story = params.record('object_story_spec');
	if (story) checkStory(story, meta);
	else if (!params.has('object_story_id') && !params.has('source_instagram_media_id') && !params.has('asset_feed_spec'))
		throw refusal('object_story_spec', 1487390, 'Invalid creative', 'A creative needs a story: object_story_spec, object_story_id or source_instagram_media_id.');
	checkMedia(story, account, meta);
	if (isValidation(call)) return { success: true };
	const name = params.text('name') ?? 'Untitled';
	const own = { id: meta.newId('adCreative'), accountId: account.accountId, name, status: 'ACTIVE' } as const;
	return new Created(meta.keep<AdCreative>({ type: 'AdCreative', ...own, values: keptValues(call, meta, kept), createdAt: meta.now, updatedAt: meta.now }));
};

export const describeCreative: Describe<AdCreative> = (creative) => {
	// A creative has no times at Meta.
	const fields = Object.fromEntries(Object.entries(ownFields(creative)).filter(([name]) => !name.endsWith('_time')));
	return { label: 'AdCreative', defaults: ['id'], fields: { ...fields, status: () => creative.status, object_type: () => 'SHARE' } };
};

export const creativeEdges: Edges<'AdCreative', Handler<AdCreative>> = {
	GET: (creative) => new Ref(creative),
	POST: (creative, call, meta) => {
		const { params } = call;
		creative.name = params.text('name') ?? creative.name;
		creative.status = params.oneOf('status', ['ACTIVE', 'DELETED']) ?? creative.status;
		Object.assign(creative.values, keptValues(call, meta, ['adlabels']));
		return { success: true };
	},
	DELETE: (creative) => {
		creative.status = 'DELETED';
		return { success: true };
	},
};
