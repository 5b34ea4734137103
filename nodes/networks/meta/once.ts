import type { Api } from '../../core/api';
import { PlatformError, failureOf } from '../../core/errors';
import type { Request } from '../../core/request';

/** A container that is ready, as Instagram and Threads have them. */
interface Ready {
	/** Of the network, for messages. */
	name: string;
	/** The call that makes it public. */
	request: Request;
	/** How often it is asked whether it is public, after a lost answer. */
	asks: number;
	isPublished(asks: number): Promise<boolean>;
	/** ID of the post that it became, where the account lists it. */
	identified(): Promise<string | undefined>;
}

/** Until the last step nothing is public: whatever became of a call, the item may simply be run again. */
export function unpublished(error: unknown): never {
	if (!(error instanceof PlatformError) || error.verdict !== 'unknown') throw error;
	throw new PlatformError({ ...error, verdict: 'retry', message: error.message, hint: 'Nothing was published yet: run this item again.' });
}

/** Puts the item's number in front of what went wrong with it. */
export const naming = (index: number) => (error: unknown): never => {
	if (!(error instanceof PlatformError)) throw error;
	throw new PlatformError({ ...error, message: `Media, item ${index + 1}: ${error.message}` });
};

/** What is left where the post is surely out, or may be: nobody may publish it again without looking. */
const doubtful = (message: string, hint: string) => new PlatformError({ verdict: 'unknown', code: 'published', message, hint });

/** Publishes a container, once: whatever is answered, or is not, the container itself tells what happened. Answers the post's ID. */
export async function publishOnce(api: Api, { name, request, asks, isPublished, identified }: Ready): Promise<string> {
	const reconcile = async () => ((await isPublished(asks)) ? { result: {} } : undefined);
	const { id } = await api.send<{ id?: string }>({ ...request, reconcile }).catch(async (error: unknown) => {
		const { verdict, message } = failureOf(error);
		// In doubt the container was asked already. A refusal may follow an earlier attempt that went through without an answer.
		if (verdict === 'unknown') throw error;
		const unasked = () => {
			throw doubtful(message, `Look at ${name} before you send this item again: it may have arrived.`);
		};
		if (await isPublished(1).catch(unasked)) return { id: undefined };
		throw error;
	});
	const found = id ?? (await identified());
	if (found) return found;
	throw doubtful(`${name} published the post but did not tell its ID.`, 'Open the account: the post is there. Do not run this item again.');
}
