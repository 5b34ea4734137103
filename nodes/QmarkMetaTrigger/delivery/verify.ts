import { refuse } from '../../core/webhook/call';
import { equal } from '../../core/webhook/proof';
import { appSecrets } from '../appSecrets';
import type { Endpoint } from '../endpoint';
import { verifyToken } from '../subscription/access';

/** Proves to Meta that this address is meant. https://developers.facebook.com/docs/graph-api/webhooks/getting-started#verification-requests */
export const verify: Endpoint = async (context) => {
	const { query } = context.getRequestObject();
	const asked = ['hub.mode', 'hub.verify_token', 'hub.challenge'].map((name) => query[name]);
	const [mode, token, challenge] = asked;
	if (mode !== 'subscribe' || typeof token !== 'string' || typeof challenge !== 'string') {
		return refuse(context, { status: 400, message: 'hub.mode must be subscribe, beside a hub.verify_token and a hub.challenge.' });
	}
	const typed = String(context.getNodeParameter('eventOptions.verifyToken', ''));
	const known = [...(await appSecrets(context)).map(verifyToken), typed].filter(Boolean);
	if (!known.some((one) => equal(Buffer.from(one), Buffer.from(token)))) {
		return refuse(context, { status: 403, message: 'hub.verify_token is not this trigger’s.' });
	}
	context.getResponseObject().status(200).type('text/plain').send(challenge);
	return { noWebhookResponse: true };
};
