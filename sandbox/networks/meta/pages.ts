import { Connection, Ref, type Call, type Describe, type Handler } from './call';
import type { Edges } from './edges';
import { pageInsights } from './insights';
import { pageLeadEdges } from './leads/leads';
import { listConversations } from './messaging/conversations';
import { keepFile } from './messaging/files';
import { sendMessage } from './messaging/send';
import type { Page, Post } from './model';
import { listAssignedUsers, listRoles } from './pageProfile/people';
import { listRatings } from './pageProfile/ratings';
import { updatePage } from './pageProfile/update';
import { writtenByOthers } from './pageProfile/visitors';
import { createFeedPost } from './posts';
import { createPhoto } from './photos';
import { publishReel } from './reels';
import { createPhotoStory, createVideoStory, listStories } from './stories';
import type { Meta } from './state';
import { createVideo, publishingOf } from './videos';
import { pageSubscriptions } from './webhooks/handlers';

const tasks = ['ADVERTISE', 'ANALYZE', 'CREATE_CONTENT', 'MESSAGING', 'MODERATE', 'MANAGE'];

export const describePage: Describe<Page> = (page, meta, token) => ({
	label: 'Page',
	defaults: ['access_token', 'category', 'category_list', 'name', 'id', 'tasks'],
	fields: {
		id: () => page.id,
		name: () => page.name,
		username: () => page.username,
		/** Only a person's or the page's own token shows it. */
		access_token: () => (token.kind === 'APP' ? undefined : meta.tokens.forPage(token, page.id).value),
		category: () => page.category.name,
		category_list: () => [page.category],
		tasks: () => tasks,
		about: () => page.about,
		fan_count: () => page.followers,
		followers_count: () => page.followers,
		link: () => meta.url('www.facebook.com', `/${page.username}`),
		is_published: () => true,
		verification_status: () => 'not_verified',
		has_transitioned_to_new_page_experience: () => true,
		picture: () => ({ data: { height: 50, width: 50, is_silhouette: false, url: meta.url('www.facebook.com', `/avatar/${page.id}.svg`) } }),
		...Object.fromEntries(Object.entries(page.details ?? {}).map(([name, value]) => [name, () => value])),
		instagram_business_account: () => linkedInstagram(page, meta),
		connected_instagram_account: () => linkedInstagram(page, meta),
	},
});

const linkedInstagram = (page: Page, meta: Meta): Ref | undefined => {
	const account = meta.find('IGUser', page.instagramId);
	return account && new Ref(account);
};

/** Posts of a page in one state, newest first, within `since` and `until`. */
function listPosts(page: Page, edge: string, call: Call, meta: Meta, wanted: (post: Post) => boolean): Connection {
	const since = call.params.time('since', meta.now) ?? -Infinity;
	const until = call.params.time('until', meta.now) ?? Infinity;
	const posts = meta
		.all('PagePost')
		.filter((post) => post.pageId === page.id && wanted(post) && post.createdAt >= since && post.createdAt <= until);
	return new Connection(
		`${page.id}/${edge}`,
		posts.sort((a, b) => b.createdAt - a.createdAt || b.id.localeCompare(a.id)),
	);
}

const isListed = (post: Post): boolean => post.state === 'published' && post.kind !== 'story' && !post.visitor;
const published =
	(edge: string): Handler<Page> =>
	(page, call, meta) =>
		listPosts(page, edge, call, meta, isListed);

export const pageEdges: Edges<'Page', Handler<Page>> = {
	GET: (page) => new Ref(page, ['name', 'id']),
	...pageSubscriptions,
	POST: updatePage,
	'POST messages': sendMessage,
	'POST message_attachments': keepFile,
	'GET conversations': listConversations,
	'GET roles': listRoles,
	'GET assigned_users': listAssignedUsers,
	'GET ratings': listRatings,
	...pageLeadEdges,
	'POST feed': createFeedPost,
	'GET feed': published('feed'),
	'GET posts': published('posts'),
	'GET published_posts': published('published_posts'),
	'GET scheduled_posts': (page, call, meta) => listPosts(page, 'scheduled_posts', call, meta, (post) => post.state === 'scheduled'),
	'GET visitor_posts': writtenByOthers('visitor_posts'),
	'GET tagged': writtenByOthers('tagged'),
	'POST photos': createPhoto,
	'GET photos': (page, _call, meta) =>
		new Connection(
			`${page.id}/photos`,
			meta
				.all('Photo')
				.filter((photo) => photo.pageId === page.id && photo.postId !== undefined)
				.reverse(),
		),
	'POST videos': createVideo,
	/** Nobody tags the page in videos. */
	'GET videos': (page, { params }, meta) =>
		new Connection(
			`${page.id}/videos`,
			meta
				.all('Video')
				.filter((video) => video.pageId === page.id && video.purpose !== 'story' && publishingOf(video, meta) === 'published' && params.text('type')?.toLowerCase() !== 'tagged')
				.reverse(),
		),
	'POST video_reels': publishReel,
	'GET video_reels': (page, { params }, meta) => {
		const since = params.time('since', meta.now) ?? -Infinity;
		const until = params.time('until', meta.now) ?? Infinity;
		const reels = meta.all('Video').filter((video) => video.pageId === page.id && video.purpose === 'reel' && video.release !== undefined);
		return new Connection(
			`${page.id}/video_reels`,
			reels.filter((video) => video.createdAt >= since && video.createdAt <= until).reverse(),
		);
	},
	'POST photo_stories': createPhotoStory,
	'POST video_stories': createVideoStory,
	'GET stories': listStories,
	'GET insights': pageInsights,
};
