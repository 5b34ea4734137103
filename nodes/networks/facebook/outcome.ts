import { failureOf } from '../../core/errors';
import type { Failure } from '../../core/errors';

/** What a call answered, or how it failed. */
type Outcome<T> = { value: T; failure?: undefined } | { value?: undefined; failure: Failure };

/** For steps that go on after a failure: tells it instead of throwing it. */
export const outcomeOf = async <T>(call: Promise<T>): Promise<Outcome<T>> =>
	await call.then(
		(value) => ({ value }),
		(error: unknown) => ({ failure: failureOf(error) }),
	);
