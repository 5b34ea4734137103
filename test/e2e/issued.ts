import { seed } from '../../sandbox/networks/seed';
import { tokenPrefixes as google } from '../../sandbox/networks/google';
import { tokenPrefixes as linkedin } from '../../sandbox/networks/linkedin';
import { tokenPrefixes as meta } from '../../sandbox/networks/meta';
import { tokenPrefixes as pinterest } from '../../sandbox/networks/pinterest';
import { tokenPrefixes as threads } from '../../sandbox/networks/threads';
import { tokenPrefixes as tiktok } from '../../sandbox/networks/tiktok';

const prefixes = [google, linkedin, meta, pinterest, threads, tiktok].flatMap((one): string[] => Object.values(one));
const fixed: string[] = [
	...[seed.telegram.token, seed.meta.appSecret, seed.instagramLogin.appSecret, seed.threads.appSecret, seed.google.clientSecret],
	...[seed.google.developerToken, seed.tiktok.clientSecret, seed.linkedin.clientSecret, seed.pinterest.appSecret],
];

/** Every secret of the sandbox, or how the codes and tokens begin that its networks issue; also as a URL writes it. */
export const issued: string[] = [...new Set([...fixed, ...prefixes].flatMap((secret) => [secret, encodeURIComponent(secret)]))];
