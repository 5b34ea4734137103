import { byId, euros, openAdvertiser } from './advertiser';
import type { Advertiser } from './advertiser';

let florist: Advertiser;
beforeAll(async () => (florist = await openAdvertiser()));
beforeEach(async () => await florist.reset());
afterAll(async () => await florist.sandbox.close());

const watches = {
	evaluation_type: 'SCHEDULE',
	filters: [
		{ field: 'entity_type', operator: 'EQUAL', value: 'ADSET' },
		{ field: 'spent', operator: 'GREATER_THAN', value: 1000 },
	],
};
const rule = { resource: 'adRule', operation: 'create', name: 'Trop cher', evaluation: JSON.stringify(watches), execution: '{"execution_type": "PAUSE"}', schedule: 'DAILY' };
const one = async (operation: string, id: string, more = {}) => await florist.one({ resource: 'adRule', operation, rule: byId(id), ...more });

test('a rule is made disabled, read, changed, resumed, paused and deleted', async () => {
	const made = await florist.one(rule);
	const id = String(made.id);
	expect(made).toEqual({ id, name: 'Trop cher', status: 'DISABLED', created: true });
	const body = { name: 'Trop cher', evaluation_spec: watches, execution_spec: { execution_type: 'PAUSE' }, schedule_spec: { schedule_type: 'DAILY' }, status: 'DISABLED' };
	expect(await florist.calls()).toEqual([{ method: 'POST', path: `/${euros}/adrules_library`, query: {}, body, status: 200 }]);
	await one('update', id, { updateFields: { name: 'Cher', schedule: 'CUSTOM', times: '[{"start_minute": 540}]' } });
	expect(await one('resume', id)).toEqual({ id, updated: true, status: 'ENABLED' });
	expect(await one('get', id)).toMatchObject({ name: 'Cher', status: 'ENABLED', evaluation_spec: watches, schedule_spec: { schedule_type: 'CUSTOM', schedule: [{ start_minute: 540 }] } });
	await one('pause', id);
	expect((await florist.run({ resource: 'adRule', operation: 'getAll', options: { fields: 'status' } })).map(({ json }) => json)).toEqual([{ id, status: 'DISABLED' }]);
	expect(await florist.list('searchRules', 'ch')).toEqual([{ name: 'Cher', value: id }]);
	expect(await one('delete', id)).toEqual({ id, deleted: true });
	expect(await florist.run({ resource: 'adRule', operation: 'getAll' })).toEqual([]);
});

test('a rule that a trigger sets off needs no schedule', async () => {
	const evaluation = { evaluation_type: 'TRIGGER', filters: watches.filters, trigger: { type: 'STATS_MILESTONE', field: 'impressions', operator: 'EQUAL', value: 1000 } };
	expect(await florist.one({ ...rule, evaluation: JSON.stringify(evaluation), schedule: 'none', status: 'ENABLED' })).toMatchObject({ status: 'ENABLED', created: true });
	expect((await florist.calls())[0]?.body).not.toHaveProperty('schedule_spec');
});

test('without an answer it is found by its name, and never made again', async () => {
	// The sandbox gives the IDs of the tests before once more, and those are known not to be it.
	await florist.campaignIn();
	await florist.sandbox.fault({ network: 'meta', match: '/adrules_library', kind: 'reset', when: 'after' });
	expect(await florist.one(rule)).toMatchObject({ created: true });
	expect(await florist.run({ resource: 'adRule', operation: 'getAll' })).toHaveLength(1);
});

const evaluation = (change: object) => ({ evaluation: JSON.stringify({ ...watches, ...change }) });
test.each([
	['no JSON', { evaluation: '{' }, /^Evaluation \(JSON\): this is not valid JSON/],
	['a list', { evaluation: '[]' }, /^Evaluation \(JSON\): this is a list, not an object/],
	['nothing to watch', { evaluation: '{}' }, /^Evaluation \(JSON\): is empty/],
	['no type', evaluation({ evaluation_type: 'DAILY' }), /^Evaluation \(JSON\): “evaluation_type” is missing or unknown/],
	['no filters', evaluation({ filters: [] }), /^Evaluation \(JSON\): “filters” has to be a list/],
	['half a filter', evaluation({ filters: [{ field: 'spent' }] }), /^Evaluation \(JSON\): filter 1 has no “operator”/],
	['an operator unknown', evaluation({ filters: [{ field: 'spent', operator: '>', value: 1 }] }), /^Evaluation \(JSON\): filter 1: “>” is no operator/],
	['no kind of object', evaluation({ filters: [watches.filters[1]] }), /needs a filter on “entity_type”/],
	['a trigger that is missing', evaluation({ evaluation_type: 'TRIGGER' }), /needs a “trigger”/],
	['nothing to do', { execution: '{}' }, /^Execution \(JSON\): is empty/],
	['a deed unknown', { execution: '{"execution_type": "BUY"}' }, /^Execution \(JSON\): “execution_type” is missing or unknown/],
	['no schedule', { schedule: 'none' }, /^Schedule: a rule of type SCHEDULE needs one/],
	['no times', { schedule: 'CUSTOM', times: '[]' }, /^Times \(JSON\): there is no time/],
])('refuses %s before anything is sent', async (_, parameters, message) => {
	expect(await florist.refusal({ ...rule, ...parameters })).toMatchObject({ error: expect.stringMatching(message), details: { verdict: 'fix-input', hint: expect.stringMatching(/\.$/) } });
	expect(await florist.calls()).toEqual([]);
});

test('an update of the times alone changes the times', async () => {
	const { id } = await florist.one(rule);
	await one('update', String(id), { updateFields: { times: '[{"start_minute": 600}]' } });
	expect(await one('get', String(id))).toMatchObject({ schedule_spec: { schedule_type: 'CUSTOM', schedule: [{ start_minute: 600 }] } });
});

test('an update without a change is refused', async () => {
	expect(await florist.refusal({ resource: 'adRule', operation: 'update', rule: byId('1'), updateFields: {} })).toMatchObject({ error: 'Update Fields: nothing is to be changed.' });
});
