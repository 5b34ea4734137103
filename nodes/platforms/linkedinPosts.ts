import type { PostFacts } from '../model/postFacts';

const MEGABYTE = 1024 * 1024;
const reference = 'https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares';
const postsPage = `${reference}/posts-api`;

/** Lengths in characters, sizes in bytes. */
export const limits = {
	/** By practice: LinkedIn’s refusals name it, its pages do not. */
	text: 3000,
	/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/article-post */
	article: { title: 400, description: 4085 },
	altText: 4085,
	comment: 1250,
	/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/poll-post-api */
	poll: { question: 140, answer: 30, answers: { least: 2, most: 4 } },
	images: { least: 2, most: 20 },
	image: { pixels: 36_152_319 },
	/** LinkedIn names 500 MB for what people upload by hand, while its multipart uploads take 5 GB: whether it can process one it says itself. */
	video: { least: 75 * 1024, most: 5 * 1024 * MEGABYTE },
	document: { most: 100 * MEGABYTE },
	/** Items of one page of a listing. */
	pageSize: 100,
} as const;

const office = 'application/vnd.openxmlformats-officedocument';

/** What may be uploaded, and the pages that say so. */
export const formats = {
	image: { taken: 'JPEG, PNG or GIF', mimes: ['image/jpeg', 'image/png', 'image/gif'], endings: ['jpg', 'jpeg', 'png', 'gif'], source: `${reference}/images-api` },
	video: { taken: 'MP4', mimes: ['video/mp4'], endings: ['mp4', 'm4v'], source: `${reference}/videos-api` },
	document: {
		taken: 'PDF, Word or PowerPoint',
		mimes: ['application/pdf', 'application/msword', 'application/vnd.ms-powerpoint', `${office}.wordprocessingml.document`, `${office}.presentationml.presentation`],
		endings: ['pdf', 'doc', 'docx', 'ppt', 'pptx'],
		source: `${reference}/documents-api`,
	},
} as const;

const sources = ['url', 'binary'] as const;

/** What a post of a member or an organization holds. A link becomes an article, for which LinkedIn fetches nothing: its title is the post’s. */
export const posts: PostFacts = {
	text: { most: limits.text, source: postsPage },
	title: { most: limits.article.title, source: `${reference}/article-post` },
	textOnly: true,
	thread: false,
	link: 'preview',
	firstComment: { most: limits.comment, source: `${reference}/comments-api` },
	alt: { most: limits.altText, kinds: ['image'], source: postsPage },
	media: { most: limits.images.most, together: [['image']], source: `${reference}/multiimage-post-api` },
	files: {
		image: { taken: formats.image.taken, mimes: formats.image.mimes, sources, source: formats.image.source },
		video: { taken: formats.video.taken, mimes: formats.video.mimes, bytes: limits.video.most, ratio: { least: 1 / 2.4, most: 2.4 }, seconds: { least: 3, most: 30 * 60 }, sources, source: formats.video.source },
		document: { taken: formats.document.taken, mimes: formats.document.mimes, bytes: limits.document.most, sources, source: formats.document.source },
	},
};
