import type { Platform } from '../core/platform';
import { google, hostedAt } from './google';

/** https://developers.google.com/workspace/gmail/api/reference/rest */
export const gmail = {
	...google,
	name: 'Gmail',
	credential: 'qmarkGmailOAuth2Api',
	baseUrl: hostedAt({ api: 'gmail.googleapis.com/gmail/v1', upload: 'gmail.googleapis.com/upload/gmail/v1' }),
} as const satisfies Platform;
