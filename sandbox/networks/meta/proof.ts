import { createHmac, timingSafeEqual } from 'node:crypto';
import { GraphError } from './errors';

const refused = (sentence: string): GraphError => new GraphError(100, sentence, { type: 'GraphMethodException' });

/** A proof that is there must fit. https://developers.facebook.com/docs/graph-api/guides/secure-requests#appsecret_proof */
export function checkProof(secret: string, token: string, proof: string | undefined, required = false): void {
	if (proof === undefined) {
		if (required) throw refused('API calls from the server require an appsecret_proof argument');
		return;
	}
	const expected = createHmac('sha256', secret).update(token).digest();
	const given = Buffer.from(proof, 'hex');
	if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw refused('Invalid appsecret_proof provided in the API argument');
}
