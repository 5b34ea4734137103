import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { PlatformError } from '../../../core/errors';
import { metaAds } from '../../../platforms/metaAds';
import { accountPath } from './account';
import { edgeOf, labelOf } from './objects';
import type { Kind } from './objects';

interface Named {
	id: string;
	name?: string;
	created_time?: string;
	/** Of an audience, in Unix seconds. */
	time_created?: number;
}

const madeAt = ({ created_time: text = '', time_created: seconds }: Named) => (seconds === undefined ? Date.parse(text) : seconds * 1000);

/** IDs that calls of this process got as answers, and when: those are never what an unanswered call made. Old ones are told by their time. */
const answered = new Map<string, number>();
const KEEP = 10 * 60_000;

export function remember(id: string): void {
	const now = Date.now();
	for (const [old, at] of answered) {
		if (now - at < KEEP) break;
		answered.delete(old);
	}
	answered.set(id, now);
}

/**
 * Finds what a call without an answer made: the only object of a listing that came since `began`, and is nobody else's.
 * Not being listed proves nothing, as Meta may still be at work: the outcome stays unknown.
 */
export async function foundSince(api: Api, url: string, qs: IDataObject, began: number, isIt: (one: Named) => boolean): Promise<string> {
	const isNew = (one: Named) => !answered.has(one.id) && madeAt(one) >= began;
	const found: string[] = [];
	for await (const one of api.pages<Named>({ url, qs: { ...qs, limit: metaAds.pageSize } })) if (isNew(one) && isIt(one)) found.push(one.id);
	const [only, other] = found;
	if (only !== undefined && other === undefined) return only;
	throw new PlatformError({ verdict: 'unknown', message: `Meta lists ${found.length} objects that it may be.`, hint: 'Look at the ad account.' });
}

/** Meta's times have whole seconds. A clock that runs ahead of Meta's only finds nothing. */
export const thisSecond = () => Math.floor(Date.now() / 1000) * 1000;

/** Tells a lost answer's object by its name. A creative has no time, so nothing tells it from an older one. */
function finder(api: Api, kind: Kind, account: string, name: unknown) {
	if (kind === 'creative') return undefined;
	const began = thisSecond();
	const since = kind === 'campaign' ? {} : { updated_since: began / 1000 - 1 };
	const statuses = JSON.stringify(['ACTIVE', 'PAUSED', 'PENDING_REVIEW', 'IN_PROCESS', 'WITH_ISSUES', 'CAMPAIGN_PAUSED', 'ADSET_PAUSED']);
	const qs = { ...since, fields: 'id,name,created_time', effective_status: statuses };
	return async () => ({ result: { id: await foundSince(api, `${accountPath(account)}/${edgeOf(kind)}`, qs, began, (one) => one.name === name) } });
}

interface How {
	/** Lets Meta check it without doing anything. */
	validateOnly?: boolean;
}

/** Makes an object. Meta has no key against repeats: without an answer it is looked for, and never sent again. */
export async function create(api: Api, kind: Kind, account: string, body: IDataObject & { name: string }, { validateOnly }: How) {
	const request = { method: 'POST', url: `${accountPath(account)}/${edgeOf(kind)}` } as const;
	if (validateOnly) {
		await api.send({ ...request, body: { ...body, execution_options: ['validate_only'] }, idempotent: true });
		return { valid: true, message: `${labelOf(kind)} “${body.name}” would be created.` };
	}
	const { id } = await api.send<{ id: string }>({ ...request, body, reconcile: finder(api, kind, account, body.name) });
	remember(id);
	const { status } = body;
	return { id, name: body.name, ...(status !== undefined && { status }), created: true };
}
