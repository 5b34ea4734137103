import { Connection, Created, Ref, type Call, type Describe, type Handler } from '../call';
import type { Edges } from '../edges';
import { GraphError, invalid } from '../errors';
import { graphTime, type Meta } from '../state';
import type { CustomAudience } from './audienceModel';
import type { AdAccount } from './model';
import { addPeople, checkSession, removePeople, rowsOf } from './people';

const sources = ['USER_PROVIDED_ONLY', 'PARTNER_PROVIDED_ONLY', 'BOTH_USER_AND_PARTNER_PROVIDED'] as const;
const kept = ['description', 'customer_file_source', 'opt_out_link', 'retention_days', 'use_in_campaigns'];
const seconds = (time: number): number => Math.floor(time / 1000);

export const describeAudience: Describe<CustomAudience> = (audience, meta) => ({
	label: 'CustomAudience',
	defaults: ['id'],
	fields: {
		...Object.fromEntries(kept.map((name) => [name, () => audience.values[name]])),
		...{ id: () => audience.id, account_id: () => audience.accountId, name: () => audience.name, subtype: () => audience.subtype },
		...{ time_created: () => seconds(audience.createdAt), time_updated: () => seconds(audience.updatedAt) },
		...{ lookalike_spec: () => audience.values.lookalike_spec, is_value_based: () => false },
		/** Meta shows no number below a thousand. */
		...{ approximate_count_lower_bound: () => sizeOf(audience), approximate_count_upper_bound: () => sizeOf(audience) },
		operation_status: () => ({ code: 200, description: 'Normal' }),
		delivery_status: () => ({ code: 200, description: 'This audience is ready for use.' }),
		lookalike_audience_ids: () =>
			meta
				.all('CustomAudience')
				.filter(({ values }) => values.origin_audience_id === audience.id)
				.map(({ id }) => id),
		time_content_updated: () => (audience.people.length > 0 ? seconds(audience.updatedAt) : undefined),
	},
});

const sizeOf = ({ people }: CustomAudience): number => (people.length < 1000 ? 1000 : people.length);

const ofAccount = ({ accountId }: AdAccount, meta: Meta): CustomAudience[] => meta.all('CustomAudience').filter((one) => one.accountId === accountId);

/** https://developers.facebook.com/docs/marketing-api/audiences/guides/lookalike-audiences */
function lookalikeOf({ params }: Call, account: AdAccount, meta: Meta): Record<string, unknown> {
	const origin = meta.find('CustomAudience', params.required('origin_audience_id'));
	if (!origin || origin.accountId !== account.accountId) throw invalid('Param origin_audience_id must be an audience of this ad account');
	const spec = params.record('lookalike_spec');
	if (!spec || !/^[A-Z]{2}$/.test(String(spec.country))) throw invalid('Param lookalike_spec must name a country');
	const { ratio, starting_ratio: start = 0 } = spec;
	if ((spec.type === undefined || spec.type === 'custom_ratio') && !(Number(ratio) >= 0.01 && Number(ratio) <= 0.2 && Number(start) < Number(ratio))) throw invalid('Param lookalike_spec[ratio] must be between 0.01 and 0.20');
	const known = ofAccount(account, meta).some(({ values }) => values.origin_audience_id === origin.id && JSON.stringify(values.lookalike_spec) === JSON.stringify(spec));
	if (known) throw new GraphError(2654, "(#2654) Can't create a duplicate lookalike", { subcode: 1713092, userMessage: "You've already created a lookalike audience with the same source, country and size." });
	return { origin_audience_id: origin.id, lookalike_spec: spec };
}

function createAudience(account: AdAccount, call: Call, meta: Meta): Created {
	const { params } = call;
	const name = params.required('name');
	const subtype = params.oneOf('subtype', ['CUSTOM', 'LOOKALIKE']) ?? 'CUSTOM';
	const source = params.oneOf('customer_file_source', sources);
	if (subtype === 'CUSTOM' && source === undefined) throw invalid('The parameter customer_file_source is required');
	const values = Object.fromEntries(kept.filter((key) => params.has(key)).map((key) => [key, params.value(key)]));
	if (subtype === 'LOOKALIKE') Object.assign(values, lookalikeOf(call, account, meta));
	const times = { createdAt: meta.now, updatedAt: meta.now };
	const audience: CustomAudience = { type: 'CustomAudience', id: meta.newId('audience'), accountId: account.accountId, name, subtype, values, people: [], sessions: {}, ...times };
	return new Created(meta.keep(audience));
}

function updateAudience(audience: CustomAudience, call: Call, meta: Meta): { success: true } {
	const { params } = call;
	if (params.has('name')) audience.name = params.required('name');
	for (const key of kept) if (params.has(key)) audience.values[key] = params.value(key);
	audience.updatedAt = meta.now;
	return { success: true };
}

/** https://developers.facebook.com/docs/marketing-api/reference/custom-audience/users */
const users =
	(change: (audience: CustomAudience, rows: Record<string, unknown>[]) => void): Handler<CustomAudience> =>
	(audience, call, meta) => {
		if (audience.subtype !== 'CUSTOM') throw new GraphError(200, '(#200) People can be added to customer lists only.', { subcode: 1870034, status: 403 });
		const { rows, invalid: wrong, received } = rowsOf(call);
		const total = checkSession(audience, call, received);
		change(audience, rows);
		audience.updatedAt = meta.now;
		const session = call.params.record('session');
		return { audience_id: audience.id, session_id: session?.session_id ?? '0', num_received: total, num_invalid_entries: wrong.length, invalid_entry_samples: wrong.slice(0, 100) };
	};

export const audienceEdges: Edges<'CustomAudience', Handler<CustomAudience>> = {
	GET: (audience) => new Ref(audience),
	POST: updateAudience,
	DELETE: (audience, _call, meta) => {
		meta.nodes.delete(audience.id);
		return { success: true };
	},
	'POST users': users(addPeople),
	'DELETE users': users(removePeople),
};

/** The edges of an ad account that lead here. */
export const accountAudienceEdges = {
	'GET customaudiences': (account: AdAccount, _call: Call, meta: Meta) => new Connection(`${account.id}/customaudiences`, ofAccount(account, meta).reverse()),
	'POST customaudiences': createAudience,
	'DELETE usersofanyaudience': (account: AdAccount, call: Call, meta: Meta) => {
		const { rows, invalid: wrong, received } = rowsOf(call);
		for (const audience of ofAccount(account, meta)) removePeople(audience, rows);
		return { account_id: account.accountId, session_id: '0', num_received: received, num_invalid_entries: wrong.length, invalid_entry_samples: wrong.slice(0, 100) };
	},
	'GET adspixels': (account: AdAccount, _call: Call, meta: Meta) =>
		new Connection(
			`${account.id}/adspixels`,
			meta.all('AdsPixel').filter(({ accountId }) => accountId === account.accountId),
		),
};

/** Not of Meta: who is in each audience, for tests. */
export const audienceRows = (meta: Meta): Record<string, unknown>[] => meta.all('CustomAudience').map(({ id, name, people, updatedAt }) => ({ id, name, people, updated: graphTime(updatedAt) }));
