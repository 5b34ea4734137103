import { facebookNetwork } from './facebook';
import { instagramNetwork } from './instagram';
import { linkedinNetwork } from './linkedin';
import type { Network } from './network';
import { pinterestNetwork } from './pinterest';
import { telegramNetwork } from './telegram';
import { threadsNetwork } from './threads';
import { tiktokNetwork } from './tiktok';
import { youtubeNetwork } from './youtube';

/** Every network that the Publisher knows, by the name that contents use. A new one is added here. */
export const networks: ReadonlyMap<string, Network> = new Map([facebookNetwork, instagramNetwork, linkedinNetwork, pinterestNetwork, telegramNetwork, threadsNetwork, tiktokNetwork, youtubeNetwork].map((network) => [network.name, network]));
