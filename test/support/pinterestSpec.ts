import { join } from 'node:path';
import { openApiIn } from './openapi';
import type { OpenApi } from './openapi';
import { root } from './sources';
import { tapWire } from './wire';

/** https://github.com/pinterest/api-description */
const file = join(root, '..', 'shared', 'specs', 'pinterest-v5.openapi.json');

/** What Pinterest answers beside what its document names: its errors say so of themselves. */
const tolerated = [/^answer\.(status|message_detail)$/];

const api = /^\/api(-sandbox)?\.pinterest\.com\/v5(?=\/)/;

let known: OpenApi | undefined;

/** Pinterest's own description of its API; undefined where it is not at hand. */
export const pinterestSpec = (): OpenApi | undefined => (known ??= openApiIn(file, tolerated));

/** Judges all calls of Pinterest's API and their answers from now on by Pinterest's own description. Without it nothing is judged. */
export function judgePinterest() {
	const spec = pinterestSpec();
	// Tokens are the credential's, and not of an operation.
	const tap = tapWire((path) => api.test(path) && !path.includes('/oauth/'));
	const own = () => tap.exchanges.filter(({ spoilt }) => !spoilt).map((exchange) => ({ ...exchange, path: exchange.path.replace(api, '') }));
	return {
		/** Calls that were judged. */
		count: () => (spec ? own().length : 0),
		/** The operations that were called, as the document names them; `from`: how many calls are not looked at. */
		called: (from = 0) => own().slice(from).flatMap(({ method, path }) => spec?.match(method, path)?.name ?? []),
		/** All that was wrong, each once. */
		problems: () => (spec ? [...new Set(own().flatMap((exchange) => spec.problems(exchange)))] : []),
		stop: () => tap.stop(),
	};
}
