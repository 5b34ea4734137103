import { sniff } from '../sniff';
import { Created, Ref, type Call, type Describe, type Handler } from './call';
import { conversationEdges, conversationFields } from './comments';
import type { Edges } from './edges';
import { GraphError, invalid } from './errors';
import { postInsights } from './insights';
import { download, FetchFailure, megabyte, type Fetched } from './media';
import type { Page, Photo } from './model';
import { addPost, permalinkOf, refreshEntry, removePost } from './posts';
import { readRelease } from './release';
import { graphTime, type Meta } from './state';

/** Megabytes a feed photo may have; stories take 10. https://developers.facebook.com/docs/graph-api/reference/page/photos */
const feedMegabytes = 4;
const storyMegabytes = 10;
const formats = ['image/jpeg', 'image/png', 'image/gif'];

const unreadable = (sentence: string, subcode: number): GraphError =>
	new GraphError(324, `(#324) ${sentence}`, { subcode, userMessage: sentence });

async function readSource({ params, files }: Call, meta: Meta): Promise<Fetched & { shownUrl: string }> {
	const upload = files.get('source');
	if (upload) {
		const sniffed = sniff(upload.head);
		return { file: upload, sniffed, shownUrl: upload.url };
	}
	const url = params.text('url');
	if (url === undefined) throw new GraphError(324, '(#324) Requires upload file', { subcode: 2069019 });
	if (!URL.canParse(url)) throw invalid('url should represent a valid URL');
	try {
		return { ...(await download(meta.world, url, storyMegabytes * megabyte)), shownUrl: url };
	} catch (error) {
		if (error instanceof FetchFailure) throw unreadable(`Missing or invalid image file. ${error.message}`, 2061006);
		throw error;
	}
}

/** https://developers.facebook.com/docs/graph-api/reference/page/photos#Creating */
export const createPhoto: Handler<Page> = async (page, call, meta) => {
	const { params } = call;
	const release = readRelease(params, meta.now);
	const { file, sniffed, shownUrl } = await readSource(call, meta);
	// An unpublished photo may become a story, which takes more than a feed post does.
	const megabytes = release.state === 'draft' ? storyMegabytes : feedMegabytes;
	if (!sniffed || !formats.includes(sniffed.mime) || file.size > megabytes * megabyte) {
		const sentence = `Your photos couldn't be uploaded. Photos should be smaller than ${megabytes} MB and saved as JPG, PNG or GIF files.`;
		throw new GraphError(100, `(#100) ${sentence}`, { subcode: 1366046, userTitle: "Can't Read Files", userMessage: sentence });
	}
	const caption = params.text('caption') ?? params.text('message') ?? '';
	const photo = meta.keep<Photo>({
		type: 'Photo',
		id: meta.newId('photo'),
		pageId: page.id,
		caption,
		alt: params.text('alt_text_custom'),
		file,
		shownUrl,
		width: sniffed.width,
		height: sniffed.height,
		createdAt: meta.now,
		likedByPage: false,
	});
	if (release.state === 'draft') return new Created(photo);
	const post = addPost(meta, page, { kind: 'photo', message: caption, photoIds: [photo.id] }, release);
	return new Created(photo, { id: photo.id, post_id: post.id });
};

export const describePhoto: Describe<Photo> = (photo, meta) => ({
	label: 'Photo',
	defaults: ['created_time', 'name', 'id'],
	fields: {
		id: () => photo.id,
		name: () => photo.caption || undefined,
		created_time: () => graphTime(photo.createdAt),
		updated_time: () => graphTime(photo.createdAt),
		from: () => ({ name: meta.page(photo.pageId).name, id: photo.pageId }),
		alt_text: () => photo.alt,
		alt_text_custom: () => photo.alt,
		width: () => photo.width,
		height: () => photo.height,
		images: () => [{ source: photo.file.url, width: photo.width, height: photo.height }],
		picture: () => photo.file.url,
		page_story_id: () => photo.postId,
		post_id: () => photo.postId,
		link: () => meta.url('www.facebook.com', `/photo/${photo.id}`),
		permalink_url: () => {
			const post = meta.find('PagePost', photo.postId);
			return post && permalinkOf(post, meta);
		},
		...conversationFields(photo, meta),
	},
});

export const photoEdges: Edges<'Photo', Handler<Photo>> = {
	GET: (photo) => new Ref(photo, ['created_time', 'name', 'id']),
	DELETE: (photo, _call, meta) => {
		meta.nodes.delete(photo.id);
		const post = meta.find('PagePost', photo.postId);
		if (!post) return { success: true };
		post.photoIds = post.photoIds.filter((id) => id !== photo.id);
		if (post.photoIds.length === 0) removePost(meta, post);
		else refreshEntry(meta, post);
		return { success: true };
	},
	'GET insights': postInsights,
	...conversationEdges,
};
