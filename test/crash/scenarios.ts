import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ICredentialDataDecryptedObject, IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { linkedinCredential, pinterestCredential, tiktokCredential, youtubeCredential } from '../support/connected';
import { root } from '../support/sources';

/** A content of one network, and the files that come with its item. */
export interface Scenario {
	name: string;
	network: 'facebook' | 'instagram' | 'linkedin' | 'pinterest' | 'telegram' | 'threads' | 'tiktok' | 'youtube';
	/** `sample` gives the URL of one of the sandbox's files. */
	content(sample: (file: string) => string): IDataObject;
	/** File of the item's field `data`, of the sandbox's samples. */
	file?: string;
	/** What the panel chooses for it. */
	options?: INodeParameters;
	/** How it ends; published unless given. */
	ends?: 'draft';
	/** What its credential says beside its app. */
	app?: ICredentialDataDecryptedObject;
	/** Goes to Telegram's control chat. */
	controlChat?: true;
}

const image = (url: string) => ({ url, mime: 'image/jpeg', width: 1080, height: 1080 });
const upright = { mime: 'video/mp4', width: 1080, height: 1920, seconds: 6 };
const wide = { mime: 'video/mp4', width: 1920, height: 1080, seconds: 6 };
const long = Array.from({ length: 90 }, (_, n) => `Phrase numéro ${n} de la longue histoire du camélia, de la graine à la fleur, racontée sans se presser.`).join(' ');

const facebook: Scenario[] = [
	{ name: 'text', network: 'facebook', content: () => ({ text: 'Bonjour Nantes' }) },
	{ name: 'link', network: 'facebook', content: () => ({ text: 'Les arrivages', link: 'https://ateliercamelia.example/arrivages' }) },
	{ name: 'photo with a first comment', network: 'facebook', content: (sample) => ({ text: 'Une photo', media: [image(sample('tulipes-vase.jpg'))], firstComment: 'Premier commentaire' }) },
	{ name: 'three photos', network: 'facebook', content: (sample) => ({ text: 'Trois photos', media: ['tulipes-vase.jpg', 'dahlia-cafe.jpg', 'mariage-blanc.jpg'].map((file) => image(sample(file))) }) },
	{ name: 'reel', network: 'facebook', content: (sample) => ({ text: 'Un reel', media: [{ url: sample('eclosion-camelia.mp4'), ...upright }] }) },
	{ name: 'uploaded reel with a first comment', network: 'facebook', file: 'bouquet-du-jour.mp4', content: () => ({ text: 'Un reel téléversé', media: [{ binary: 'data', kind: 'video', ...upright }], firstComment: 'Premier commentaire' }) },
	{ name: 'video', network: 'facebook', content: (sample) => ({ text: 'Une vidéo', media: [{ url: sample('eclosion-camelia.mp4'), ...wide }] }) },
	{ name: 'uploaded video', network: 'facebook', file: 'bouquet-du-jour.mp4', content: () => ({ text: 'Une vidéo téléversée', media: [{ binary: 'data', kind: 'video', ...wide }] }) },
	{ name: 'photo story and video story', network: 'facebook', content: (sample) => ({ text: '', media: [{ ...image(sample('vitrine-automne.jpg')), role: 'story' }, { url: sample('eclosion-camelia.mp4'), role: 'story', ...upright }] }) },
];

const instagram: Scenario[] = [
	{ name: 'image with a first comment', network: 'instagram', content: (sample) => ({ text: 'Une image', media: [image(sample('tulipes-vase.jpg'))], firstComment: 'Premier commentaire' }) },
	{ name: 'carousel', network: 'instagram', content: (sample) => ({ text: 'Un carrousel', media: [image(sample('tulipes-vase.jpg')), image(sample('dahlia-cafe.jpg')), { url: sample('eclosion-camelia.mp4'), ...upright }] }) },
	{ name: 'reel', network: 'instagram', content: (sample) => ({ text: 'Un reel', media: [{ url: sample('eclosion-camelia.mp4'), ...upright }] }) },
	{ name: 'uploaded reel', network: 'instagram', file: 'bouquet-du-jour.mp4', content: () => ({ text: 'Un reel téléversé', media: [{ binary: 'data', kind: 'video', ...upright }] }) },
	{ name: 'image and story', network: 'instagram', content: (sample) => ({ text: 'Et une story', media: [image(sample('tulipes-vase.jpg')), { ...image(sample('vitrine-automne.jpg')), role: 'story' }] }) },
];

