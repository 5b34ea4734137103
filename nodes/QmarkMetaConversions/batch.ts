import type { Api } from '../core/api';
import { withoutConsent } from '../networks/meta/consent';
import { gathering } from '../core/gathering';
import type { Call } from '../core/calls';
import { metaConversions } from '../platforms/metaConversions';
import { eventOf, mayBeSent } from './event';
import type { EventInput, ServerEvent } from './event';

interface Reply {
	events_received?: number;
	messages?: string[];
	fbtrace_id?: string;
}

const isConversation = ({ action_source: source }: ServerEvent) => source === 'business_messaging';

/** What stands beside the events of a call. */
const parameters = ({ partnerAgent, testEventCode, uploadTag }: EventInput['options']) => ({
	partner_agent: partnerAgent || undefined,
	test_event_code: testEventCode || undefined,
	upload_tag: uploadTag || undefined,
});

async function send({ members }: Call<EventInput, ServerEvent>, api: Api): Promise<object[]> {
	const [first] = members;
	if (!first) return [];
	const { dataset, options } = first.input;
	const more = parameters(options);
	const { events_received: received, messages = [], fbtrace_id: trace } = await api.send<Reply>({
		method: 'POST',
		url: `/${dataset}/events`,
		body: { data: members.map(({ entry }) => entry), ...more },
		// By its ID Meta recognises a repeat, but not one of a conversation.
		idempotent: !isConversation(first.entry),
	});
	const told = { dataset, ...(more.test_event_code && { test_event_code: more.test_event_code }), call: { sent: members.length, received, messages, fbtrace_id: trace } };
	return members.map(({ entry: { event_id, event_name, event_time } }) => ({ status: 'sent', event_id, event_name, event_time, ...told }));
}

/** The events of all items, in as few calls as they fit. One that is wrong makes Meta refuse the whole call, and nothing of it is in then. */
export const eventBatch = gathering<EventInput, ServerEvent>({
	most: metaConversions.eventsPerCall,
	ready: (input) => (mayBeSent(input) ? { entry: eventOf(input) } : { answer: withoutConsent }),
	group: ({ dataset, options }, event) => JSON.stringify([dataset, parameters(options), isConversation(event)]),
	send,
	splits: ({ code = '' }) => code.split('/')[0] === '100' && code !== '100/33',
});
