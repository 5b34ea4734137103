import type { Failure } from '../core/errors';

/** https://developers.facebook.com/docs/graph-api/batch-requests */
export const metaBatch = { most: 50 } as const;

/** The whole batch took too long: a smaller one may not. */
export const isBatchTimeout = ({ code }: Failure) => code === '960';
