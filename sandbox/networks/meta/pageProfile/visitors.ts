import { Connection, type Handler } from '../call';
import type { Page, Post } from '../model';
import type { Meta } from '../state';

/** What others wrote on the page, or elsewhere with the page named in it; newest first. */
export const writtenByOthers =
	(edge: 'visitor_posts' | 'tagged'): Handler<Page> =>
	(page, _call, meta): Connection =>
		new Connection(
			`${page.id}/${edge}`,
			meta
				.all('PagePost')
				.filter(({ pageId, visitor }) => pageId === page.id && visitor?.edge === edge)
				.reverse(),
		);

/** A visitor writes; the app is told. */
export function addVisitorPost(meta: Meta, page: Page, from: { id: string; name: string }, message: string, edge: 'visitor_posts' | 'tagged'): Post {
	const id = `${page.id}_${meta.newId('post')}`;
	const post = meta.keep<Post>({
		...{ type: 'PagePost', id, pageId: page.id, kind: 'text', message, photoIds: [], state: 'published' },
		...{ createdAt: meta.now, updatedAt: meta.now, hidden: false, likedByPage: false, visitor: { ...from, edge } },
	});
	const url = meta.url('www.facebook.com', `/${page.username}/posts/${id.split('_')[1] ?? ''}`);
	post.entry = meta.world.timeline.add({ network: 'facebook', account: from.name, kind: 'text', text: message, media: [], url });
	const told = { item: 'post', verb: 'add', post_id: id, message, created_time: Math.floor(meta.now / 1000) };
	const change =
		edge === 'tagged'
			? { field: 'mention', value: { ...told, sender_id: from.id, sender_name: from.name } }
			: { field: 'feed', value: { ...told, from } };
	meta.webhooks.send('page', { id: page.id, changes: [change] });
	return post;
}
