import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { threads } from '../../platforms/threads';
import { naming, publishOnce, unpublished } from '../meta/once';
import { createItem, createWhole, identified, publishRequest, statusRequest, unprocessed } from './container';
import type { Composed, Container } from './container';

/** The account that is connected. */
const OWN = 'me';

const paceOf = ({ media_type: type }: IDataObject) => threads.processing[type === 'VIDEO' ? 'video' : type === 'IMAGE' ? 'image' : 'text'];

/** Waits until Threads has processed the container, until `end` (in ms since 1970) at most. */
async function processed(api: Api, container: string, every: number, end: number): Promise<void> {
	const answer = await api.until<Container>(statusRequest(container), ({ status }) => status !== 'IN_PROGRESS', { every, atMost: Math.max(0, end - Date.now()) });
	if (answer.status !== 'FINISHED' && answer.status !== 'PUBLISHED') throw unprocessed(answer);
}

/** Everything up to the container that is ready to be published. */
async function prepared(api: Api, composed: Composed, waitAtMost: number): Promise<string> {
	const end = Date.now() + waitAtMost;
	const items: string[] = [];
	for (const [index, item] of composed.items.entries()) items.push(await createItem(api, OWN, item).catch(naming(index)));
	for (const [index, item] of composed.items.entries()) await processed(api, items[index] ?? '', paceOf(item), end).catch(naming(index));
	const container = await createWhole(api, OWN, composed, items);
	await processed(api, container, paceOf(composed.parameters), end);
	return container;
}

/** Whether the container is published. The effect of a call without an answer may show only when asked again. */
async function isPublished(api: Api, container: string, asks: number): Promise<boolean> {
	const { every, atMost } = threads.settling;
	let asked = 0;
	const { status } = await api.until<Container>(statusRequest(container), (body) => body.status === 'PUBLISHED' || ++asked === asks, { every, atMost });
	return status === 'PUBLISHED';
}

export const postFields = 'id,permalink,shortcode,text,media_type,media_product_type,timestamp,username';

/** Container → processing → publication. Answers the post as Threads shows it, and its container. */
export async function publish(api: Api, composed: Composed, { waitAtMost = threads.processing.atMost }: { waitAtMost?: number } = {}): Promise<IDataObject> {
	const container = await prepared(api, composed, waitAtMost).catch(unpublished);
	const began = Date.now();
	const id = await publishOnce(api, {
		name: threads.name,
		request: publishRequest(OWN, container),
		asks: threads.settling.asks,
		isPublished: async (asks) => await isPublished(api, container, asks),
		identified: async () => (await identified(api, OWN, composed.parameters, began).catch(() => undefined))?.id,
	});
	const shown = await api.send({ url: `/${id}`, qs: { fields: postFields } }).catch(() => ({ id }));
	return { ...shown, container };
}
