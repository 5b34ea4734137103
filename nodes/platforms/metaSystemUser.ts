import type { Platform } from '../core/platform';
import { meta } from './meta';

/** The same API with a business’s own token, which nobody has to consent to: https://developers.facebook.com/docs/marketing-api/system-users */
export const metaSystemUser = {
	...meta,
	name: 'Meta System User',
	credential: 'qmarkMetaSystemUserApi',
	account: ({ accessToken }) => String(accessToken).slice(-8),
	token: undefined,
} as const satisfies Platform;
