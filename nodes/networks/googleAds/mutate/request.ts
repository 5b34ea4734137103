import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { PlatformError, failureOf } from '../../../core/errors';
import { errorsIn, indexOf, partFailureOf, sentenceOf } from '../../../platforms/googleAdsErrors';
import type { AdsError, AdsStatus } from '../../../platforms/googleAdsErrors';
import { inCustomer } from '../customer';
import { factsOf } from './kinds';
import type { Kind } from './kinds';

/** One change: `create`, `update` with its `updateMask`, or `remove`. An ad's texts are changed apart from its place in an ad group. */
export interface Mutation {
	kind: Kind | 'adTexts';
	operation: IDataObject;
}

/** What became of a group of changes: their resource names, or why not, and whether it may be sent again. */
export type Reply = { names: string[]; failure?: undefined } | { failure: PlatformError; again: boolean };

interface Result {
	resourceName?: string;
}

interface Body {
	results?: Result[];
	mutateOperationResponses?: Record<string, Result>[];
	partialFailureError?: AdsStatus;
}

export interface Sending {
	/** Lets Google check it without doing anything. */
	validateOnly?: boolean;
	/** All or nothing, not each for itself. */
	atomic?: boolean;
}

const placeOf = (kind: Mutation['kind']) => (kind === 'adTexts' ? { collection: 'ads', operation: 'adOperation' } : factsOf(kind));

/** The changes of one kind go to its own address; several kinds at once have one for all. */
function wireOf(mutations: readonly Mutation[]) {
	const [first, ...others] = new Set(mutations.map(({ kind }) => placeOf(kind).collection));
	if (first !== undefined && others.length === 0) return { path: `/${first}:mutate`, body: { operations: mutations.map(({ operation }) => operation) } };
	return { path: '/googleAds:mutate', body: { mutateOperations: mutations.map(({ kind, operation }) => ({ [placeOf(kind).operation]: operation })) } };
}

/** Why the changes at these places were not made. */
function failureAt(errors: readonly AdsError[], from: number, to: number): PlatformError | undefined {
	const about = errors.filter((error) => {
		const index = indexOf(error);
		return index === undefined || (index >= from && index < to);
	});
	const [first] = about;
	if (!first) return undefined;
	return new PlatformError({ ...partFailureOf(first), message: `Google Ads refused: ${about.map(sentenceOf).join('; ')}.` });
}

const halfMade = (failure: PlatformError) => new PlatformError({ ...failure, message: failure.message, hint: `${failure.hint} The other part of this change was made.` });

const untold: PlatformError = new PlatformError({ verdict: 'unknown', code: 'no-answer', message: 'Google Ads did not tell what became of this change.', hint: 'Look at Google Ads before you send it again: it may have been made.' });

/**
 * Makes many changes with one request, each group of them for itself: what is wrong with one does not stop the others.
 * https://developers.google.com/google-ads/api/docs/mutating/overview
 */
export async function mutate(api: Api, customer: string, groups: readonly (readonly Mutation[])[], { validateOnly = false, atomic = false }: Sending): Promise<Reply[]> {
	if (groups.length === 0) return [];
	const { path, body } = wireOf(groups.flat());
	const request = { method: 'POST', url: inCustomer(customer, path), body: { ...body, partialFailure: !atomic, validateOnly } } as const;
	try {
		const answer = await api.send<Body>({ ...request, ...(validateOnly ? { idempotent: true } : { once: true }) });
		const { errors } = errorsIn(answer.partialFailureError ?? {});
		const results = answer.results ?? answer.mutateOperationResponses?.map((one) => Object.values(one)[0] ?? {}) ?? [];
		let from = 0;
		return groups.map((group): Reply => {
			const to = from + group.length;
			const failure = failureAt(errors, from, to);
			const names = results.slice(from, to).flatMap(({ resourceName }) => resourceName ?? []);
			from = to;
			// An error without a place is about all but what was made.
			if (names.length === group.length) return { names };
			if (failure) return { failure: names.length > 0 ? halfMade(failure) : failure, again: failure.verdict === 'retry' };
			return validateOnly ? { names } : { failure: untold, again: true };
		});
	} catch (error) {
		const failure = error instanceof PlatformError ? error : new PlatformError(failureOf(error));
		return groups.map(() => ({ failure, again: failure.verdict === 'unknown' }));
	}
}
