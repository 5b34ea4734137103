import type { Platform } from '../core/platform';
import { gmail } from '../platforms/gmail';
import { googleAds } from '../platforms/googleAds';
import { instagramLogin } from '../platforms/instagramLogin';
import { linkedin } from '../platforms/linkedin';
import { meta } from '../platforms/meta';
import { metaSystemUser } from '../platforms/metaSystemUser';
import { pinterest } from '../platforms/pinterest';
import { telegram } from '../platforms/telegram';
import { threads } from '../platforms/threads';
import { tiktok } from '../platforms/tiktok';
import { youtube } from '../platforms/youtube';

/** Every platform that has accounts to connect, in the order of the panel. */
const platforms: readonly Platform[] = [gmail, googleAds, instagramLogin, linkedin, meta, metaSystemUser, pinterest, telegram, threads, tiktok, youtube];

/** Credential type → its platform. */
export const connections: ReadonlyMap<string, Platform> = new Map(platforms.map((platform) => [platform.credential, platform]));

/** The panel’s choice of a single connection, one entry a platform. */
export const platformOptions = platforms.map(({ name, credential: value }) => ({ name, value }));
