const sdk = require('facebook-nodejs-business-sdk');
const { text } = require('node:stream/consumers');

/**
 * Reads `{origin, token, version, …}` from standard input, points the SDK at the sandbox, and prints what `action` answers as JSON.
 * The SDK keeps its host and version in static getters, and one process-wide default client: hence a process of its own.
 */
exports.run = async (action) => {
	const input = JSON.parse(await text(process.stdin));
	Object.defineProperty(sdk.FacebookAdsApi, 'GRAPH', { get: () => `${input.origin}/graph.facebook.com` });
	Object.defineProperty(sdk.FacebookAdsApi, 'GRAPH_VIDEO', { get: () => `${input.origin}/graph-video.facebook.com` });
	Object.defineProperty(sdk.FacebookAdsApi, 'VERSION', { get: () => input.version });
	// Without the third argument the SDK would report crashes to Meta.
	sdk.FacebookAdsApi.init(input.token, 'en_US', false);
	try {
		process.stdout.write(JSON.stringify({ result: await action(sdk, input) }));
	} catch (error) {
		// The SDK's errors carry the URL with the token: only Meta's own words leave.
		process.stdout.write(JSON.stringify({ refusal: error.response ?? { message: String(error.message) } }));
	}
};
