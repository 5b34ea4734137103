import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { PlatformError, failureOf, refused } from './errors';
import type { Upload } from './upload';

/** A slow server is given this long for a large file, in ms. */
const FETCH_TIME = 60 * 60_000;

/** Servers that do not know what a file is say this, S3 the latter: its name may tell more. */
const unknownType = /^(application|binary)\/octet-stream$/;

/** Any text may stand behind a percent sign. */
function nameIn(url: string): string {
	const name = new URL(url).pathname.split('/').at(-1) ?? '';
	try {
		return decodeURIComponent(name) || 'file';
	} catch {
		return name;
	}
}

/**
 * Fetches a public file into n8n's own store of files, as a stream. `fits` throws where it is too large, before it is fetched if its server says so.
 * Which addresses are out of bounds is the operator's to say: n8n's request helper keeps to `N8N_SSRF_PROTECTION_ENABLED`, redirects too.
 */
export async function fetchedFile(context: IExecuteFunctions, field: string, url: string, fits: (file: Pick<Upload, 'name' | 'size'>) => void): Promise<IBinaryData> {
	const shown = url.slice(0, 120);
	const isWeb = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
	if (!isWeb) throw refused(field, `“${shown}” is not a web address.`, 'Give a public address that starts with https:// and leads straight to the file.');
	const busy = (message: string) => new PlatformError({ verdict: 'retry', code: 'fetch', message: `${field}: ${message}.`, hint: 'Run the item again: nothing was sent on.' });
	const gone = new AbortController();
	const abortSignal = AbortSignal.any([gone.signal, context.getExecutionCancelSignal() ?? []].flat());
	const reply = await context.helpers.httpRequest({ url, encoding: 'stream', returnFullResponse: true, ignoreHttpStatusErrors: true, timeout: FETCH_TIME, abortSignal }).catch(() => undefined);
	// Destroying the body alone would leave its connection open.
	const giveUp = () => {
		reply?.body?.on?.('error', () => undefined);
		gone.abort();
	};
	if (reply?.statusCode !== 200) {
		giveUp();
		const message = `nothing could be fetched from “${shown}”${reply ? `: its server answered ${reply.statusCode}` : ''}`;
		if (reply?.statusCode === 429 || reply?.statusCode >= 500) throw busy(message);
		throw refused(field, `${message}.`, 'Open the address in a private browser window: it must lead straight to the file, without a login.');
	}
	const name = nameIn(url);
	const [type = ''] = String(reply.headers?.['content-type'] ?? '').split(';');
	const isUnknown = type === '' || unknownType.test(type);
	try {
		const size = Number(reply.headers?.['content-length']);
		if (size > 0) fits({ name, size });
		const file = await context.helpers.prepareBinaryData(reply.body, name, isUnknown ? undefined : type);
		// n8n takes for plain text what it does not know either.
		return isUnknown && (file.mimeType === 'text/plain' || unknownType.test(file.mimeType)) ? { ...file, mimeType: 'application/octet-stream' } : file;
	} catch (error) {
		const isBroken = Boolean(reply.body?.errored);
		giveUp();
		throw isBroken ? busy(`“${shown}” broke off before all of it was there`) : new PlatformError(failureOf(error));
	}
}
