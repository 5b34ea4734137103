import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { PlatformError } from '../../core/errors';
import { threads } from '../../platforms/threads';
import { unpublished } from '../meta/once';
import type { Done, Earlier, Memo, Outcome, Prepared, Step } from '../network';
import { createItem, createWhole, identified, publishRequest, statusRequest, unprocessed } from './container';
import type { Composed, Container } from './container';

const { settling } = threads;

const statusOf = async (api: Api, container: string) => await api.send<Container>(statusRequest(container));

/** True once Threads has processed it; throws its own words where it cannot. An expired one counts as missing. */
async function isProcessed(api: Api, container: string): Promise<boolean | 'expired'> {
	const answer = await statusOf(api, container);
	if (answer.status === 'EXPIRED') return 'expired';
	if (answer.status === 'ERROR') throw unprocessed(answer);
	return answer.status !== 'IN_PROGRESS';
}

/** The items of a carousel, each in a container of its own: all made first, so that they are processed side by side. */
async function itemsOf(api: Api, account: string, items: readonly IDataObject[], known: readonly string[]): Promise<{ ids: string[]; ready: boolean }> {
	const ids = [...known];
	for (const item of items.slice(ids.length)) ids.push(await createItem(api, account, item));
	for (const id of ids) {
		const processed = await isProcessed(api, id);
		// Containers live for a day.
		if (processed === 'expired') return await itemsOf(api, account, items, []);
		if (!processed) return { ids, ready: false };
	}
	return { ids, ready: true };
}

async function prepared(api: Api, account: string, composed: Composed, memo: Memo): Promise<Prepared> {
	const { ids, ready } = await itemsOf(api, account, composed.items, Array.isArray(memo.items) ? memo.items : []);
	const kept: Memo = { ...memo, items: ids };
	if (!ready) return { memo: kept, ready: false };
	if (typeof memo.container === 'string') {
		const processed = await isProcessed(api, memo.container);
		if (processed !== 'expired') return { memo: kept, ready: processed };
	}
	const container = await createWhole(api, account, composed, ids);
	return { memo: { ...kept, container }, ready: (await isProcessed(api, container)) === true };
}

const shown = async (api: Api, id: string): Promise<Done> => {
	const { permalink } = await api.send<{ permalink?: string }>({ url: `/${id}`, qs: { fields: 'permalink' } }).catch(() => ({ permalink: undefined }));
	return { id, permalink };
};

/** The post that another one answers, and of which it is a part. */
type Parent = (earlier: Earlier) => Done | undefined;

function below(composed: Composed, parent: Done | undefined): Composed {
	if (!parent) return composed;
	if (parent.id !== '') return { ...composed, parameters: { ...composed.parameters, reply_to_id: parent.id } };
	throw new PlatformError({ verdict: 'stop', message: 'The post before it is out, but its ID is not known, so nothing can be put under it.', hint: 'Open the account and write what is missing under the post by hand.' });
}

/**
 * A container is published once: whatever became of the call, it tells. So no doubt is left, and nobody is asked.
 * https://developers.facebook.com/docs/threads/posts
 */
export const containerStep = (name: string, account: string, composed: Composed, parentOf: Parent = () => undefined): Step => ({
	name,
	prepare: async (api, memo, earlier) => await prepared(api, account, below(composed, parentOf(earlier)), memo).catch(unpublished),
	publish: async (api, { container }) => {
		const { id } = await api.send<{ id: string }>({ ...publishRequest(account, String(container)), once: true });
		return await shown(api, id);
	},
	find: async (api, { container }, earlier, since): Promise<Outcome> => {
		const { status } = await statusOf(api, String(container));
		if (status !== 'PUBLISHED') return status === 'IN_PROGRESS' ? 'later' : 'absent';
		const found = await identified(api, account, below(composed, parentOf(earlier)).parameters, since);
		// The list may lag behind the post.
		return found ?? (Date.now() < since + settling.atMost ? 'later' : { id: '' });
	},
	settle: settling.asks * settling.every,
});
