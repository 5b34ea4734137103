import type { IWebhookFunctions } from 'n8n-workflow';
import { refuse } from '../core/webhook/call';
import { equal, hmac } from '../core/webhook/proof';
import { appSecrets } from './appSecrets';
import { bodyOf, siblingUrl, signedCallback } from './endpoint';
import type { Endpoint } from './endpoint';
import { ledgerOf } from './ledger';
import type { Entry } from './ledger';
import { pageHeaders, statusPage } from './statusPage';

/** Path of the page that Meta links for the person, and where the workflow reports its end. */
const STATUS = 'data-deletion-status';

const LONGEST_NOTE = 500;

/** Proves that who reports the end of a request got its completion URL from this node. */
const proofOf = (secret: string, code: string): Buffer => hmac(secret, `completion:${code}`);

/** A person asks to delete their data. https://developers.facebook.com/docs/development/create-an-app/app-dashboard/data-deletion-callback */
export const dataDeletion = signedCallback('dataDeletion', (context, { secret, userId, issuedAt, raw }, code) => {
	const statusUrl = siblingUrl(context, STATUS, { code });
	const completionUrl = siblingUrl(context, STATUS, { code, proof: proofOf(secret, code).toString('hex') });
	return {
		item: { event: 'dataDeletion', requestId: code, userId, issuedAt, confirmationCode: code, statusUrl, completionUrl, raw },
		answer: { url: statusUrl, confirmation_code: code },
	};
});

/** A field of the query as text; a repeated one is none. */
const queried = (context: IWebhookFunctions, name: string): string => {
	const query: unknown = context.getQueryData();
	const value: unknown = typeof query === 'object' && query !== null ? Object.entries(query).find(([key]) => key === name)?.[1] : undefined;
	return typeof value === 'string' ? value : '';
};

const deletionOf = (context: IWebhookFunctions, code: string) => {
	const ledger = ledgerOf(context);
	const entry = ledger.find(code);
	return { ledger, entry: entry?.event === 'dataDeletion' ? entry : undefined };
};

/** Shows the person what became of the request. */
export const showStatus: Endpoint = async (context) => {
	const code = queried(context, 'code');
	const { entry } = deletionOf(context, code);
	const [organization, contact] = ['organization', 'contact'].map((name) => String(context.getNodeParameter(`statusPage.${name}`, '')));
	const page = statusPage({ code, entry, organization, contact });
	context.getResponseObject().status(entry ? 200 : 404).set(pageHeaders).end(page);
	return { noWebhookResponse: true };
};

/** Takes the workflow's report: `{ state: 'completed' | 'refused', note? }`, completed without a body. */
export const reportEnd: Endpoint = async (context) => {
	const [code, proof] = [queried(context, 'code'), Buffer.from(queried(context, 'proof'), 'hex')];
	const secrets = await appSecrets(context);
	if (!secrets.some((secret) => equal(proofOf(secret, code), proof))) {
		return refuse(context, { status: 403, message: 'This completion URL was not made by this trigger with the app’s present secret.' });
	}
	const { ledger, entry } = deletionOf(context, code);
	if (!entry) return refuse(context, { status: 404, message: 'This trigger has no data deletion request with this confirmation code.' });
	const { state = 'completed', note = '' } = await bodyOf(context);
	if (state !== 'completed' && state !== 'refused') return refuse(context, { status: 400, message: 'The field state must be completed or refused.' });
	if (typeof note !== 'string' || note.length > LONGEST_NOTE) {
		return refuse(context, { status: 400, message: `The field note must be a text of at most ${LONGEST_NOTE} characters.` });
	}
	if (state === 'refused' && note.trim() === '') {
		return refuse(context, { status: 400, message: 'A refused request needs a note that tells the person the legal ground.' });
	}
	const isKnown = entry.state === state && (entry.note ?? '') === note;
	const decided: Entry = isKnown ? entry : { ...entry, state, decidedAt: new Date().toISOString(), note };
	if (!isKnown) ledger.put(code, decided);
	return { webhookResponse: { confirmationCode: code, state, decidedAt: decided.decidedAt } };
};
