import { HeadCollector, type ReceivedFile } from './body';

/** Host names of this machine. */
export const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;
const PATIENCE = 15_000;

/** Why a URL could not be had; the network turns it into its own error. */
export class FetchRefused extends Error {}

/**
 * Fetches a media URL as a network would, keeping the first megabyte. Only loopback addresses: the sandbox never leaves the machine.
 * `limit` is in bytes; reading stops as soon as it is passed, so that `size` is then only known to be larger.
 */
export async function fetchMedia(url: string, limit: number): Promise<ReceivedFile> {
	const { hostname, pathname } = new URL(url);
	if (!LOOPBACK.test(hostname)) throw new FetchRefused(`the sandbox fetches only loopback addresses, not ${hostname}`);
	let response: Response;
	try {
		response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
	} catch (error) {
		throw new FetchRefused(`no answer from ${hostname}: ${error instanceof Error ? error.message : String(error)}`);
	}
	if (!response.ok || !response.body) throw new FetchRefused(`${hostname} answered HTTP ${response.status}`);
	const collected = new HeadCollector();
	const reader = response.body.getReader();
	for (let part = await reader.read(); !part.done; part = await reader.read()) {
		collected.add(part.value);
		if (collected.size > limit) {
			await reader.cancel();
			break;
		}
	}
	const mime = (response.headers.get('content-type') ?? 'application/octet-stream').split(';')[0] ?? '';
	return { filename: decodeURIComponent(pathname.split('/').at(-1) || 'file'), mime, size: collected.size, head: collected.head() };
}
