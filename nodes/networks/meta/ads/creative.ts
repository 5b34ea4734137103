import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { refused } from '../../../core/errors';
import { metaAds } from '../../../platforms/metaAds';
import { webAddress } from '../../facebook/media';
import { objectOf } from '../../../core/json';
import { change } from './change';
import { create } from './create';

interface Card {
	callToAction?: string;
	description?: string;
	headline?: string;
	image?: string;
	link?: string;
}

interface CreativeInput {
	adAccount: string;
	name: string;
	story: 'carousel' | 'instagramMedia' | 'json' | 'link' | 'post' | 'video';
	page: string;
	link: string;
	message: string;
	image: string;
	videoId: string;
	callToAction: string;
	cards: { card?: Card[] };
	postId: string;
	instagramMediaId: string;
	storyJson: unknown;
	additionalFields: { description?: string; displayLink?: string; headline?: string; instagramAccountId?: string; urlTags?: string };
	options: { validateOnly?: boolean };
}

/** An uploaded image by its hash, or a public one by its address. */
function imageOf(field: string, image: unknown, names: { hash: string; url: string }): IDataObject {
	const text = String(image ?? '').trim();
	if (text === '') return {};
	return /^[0-9a-f]{32}$/.test(text) ? { [names.hash]: text } : { [names.url]: webAddress(field, text) };
}

const pictured = (field: string, image: unknown) => imageOf(field, image, { hash: 'image_hash', url: 'picture' });
const button = (type: string | undefined, link: string) => (type ? { type, value: { link } } : undefined);

function cardsOf({ cards: { card = [] } }: CreativeInput): IDataObject[] {
	const { least, most } = metaAds.carousel;
	if (card.length < least || card.length > most) throw refused('Cards', `there are ${card.length}; a carousel takes ${least} to ${most}.`, 'Add or remove cards.');
	return card.map(({ link, headline, description, image, callToAction }, index) => {
		const url = webAddress(`Link, card ${index + 1}`, link ?? '');
		return { link: url, name: headline || undefined, description: description || undefined, ...pictured(`Image, card ${index + 1}`, image), call_to_action: button(callToAction, url) };
	});
}

function linkData(input: CreativeInput): IDataObject {
	const { link, message, image, callToAction, story, additionalFields: more } = input;
	const url = webAddress('Link', link);
	const shown = story === 'carousel' ? { child_attachments: cardsOf(input) } : { name: more.headline || undefined, description: more.description || undefined, ...pictured('Image', image) };
	return { link: url, message: message || undefined, caption: more.displayLink || undefined, call_to_action: button(callToAction, url), ...shown };
}

function videoData({ videoId, link, message, image, callToAction, additionalFields: more }: CreativeInput): IDataObject {
	const thumbnail = imageOf('Image', image, { hash: 'image_hash', url: 'image_url' });
	if (Object.keys(thumbnail).length === 0) throw refused('Image', 'is empty; a video needs a picture to show before it plays.', 'Give the hash of an uploaded image, or its public address.');
	return { video_id: videoId.trim(), message: message || undefined, title: more.headline || undefined, link_description: more.description || undefined, ...thumbnail, call_to_action: button(callToAction, webAddress('Link', link)) };
}

function storyOf(input: CreativeInput): IDataObject {
	const { story, page, postId, instagramMediaId, storyJson, additionalFields: more } = input;
	const speaker = { page_id: page, instagram_user_id: more.instagramAccountId || undefined };
	if (story === 'post') return { object_story_id: postId.trim() };
	if (story === 'instagramMedia') return { source_instagram_media_id: instagramMediaId.trim(), object_id: page, instagram_user_id: speaker.instagram_user_id };
	if (story === 'video') return { object_story_spec: { ...speaker, video_data: videoData(input) } };
	if (story !== 'json') return { object_story_spec: { ...speaker, link_data: linkData(input) } };
	const spec = objectOf('Object Story Spec (JSON)', storyJson);
	if (!spec) throw refused('Object Story Spec (JSON)', 'is empty.', 'Give the object in Meta’s own words.');
	return { object_story_spec: { ...speaker, ...spec } };
}

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account/adcreatives#Creating */
export async function createCreative(api: Api, input: CreativeInput) {
	const { adAccount, name, additionalFields, options } = input;
	return await create(api, 'creative', adAccount, { name, ...storyOf(input), url_tags: additionalFields.urlTags || undefined }, options);
}

/** Meta changes nothing else of a creative. https://developers.facebook.com/docs/marketing-api/reference/ad-creative#Updating */
export const renameCreative = async (api: Api, adAccount: string, id: string, name: string) => await change(api, { kind: 'creative', adAccount, id }, () => ({ name }));
