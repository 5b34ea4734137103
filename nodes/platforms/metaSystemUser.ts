import type { Credentials, Platform } from '../core/platform';
import { meta } from './meta';

/** What differs where a business's own token signs the calls, which nobody has to consent to: https://developers.facebook.com/docs/marketing-api/system-users */
const bySystemUser = {
	credential: 'qmarkMetaSystemUserApi',
	account: ({ accessToken }: Credentials) => String(accessToken).slice(-8),
	token: undefined,
} as const;

export const metaSystemUser = { ...meta, ...bySystemUser, name: 'Meta System User' } as const satisfies Platform;

/** One of Meta's networks, connected with a system user's token. */
export const asSystemUser = <P extends Platform>(platform: P) => ({ ...platform, ...bySystemUser });
