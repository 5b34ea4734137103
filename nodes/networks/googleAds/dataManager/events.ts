import type { Api } from '../../../core/api';
import type { Call } from '../../../core/calls';
import { gathering } from '../../../core/gathering';
import { dataManager, isAboutRecord } from '../../../platforms/dataManager';
import { consentOf, withheld } from '../consent';
import { customerIdOf } from '../customer';
import { isTrial } from '../trial';
import { takenAnswer } from './answer';
import type { Taken } from './answer';
import { destinationOf, idOf } from './destination';
import { eventOf } from './event';
import type { Event, EventInput } from './event';
import { kindsOf } from './person';

const actionOf = ({ conversionAction, account }: EventInput) => idOf('conversionActions', conversionAction, account);

async function send({ members }: Call<EventInput, Event>, api: Api): Promise<object[]> {
	const [first] = members;
	if (!first) return [];
	const { account } = first.input;
	const conversionAction = actionOf(first.input);
	const validateOnly = isTrial(first.input.options);
	const taken = await api.send<Taken>({
		method: 'POST',
		host: dataManager.host,
		url: '/events:ingest',
		body: { destinations: [destinationOf(account, conversionAction)], encoding: 'HEX', events: members.map(({ entry }) => entry), ...(validateOnly && { validateOnly }) },
		// By its transaction ID Google recognises a repeat of a conversion; see `group`.
		...(validateOnly || first.entry.transactionId !== undefined ? { idempotent: true } : { once: true }),
	});
	return members.map(({ entry: { transactionId, eventTimestamp, adIdentifiers, userData } }, place) => ({
		...takenAnswer(taken, place, { validateOnly, records: members.length }),
		conversionAction,
		...(transactionId && { transactionId }),
		eventTime: eventTimestamp,
		identifiers: [...Object.keys(adIdentifiers ?? {}), ...kindsOf(userData)],
	}));
}

/** The conversions of all items, in as few requests as they fit. One that is wrong makes Google refuse the whole request. */
export const eventBatch = gathering<EventInput, Event>({
	most: dataManager.eventsPerCall,
	ready: (input) => {
		const answer = withheld(consentOf(input.consent), ['adUserData']);
		return answer ? { answer } : { entry: eventOf(input) };
	},
	group: (input, { transactionId }) => JSON.stringify([customerIdOf(input.account), actionOf(input), isTrial(input.options), transactionId !== undefined]),
	send,
	splits: isAboutRecord,
});
