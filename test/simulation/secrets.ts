import { tokenPrefixes as google } from '../../sandbox/networks/google';
import { tokenPrefixes as linkedin } from '../../sandbox/networks/linkedin';
import { tokenPrefixes as meta } from '../../sandbox/networks/meta';
import { tokenPrefixes as pinterest } from '../../sandbox/networks/pinterest';
import { seed } from '../../sandbox/networks/seed';
import { tokenPrefixes as threads } from '../../sandbox/networks/threads';
import { tokenPrefixes as tiktok } from '../../sandbox/networks/tiktok';

/** How every token and code begins that a fake network ever issues, and the secrets of the apps. */
export const secretTexts: readonly string[] = [
	...new Set([...meta, ...threads, ...[google, linkedin, pinterest, tiktok].flatMap((prefixes) => Object.values(prefixes))]),
	...[seed.telegram.token, seed.meta.appSecret, seed.instagramLogin.appSecret, seed.threads.appSecret],
	...[seed.google.clientSecret, seed.tiktok.clientSecret, seed.linkedin.clientSecret, seed.pinterest.appSecret],
];