const telegram: Scenario[] = [
	{ name: 'text', network: 'telegram', content: () => ({ text: 'Bonjour le canal' }) },
	{ name: 'photo', network: 'telegram', content: (sample) => ({ text: 'Une photo', media: [image(sample('tulipes-vase.jpg'))] }) },
	{ name: 'album', network: 'telegram', content: (sample) => ({ text: 'Un album', media: ['tulipes-vase.jpg', 'dahlia-cafe.jpg', 'mariage-blanc.jpg'].map((file) => image(sample(file))) }) },
	{ name: 'thread', network: 'telegram', content: () => ({ text: long }) },
	{ name: 'uploaded video', network: 'telegram', file: 'bouquet-du-jour.mp4', content: () => ({ text: 'Une vidéo téléversée', media: [{ binary: 'data', kind: 'video', ...wide }] }) },
	{ name: 'text, with a control chat', network: 'telegram', controlChat: true, content: () => ({ text: 'Bonjour le canal' }) },
	{ name: 'thread, with a control chat', network: 'telegram', controlChat: true, content: () => ({ text: long }) },
];

/** In three posts, of which the second and third answer the one before. */
const threePosts = Array.from({ length: 11 }, (_, n) => `Phrase numéro ${n} de la longue histoire du camélia, de la graine à la fleur, racontée sans se presser.`).join(' ');

const threads: Scenario[] = [
	{ name: 'text', network: 'threads', content: () => ({ text: 'Bonjour Threads' }) },
	{ name: 'link', network: 'threads', content: () => ({ text: 'Les arrivages', link: 'https://ateliercamelia.example/arrivages' }) },
	{ name: 'image with a first comment', network: 'threads', content: (sample) => ({ text: 'Une image', media: [image(sample('tulipes-vase.jpg'))], firstComment: 'Premier commentaire' }) },
	{ name: 'video', network: 'threads', content: (sample) => ({ text: 'Une vidéo', media: [{ url: sample('eclosion-camelia.mp4'), ...upright }] }) },
	{ name: 'carousel', network: 'threads', content: (sample) => ({ text: 'Un carrousel', media: [image(sample('tulipes-vase.jpg')), image(sample('dahlia-cafe.jpg')), { url: sample('eclosion-camelia.mp4'), ...upright }] }) },
	{ name: 'thread of three', network: 'threads', content: () => ({ text: threePosts }) },
];

const everyone = { tikTokAudience: 'PUBLIC_TO_EVERYONE' };
const asDraft = { ends: 'draft', options: { tikTokAudience: 'draft' } } as const;
const flowers = (sample: (file: string) => string) => ['tulipes-vase.jpg', 'dahlia-cafe.jpg'].map((file) => image(sample(file)));

const tiktok: Scenario[] = [
	{ name: 'video by URL', network: 'tiktok', options: everyone, content: (sample) => ({ text: 'Une vidéo', media: [{ url: sample('eclosion-camelia.mp4'), bytes: 366_589, ...upright }] }) },
	{ name: 'uploaded video', network: 'tiktok', options: everyone, file: 'bouquet-du-jour.mp4', content: () => ({ text: 'Une vidéo téléversée', media: [{ binary: 'data', kind: 'video', bytes: 382_085, ...upright }] }) },
	{ name: 'draft of a video', network: 'tiktok', ...asDraft, content: (sample) => ({ text: 'Un brouillon', media: [{ url: sample('eclosion-camelia.mp4'), bytes: 366_589, ...upright }] }) },
	{ name: 'photos', network: 'tiktok', options: everyone, content: (sample) => ({ title: 'Deux photos', text: 'Du jour', media: flowers(sample) }) },
	{ name: 'photos as a draft', network: 'tiktok', ...asDraft, content: (sample) => ({ title: 'Deux photos', text: 'Du jour', media: flowers(sample) }) },
];

const youtube: Scenario[] = [
	{ name: 'uploaded video', network: 'youtube', file: 'bouquet-du-jour.mp4', content: () => ({ title: 'Une vidéo téléversée', text: 'Des dahlias', media: [{ binary: 'data', kind: 'video', ...wide }] }) },
	{ name: 'video by URL with a thumbnail', network: 'youtube', content: (sample) => ({ title: 'Une vidéo', text: 'Des dahlias', media: [{ url: sample('eclosion-camelia.mp4'), cover: sample('dahlia-cafe.jpg'), ...wide }] }) },
];

