import { FetchRefused, fetchMedia } from '../fetched';
import { sniff, type Sniffed } from '../sniff';
import type { StoredMedia, World } from '../world';

export const megabyte = 1024 * 1024;

export interface Fetched {
	file: StoredMedia;
	/** Undefined when the bytes are of no kind a network takes. */
	sniffed: Sniffed | undefined;
}

export const isVideo = (sniffed: Sniffed | undefined): boolean => sniffed?.mime.startsWith('video/') ?? false;

/** A download that failed, with the reason in one sentence; callers put it into the error code their edge uses. */
export class FetchFailure extends Error {}

/** Downloads a file as Meta's crawler does. Of a file above `limit` bytes only so much is read that its size is known to be above. */
export async function download(world: World, address: string, limit: number): Promise<Fetched> {
	if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
		throw new FetchFailure(`"${address}" is not a http(s) address.`);
	try {
		const { filename, ...received } = await fetchMedia(address, limit);
		const sniffed = sniff(received.head);
		return { file: world.media.put({ ...received, name: filename, mime: sniffed?.mime ?? received.mime }), sniffed };
	} catch (error) {
		if (error instanceof FetchRefused) throw new FetchFailure(`Reason: ${error.message}.`);
		throw new FetchFailure(`The download broke off: ${error instanceof Error ? error.message : 'no reason given'}.`);
	}
}
