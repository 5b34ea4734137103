import { PlatformError } from '../core/errors';

/** What Gmail answers, or undefined where it does not have that (any more). */
export const unlessMissing = async <T>(answer: Promise<T>): Promise<T | undefined> =>
	await answer.catch(async (error: unknown) => (error instanceof PlatformError && error.status === 404 ? undefined : await Promise.reject<undefined>(error)));