const pinned = { title: 'Du jour', link: 'https://ateliercamelia.example/bouquets' };

const pinterest: Scenario[] = [
	{ name: 'image', network: 'pinterest', content: (sample) => ({ ...pinned, text: 'Une image', media: [{ ...image(sample('tulipes-vase.jpg')), alt: 'Des tulipes' }] }) },
	{ name: 'image file', network: 'pinterest', file: 'tulipes-vase.jpg', content: () => ({ ...pinned, text: 'Une image téléversée', media: [{ binary: 'data', kind: 'image', mime: 'image/jpeg' }] }) },
	{ name: 'carousel', network: 'pinterest', content: (sample) => ({ ...pinned, text: 'Un carrousel', media: [image(sample('tulipes-vase.jpg')), image(sample('tulipes-vase.jpg'))] }) },
	{ name: 'video with a cover', network: 'pinterest', content: (sample) => ({ ...pinned, text: 'Une vidéo', media: [{ url: sample('eclosion-camelia.mp4'), cover: sample('dahlia-cafe.jpg'), ...upright }] }) },
	{ name: 'uploaded video', network: 'pinterest', file: 'bouquet-du-jour.mp4', content: () => ({ ...pinned, text: 'Une vidéo téléversée', media: [{ binary: 'data', kind: 'video', ...wide }] }) },
];

const forPages = { app: { appType: 'community' } };
const page = { targets: [{ network: 'linkedin', account: 'urn:li:organization:5500001' }] };
const guide = (url: string) => ({ url, mime: 'application/pdf' });

const linkedin: Scenario[] = [
	{ name: 'text of a member', network: 'linkedin', content: () => ({ text: 'Bonjour (LinkedIn) #camélia' }) },
	{ name: 'article of a member', network: 'linkedin', content: () => ({ title: 'Les arrivages', text: 'À lire', link: 'https://ateliercamelia.example/arrivages' }) },
	{ name: 'image of a member', network: 'linkedin', content: (sample) => ({ text: 'Une image', media: [image(sample('tulipes-vase.jpg'))] }) },
	{ name: 'text of a page', network: 'linkedin', ...forPages, content: () => ({ ...page, text: 'Bonjour (LinkedIn) #camélia' }) },
	{ name: 'image of a page with a first comment', network: 'linkedin', ...forPages, content: (sample) => ({ ...page, text: 'Une image', media: [image(sample('tulipes-vase.jpg'))], firstComment: 'Premier commentaire' }) },
	{ name: 'images of a page', network: 'linkedin', ...forPages, content: (sample) => ({ ...page, text: 'Deux images', media: flowers(sample) }) },
	{ name: 'uploaded video of a page', network: 'linkedin', ...forPages, file: 'bouquet-du-jour.mp4', content: () => ({ ...page, title: 'Le bouquet', text: 'Une vidéo téléversée', media: [{ binary: 'data', kind: 'video', ...wide }] }) },
	{ name: 'document of a page', network: 'linkedin', ...forPages, content: (sample) => ({ ...page, title: 'Le guide', text: 'Un document', media: [guide(sample('guide-fleurs.pdf'))] }) },
];

/** Every kind of publication of every network that the Publisher knows. */
export const scenarios: readonly Scenario[] = [...facebook, ...instagram, ...linkedin, ...pinterest, ...telegram, ...threads, ...tiktok, ...youtube];

/** As the sandbox calls what answers, where that is another name. */
export const vendors: Partial<Record<Scenario['network'], string>> = { facebook: 'meta', instagram: 'meta', youtube: 'google' };

/** Networks whose connection a reset of the sandbox ends: how they are connected again. */
export const connections: Partial<Record<Scenario['network'], typeof youtubeCredential>> = { linkedin: linkedinCredential, pinterest: pinterestCredential, tiktok: tiktokCredential, youtube: youtubeCredential };

const samples = join(root, 'sandbox', 'networks', 'media');

/** The input item of a scenario. */
export function itemOf({ content, network, file }: Scenario, sample: (file: string) => string): INodeExecutionData {
	const json = { id: 'crash', targets: [{ network }], ...content(sample) };
	if (!file) return { json };
	return { json, binary: { data: { data: readFileSync(join(samples, file)).toString('base64'), mimeType: file.endsWith('.mp4') ? 'video/mp4' : 'image/jpeg', fileName: file } } };
}
