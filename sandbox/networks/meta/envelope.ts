import type { Request } from 'express';
import type { StoredMedia } from '../world';
import type { Call } from './call';
import { commonParams } from './edges';
import { GraphError, invalid } from './errors';
import type { Params } from './params';

const newestVersion = 26;
/** Older ones are answered by this one, as Meta does once a version has expired. */
const oldestVersion = 21;
export const defaultVersion = 'v25.0';

/** A path of the Graph API, with or without version. */
export function splitPath(path: string): { version: string; segments: string[] } {
	const [first, ...rest] = path.split('/').filter((segment) => segment !== '');
	const number = /^v(\d+)\.\d+$/.exec(first ?? '')?.[1];
	if (number === undefined) return { version: defaultVersion, segments: first === undefined ? [] : [first, ...rest] };
	if (Number(number) > newestVersion) throw new GraphError(2500, `Unknown path components: ${path}`);
	return { version: Number(number) < oldestVersion ? `v${oldestVersion}.0` : (first ?? defaultVersion), segments: rest };
}

/** A POST may name another method in its parameter `method`. */
export function methodOf(sent: string, params: Params): Call['method'] {
	const method = (sent === 'POST' ? (params.text('method') ?? 'POST') : sent).toUpperCase();
	if (method === 'GET' || method === 'POST' || method === 'DELETE') return method;
	throw new GraphError(2500, `Unsupported method ${method}`);
}

/** Meta's own SDKs repeat the id of the object among the parameters; that one is let through, as by Meta. */
export function checkParams(params: Params, files: Map<string, StoredMedia>, allowed: readonly string[], id?: string): void {
	const isKnown = (name: string): boolean =>
		allowed.includes(name) || commonParams.includes(name) || (name === 'id' && params.text(name) === id);
	const unknown = [...params.names(), ...files.keys()].find((name) => !isKnown(name));
	if (unknown !== undefined) throw invalid(`Unknown parameter: ${unknown}`);
}

export const bearerOf = (request: Request): string | undefined =>
	/^(?:Bearer|OAuth)\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
