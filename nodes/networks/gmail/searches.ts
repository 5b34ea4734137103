import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1';
import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { listSearch } from '../../core/search';
import { gmail } from '../../platforms/gmail';
import { at } from './paths';

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);

const listed = listSearch<gmail_v1.Schema$Label>(gmail, { url: at('labels') }, ({ id, name }) => (id ? { name: name ?? id, value: id } : undefined));

/** The mailbox’s labels, Gmail’s own among them. */
export async function searchLabels(this: ILoadOptionsFunctions, filter?: string) {
	const { results } = await listed.call(this, filter);
	return { results: results.toSorted(byName) };
}

/** The same as the entries of a menu. */
export async function getLabels(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const { results } = await searchLabels.call(this);
	return results.map(({ name, value }) => ({ name, value }));
}
