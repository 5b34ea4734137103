import { GraphError, invalid } from '../meta/errors';
import { statusOf } from './containers';
import type { Container, Person, Post } from './model';
import { quotaError, type Threads } from './state';

/** What Threads says of containers that are not there, not ready, or too new: https://github.com/fbsamples/threads_api/issues/70 */
const unfound = (id: string): GraphError =>
	new GraphError(24, 'The requested resource does not exist', { subcode: 4279009, transient: false, userTitle: 'Media Not Found', userMessage: `The media with id ${id} cannot be found.` });

const kinds = { TEXT: 'TEXT_POST', IMAGE: 'IMAGE', VIDEO: 'VIDEO', CAROUSEL: 'CAROUSEL_ALBUM' } as const;

function checkQuota({ replyTo, account }: Container, threads: Threads): void {
	const isReply = replyTo !== undefined;
	const quota = isReply ? threads.settings.replyQuota : threads.settings.publishingQuota;
	if (threads.publishedToday(account, isReply) >= quota) throw quotaError(`The account has used its ${quota} ${isReply ? 'replies' : 'posts'} of these 24 hours.`);
	if (threads.settings.restricted) throw new GraphError(10, 'The user is restricted from publishing.', { subcode: 4279013 });
}

/** https://developers.facebook.com/docs/threads/reference/publishing#post---threads-user-id--threads_publish */
export function publish(id: string, from: Person, threads: Threads): Post {
	const container = threads.container(id, from.id);
	if (!container || container.createdAt + threads.settings.unfoundSeconds * 1000 > threads.now) throw unfound(id);
	const status = statusOf(container, threads);
	if (status === 'EXPIRED') throw new GraphError(24, 'The container has expired after 24 hours; create it again.', { subcode: 2207008 });
	if (status === 'PUBLISHED') throw new GraphError(9007, 'This container was already published.', { subcode: 2207027 });
	if (status === 'IN_PROGRESS') throw unfound(id);
	if (status === 'ERROR') throw invalid('The media failed to process; read the error_message of its container.');
	if (container.carouselItem) throw invalid('An item of a carousel cannot be published on its own.');
	checkQuota(container, threads);
	const { text, alt, poll, link, topicTag, replyControl, replyTo, quoteOf } = container;
	const children = container.children.flatMap((child) => threads.container(child, from.id) ?? []);
	const shown = [container, ...children].flatMap((one) => one.shown ?? []);
	const post = threads.add({ from, media: kinds[container.media], shown, text, alt, poll, link, topicTag, replyControl, replyTo, quoteOf });
	container.postId = post.id;
	for (const child of children) child.postId = post.id;
	return post;
}
