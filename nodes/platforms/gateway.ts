import type { Credentials } from '../core/platform';

/** A vendor's host as this credential reaches it: directly, or behind a gateway that answers under the vendors' own host names. No trailing slash. */
export const vendor = ({ gateway }: Credentials, host: string) => `${gateway ? `${String(gateway).replace(/\/+$/, '')}/` : 'https://'}${host}`;
