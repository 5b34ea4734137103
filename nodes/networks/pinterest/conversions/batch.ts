import type { Api } from '../../../core/api';
import type { Call } from '../../../core/calls';
import { PlatformError } from '../../../core/errors';
import { gathering } from '../../../core/gathering';
import type { Reply } from '../../../core/platform';
import { adsFailure, pinterestAds } from '../../../platforms/pinterestAds';
import { pinterestConversions } from '../../../platforms/pinterestConversions';
import { parseError } from '../../../platforms/pinterestErrors';
import { accountPath, asAdsError, idIn } from '../ads/account';
import { eventOf, isTest, mayBeSent } from './event';
import type { ConversionEvent, EventInput } from './event';

interface Told {
	status?: string;
	error_message?: string | null;
	warning_message?: string | null;
}

interface Answer {
	num_events_received?: number;
	num_events_processed?: number;
	/** In the order of the request. */
	events?: Told[];
}

const { perCall, partial, notDeduplicated } = pinterestConversions;

const withoutConsent = { status: 'skipped', reason: 'There is no consent that is understood as such (yes, oui, sim, true …), so nothing was sent to Pinterest.' } as const;

const isRepeatable = ({ action_source: source }: ConversionEvent, test: boolean) => test || source !== notDeduplicated;

/** Where some events failed, the same answer stands in the details of a refusal. */
function answerIn(body: unknown): Answer | undefined {
	if (typeof body !== 'object' || body === null) return undefined;
	if ('events' in body && Array.isArray(body.events)) return { ...body, events: body.events };
	return 'details' in body ? answerIn(body.details) : undefined;
}

/** An answer that tells nothing of the single events. */
function failureIn(reply: Reply, repeatable: boolean): PlatformError {
	const failure = parseError(reply);
	if (failure) return new PlatformError(adsFailure({ status: reply.status, ...failure }));
	const hint = repeatable ? 'Run the item again: a repeat does no harm, as Pinterest knows the event by its ID.' : 'Look at the events in Pinterest’s Ads Manager before you send it again: it may have arrived.';
	return new PlatformError({ verdict: repeatable ? 'retry' : 'unknown', code: 'malformed', message: 'Pinterest did not tell what became of the event.', hint });
}

const refusal = ({ error_message: message }: Told) =>
	new PlatformError({ verdict: 'fix-input', code: 'event', message: `Pinterest refused the event: ${message || 'it gave no reason'}`, hint: 'Correct what Pinterest names and run the item again.' });

async function send({ members }: Call<EventInput, ConversionEvent>, api: Api): Promise<object[]> {
	const [first] = members;
	if (!first) return [];
	const { adAccount } = first.input;
	const test = isTest(first.input);
	const repeatable = isRepeatable(first.entry, test);
	const reply = await api
		.send<Reply>({
			...{ method: 'POST', url: `${accountPath(adAccount)}/events`, qs: test ? { test: true } : {}, body: { data: members.map(({ entry }) => entry) } },
			...{ lane: pinterestAds.lanes.conversions, whole: true, accepts: [partial] },
			// By its ID Pinterest recognises a repeat.
			idempotent: repeatable,
		})
		.catch((error: unknown) => {
			throw asAdsError(error);
		});
	const answer = answerIn(reply.body);
	if (!answer?.events) throw failureIn(reply, repeatable);
	const { events, num_events_received: received, num_events_processed: processed } = answer;
	const told = { adAccount, ...(test && { test }), call: { sent: members.length, received, processed } };
	return members.map(({ entry: { event_id, event_name, event_time } }, index) => {
		const event = events[index];
		if (!event) return failureIn({ status: 200, headers: {}, body: undefined }, repeatable);
		if (event.status !== 'processed') return refusal(event);
		return { status: 'sent', event_id, event_name, event_time, ...(event.warning_message && { warning: event.warning_message }), ...told };
	});
}

/** The events of all items, in as few calls as they fit. */
export const conversionBatch = gathering<EventInput, ConversionEvent>({
	most: perCall,
	ready: (input) => {
		idIn('Ad Account', input.adAccount);
		return mayBeSent(input) ? { entry: eventOf(input) } : { answer: withoutConsent };
	},
	group: (input, event) => JSON.stringify([idIn('Ad Account', input.adAccount), isTest(input), isRepeatable(event, isTest(input))]),
	send,
	splits: ({ status }) => status === 400,
});
