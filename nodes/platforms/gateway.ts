import type { Credentials } from '../core/platform';

/** A vendor's host as this credential reaches it: directly, or behind a gateway that answers under the vendors' own host names. No trailing slash. */
export const vendor = ({ gateway }: Credentials, host: string) => `${gateway ? `${String(gateway).replace(/\/+$/, '')}/` : 'https://'}${host}`;

/** `Platform.uploadsTo` of a vendor that takes uploads at hosts under these domains. */
export const uploadsAt =
	(...domains: string[]) =>
	(url: string, { gateway }: Credentials): boolean => {
		const base = gateway ? `${String(gateway).replace(/\/+$/, '')}/` : 'https://';
		const [host = ''] = url.startsWith(base) ? url.slice(base.length).split(/[/?#]/) : [];
		return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
	};
