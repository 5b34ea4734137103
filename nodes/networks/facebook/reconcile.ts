import type { Api } from '../../core/api';
import { PlatformError } from '../../core/errors';
import type { Failure } from '../../core/errors';
import { facebook } from '../../platforms/facebook';
import type { Request } from '../../core/request';
import { outcomeOf } from './outcome';

export interface Written {
	id: string;
	message?: string;
	created_time: string;
	scheduled_publish_time?: number;
}

/** After a lost answer, not being listed proves nothing, as Facebook may still be at work: the outcome stays unknown. */
const cannotTell = () => new PlatformError({ verdict: 'unknown', message: 'Facebook does not list it.', hint: 'Look at the page.' });

/** Facebook itself answered, and so is done with the call. */
const isAnswered = ({ code = '' }: Failure) => /^\d/.test(code);

/**
 * Finds what a call in doubt wrote: the text in the newest of `listing`, written since now or scheduled for `at`. What
 * Facebook refused and does not list when asked twice was not written.
 * Facebook has no key that makes a repeat harmless, so without a text there is nothing to know it by.
 */
export function written(api: Api, listing: Request, text = '', at?: number): ((doubt: Failure) => Promise<{ result: Written } | undefined>) | undefined {
	const wanted = text.trim();
	if (wanted === '') return undefined;
	// Facebook's times have whole seconds. A clock that runs ahead of its only finds nothing.
	const began = Math.floor(Date.now() / 1000) * 1000;
	const isIt = ({ message = '', created_time: created, scheduled_publish_time: scheduled }: Written) =>
		message.trim() === wanted && (at === undefined ? Date.parse(created) >= began : scheduled === at);
	return async (doubt) => {
		let asks = isAnswered(doubt) ? 2 : 1;
		const { data } = await api.until<{ data: Written[] }>(listing, (body) => body.data.some(isIt) || --asks === 0, facebook.settling);
		const result = data.find(isIt);
		if (result) return { result };
		if (isAnswered(doubt)) return undefined;
		throw cannotTell();
	};
}

/** For calls whose effect nobody sees: without an answer nothing is in doubt, and the whole item may be run again. */
export async function unseen<T>(call: Promise<T>): Promise<T> {
	const { value, failure } = await outcomeOf(call);
	if (!failure) return value;
	if (failure.verdict !== 'unknown') throw new PlatformError(failure);
	const { message, code, status } = failure;
	throw new PlatformError({ verdict: 'retry', message, code, status, hint: 'Run the item again: nothing was published.' });
}
