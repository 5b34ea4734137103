import type { Credentials } from '../core/platform';

/** A vendor's host as this credential reaches it: directly, or behind a gateway that answers under the vendors' own host names. No trailing slash. */
export const vendor = ({ gateway }: Credentials, host: string) => `${gateway ? `${String(gateway).replace(/\/+$/, '')}/` : 'https://'}${host}`;

/** `Platform.uploadsTo` of a vendor that takes uploads at hosts under these domains. */
export const uploadsAt =
	(...domains: string[]) =>
	(url: string, credentials: Credentials): boolean => {
		if (!URL.canParse(url)) return false;
		// As a client reads it: to that a backslash is a slash, and letters of a host have no case.
		const { href } = new URL(url);
		const base = credentials.gateway ? new URL(vendor(credentials, '')).href : 'https://';
		const [host = ''] = href.startsWith(base) ? href.slice(base.length).split(/[/?#]/) : [];
		return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
	};
