import type { Setter } from '../oauth/grantSettings';
import { seed } from '../seed';
import { publish, type Post } from './posts';
import type { TikTok } from './state';

/** What people do in the app itself, as settings that tests make happen. */
export const peopleSetters = (tiktok: TikTok): Record<string, Setter> => ({
	/** Finishes a draft, which is public then. */
	finish: (value) => {
		const draft = typeof value === 'string' ? tiktok.posts.get(value) : undefined;
		if (draft?.status !== 'SEND_TO_USER_INBOX') return 'the publish_id of a draft that waits in the inbox';
		publish(draft, tiktok);
		return undefined;
	},
	/** Posts a video without any app of ours. */
	inApp: (value) => {
		const { title, account = seed.tiktok.accounts[0].id }: { title?: unknown; account?: unknown } = typeof value === 'object' && value !== null ? value : {};
		if (typeof title !== 'string' || typeof account !== 'string') return '{"title", "account"}';
		const publishId = `app~${tiktok.posts.size + 1}`;
		const post: Post = {
			...{ publishId, account, kind: 'video', mode: 'MEDIA_UPLOAD', title, description: '', urls: [], onlyMe: false, status: 'SEND_TO_USER_INBOX', failReason: '' },
			...{ taken: true, shown: [`${tiktok.world.origin}/media/samples/bouquet-du-jour.mp4`], downloaded: 0, begunAt: tiktok.now, at: 0 },
		};
		tiktok.posts.set(publishId, post);
		publish(post, tiktok);
		return undefined;
	},
});
