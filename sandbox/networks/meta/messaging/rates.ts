import { GraphError } from '../errors';
import type { Page } from '../model';
import type { Meta } from '../state';
import type { Channel, DirectMessage } from './model';

const second = 1000;
const hour = 3600 * second;
/** https://developers.facebook.com/docs/messenger-platform/overview/rate-limiting */
const limits = { messages: 100, clips: 10, privateReplies: 750 };

const exceeded = (): GraphError => new GraphError(613, '(#613) Calls to this api have exceeded the rate limit.');

/** Refuses a message that comes too soon after others of the same page and channel. */
export function checkPace(meta: Meta, page: Page, channel: Channel, { isClip, isPrivate }: { isClip: boolean; isPrivate: boolean }): void {
	const since = (span: number, is: (message: DirectMessage) => boolean): number =>
		meta.all('UnifiedMessage').filter((one) => one.direction === 'out' && one.pageId === page.id && one.channel === channel && one.createdAt > meta.now - span && is(one)).length;
	if (since(second, () => true) >= limits.messages) throw exceeded();
	if (isClip && since(second, ({ files }) => files.some(({ kind }) => kind === 'audio' || kind === 'video')) >= limits.clips) throw exceeded();
	if (isPrivate && since(hour, ({ commentId }) => commentId !== undefined) >= limits.privateReplies) throw exceeded();
}
