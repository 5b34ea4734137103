import { facebookNetwork } from './facebook';
import { instagramNetwork } from './instagram';
import type { Network } from './network';
import { telegramNetwork } from './telegram';
import { threadsNetwork } from './threads';

/** Every network that the Publisher knows, by the name that contents use. A new one is added here. */
export const networks: ReadonlyMap<string, Network> = new Map([facebookNetwork, instagramNetwork, telegramNetwork, threadsNetwork].map((network) => [network.name, network]));
