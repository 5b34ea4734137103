import { failureOf } from '../../core/errors';

/** The answer, or something else where LinkedIn does not let this app see it. */
export const seen = async <T, U>(asked: Promise<T>, hidden: () => U | Promise<U>): Promise<T | U> =>
	await asked.catch(async (error: unknown) => (failureOf(error).status === 403 ? await hidden() : await Promise.reject(error)));
