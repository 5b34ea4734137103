import type { Platform } from '../core/platform';
import { vendor } from './gateway';
import { exchanged } from './longLived';
import { meta } from './meta';

/** Threads speaks Meta’s dialect under a version of its own. */
export const threads = {
	...meta,
	name: 'Threads',
	credential: 'qmarkThreadsOAuth2Api',
	docs: 'https://developers.facebook.com/docs/threads',
	verified: '2026-11 https://developers.facebook.com/docs/threads/reference',
	baseUrl: (credentials) => `${vendor(credentials, 'graph.threads.net')}/v1.0`,
	identity: { request: { url: '/me', qs: { fields: 'id,username' } }, nameOf: ({ username, id }) => String(username ?? id) },
	introspect: undefined,
	diagnose: undefined,
	complete: undefined,
	token: exchanged('graph.threads.net', 'th'),
} as const satisfies Platform;
