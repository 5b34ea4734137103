import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { metaAds } from '../../../platforms/metaAds';
import { accountPath } from '../ads/account';
import type { Call } from '../../../core/calls';
import { withoutConsent } from '../consent';
import { agrees } from '../../person/consent';
import { gathering } from '../../../core/gathering';
import { payloadOf, personOf } from './members';
import type { Person, Settings } from './members';

/** https://developers.facebook.com/docs/marketing-api/reference/custom-audience/users */
interface Reply {
	num_received?: number;
	num_invalid_entries?: number;
	invalid_entry_samples?: unknown;
}

interface Input {
	adAccount: string;
	audience?: string;
	person: IDataObject;
	/** Only where people are added. */
	consent?: unknown;
	options: Settings;
}

interface Change {
	status: 'added' | 'removed';
	/** Where the rows go. */
	url(input: Input): string;
	/** Taking people out is the same call, under another method: in a URL they would not fit. */
	method?: 'DELETE';
}

/** A session holds several calls together; a single one needs none, and may so be repeated without harm. */
const sessionOf = ({ id, number, of, last, total }: Call<Input, Person>) => (of === 1 ? {} : { session: { session_id: id, batch_seq: number, last_batch_flag: last, estimated_num_total: total } });

const sender = ({ status, url, method }: Change) =>
	async function send(call: Call<Input, Person>, api: Api): Promise<object[]> {
		const [first] = call.members;
		if (!first) return [];
		const payload = payloadOf(call.members.map(({ entry }) => entry));
		const { num_received: received, num_invalid_entries: invalid, invalid_entry_samples: samples } = await api.send<Reply>({
			method: 'POST',
			url: url(first.input),
			body: { ...(method && { method }), payload, ...sessionOf(call) },
			idempotent: true,
		});
		const told = { keys: payload.schema, call: { rows: payload.data.length, received, invalid, ...(invalid && { samples }), number: call.number, of: call.of } };
		return call.members.map(({ input: { audience } }) => ({ status, ...(audience && { audience_id: audience }), ...told }));
	};

/** The people of all items in as few calls as they fit. Without consent nobody is added. */
const changing = (change: Change) =>
	gathering<Input, Person>({
		most: metaAds.audience.rowsPerCall,
		weight: ({ rows }) => rows.length,
		ready: ({ person, options, ...input }) => ('consent' in input && !agrees(input.consent) ? { answer: withoutConsent } : { entry: personOf(person, options) }),
		group: (input) => change.url(input),
		send: sender(change),
	});

const users = ({ audience }: Input) => `/${audience}/users`;

export const adding = changing({ status: 'added', url: users });
export const removing = changing({ status: 'removed', url: users, method: 'DELETE' });
export const removingEverywhere = changing({ status: 'removed', url: ({ adAccount }) => `${accountPath(adAccount)}/usersofanyaudience`, method: 'DELETE' });
