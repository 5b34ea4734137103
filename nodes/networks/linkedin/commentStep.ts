import type { Api } from '../../core/api';
import { PlatformError } from '../../core/errors';
import type { Reply } from '../../core/platform';
import { linkedin } from '../../platforms/linkedin';
import type { Outcome, Step } from '../network';
import { authorUrn } from './author';
import { seen } from './hidden';
import { encoded } from './restli';

const { settling } = linkedin;

interface Listed {
	id: string | number;
	actor?: string;
	message?: { text?: string };
	created?: { time?: number };
}

const commentsOf = (post: string): string => `/rest/socialActions/${encoded(post)}/comments`;

/** Nothing can be said under a post whose ID is not known. */
function below(post: string | undefined): string {
	if (post) return post;
	throw new PlatformError({ verdict: 'stop', message: 'The post is out, but its ID is not known, so nothing can be put under it.', hint: 'Open the account and write the comment by hand.' });
}

/** Clocks differ. In ms. */
const SKEW = 60_000;

async function find(api: Api, account: string, post: string, text: string, since: number): Promise<Outcome> {
	const actor = await authorUrn(api, account);
	// Comments under a member’s post are shown to no app.
	const listing = await seen(api.send<{ elements?: Listed[] }>({ url: commentsOf(post), qs: { start: 0, count: linkedin.limits.pageSize } }), () => undefined);
	if (!listing) return 'unclear';
	const found = listing.elements?.find((one) => one.actor === actor && one.message?.text?.trim() === text.trim() && (one.created?.time ?? since) >= since - SKEW);
	return found ? { id: String(found.id) } : 'absent';
}

/** The first comment, by the author of the post. https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/comments-api */
export const commentStep = (account: string, text: string): Step => ({
	name: 'comment',
	optional: true,
	byText: true,
	publish: async (api, _, [post]) => {
		const object = below(post?.id);
		const body = { actor: await authorUrn(api, account), object, message: { text } };
		const { headers } = await api.send<Reply>({ method: 'POST', url: commentsOf(object), body, whole: true, once: true });
		const id = headers['x-restli-id'];
		if (typeof id === 'string' && id !== '') return { id };
		throw new PlatformError({ verdict: 'unknown', code: 'no-id', message: 'LinkedIn took the comment without naming it.', hint: 'Look at LinkedIn whether it is there.' });
	},
	find: async (api, _, [post], since) => await find(api, account, below(post?.id), text, since),
	settle: settling.atMost,
});
