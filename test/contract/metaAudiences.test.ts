import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';
import { sha256 } from '../../nodes/networks/person/identifiers';
import { seedTokens } from '../../sandbox/networks/meta/tokens';
import { byId, euros, openAdvertiser } from '../operations/metaAds/advertiser';
import type { Advertiser } from '../operations/metaAds/advertiser';
import { runSdk } from './sdk/run';

/** Meta's own SDK drives audiences, rules and leads of the sandbox, and the node puts the same on the wire. */
let florist: Advertiser;
beforeAll(async () => (florist = await openAdvertiser()));
beforeEach(async () => await florist.reset());
afterAll(async () => await florist.sandbox.close());

const watches = { evaluation_type: 'SCHEDULE', filters: [{ field: 'entity_type', operator: 'EQUAL', value: 'ADSET' }] };
const input = {
	account: euros,
	audience: { name: 'Clients', subtype: 'CUSTOM', customer_file_source: 'USER_PROVIDED_ONLY' },
	payload: { schema: ['EMAIL', 'LN'], data: ['mary', 'john'].map((name) => [sha256(`${name}@example.com`), sha256('smith')]) },
	rule: { name: 'Trop cher', evaluation_spec: watches, execution_spec: { execution_type: 'PAUSE' }, schedule_spec: { schedule_type: 'DAILY' }, status: 'ENABLED' },
	form: '550000000000001',
};
const drive = async () => await runSdk<IDataObject>('metaAudiences', { ...input, origin: florist.sandbox.origin, token: seedTokens.user, version: 'v26.0' });

test('the SDK does it all in the sandbox', async () => {
	await florist.sandbox.settings({ meta: { lead: { fields: { email: 'mary@example.com' } } } });
	const { result, refusal } = await drive();
	expect(refusal).toBeUndefined();
	expect(result).toMatchObject({ name: 'Fidèles', status: 'DISABLED', added: { num_received: 2, num_invalid_entries: 0 }, listed: ['Semblables', 'Fidèles'] });
	expect(result?.leads).toEqual([[{ name: 'email', values: ['mary@example.com'] }]]);
	const { data } = await axios.get<{ people: unknown[] }[]>(`${florist.sandbox.origin}/graph.facebook.com/_audiences`);
	expect(data[0]?.people).toEqual([{ EMAIL: sha256('john@example.com'), LN: sha256('smith') }]);
});

/** Without IDs, and with what a form writes as JSON read. */
const read = (value: unknown): unknown => (typeof value === 'string' && /^[[{]/.test(value) ? JSON.parse(value) : value);
const normal = async (edge: RegExp) =>
	(await florist.calls())
		.filter(({ path }) => edge.test(path))
		.map(({ query, body }) => Object.fromEntries(Object.entries({ ...query, ...body }).flatMap(([name, value]) => (['id', 'method', 'fields'].includes(name) || value === '' ? [] : [[name, read(value)]]))));

test('the node makes the list, adds the people and makes the rule with the same requests', async () => {
	await drive();
	const edges = [/adrules_library$/, /\/users$/, /customaudiences$/];
	const bySdk = [];
	for (const edge of edges) bySdk.push((await normal(edge))[0]);
	await florist.reset();
	const id = String((await florist.one({ resource: 'customAudience', operation: 'create', name: 'Clients' })).id);
	const items = ['mary', 'john'].map((name) => ({ json: { name } }));
	await florist.run({ resource: 'customAudience', operation: 'addPeople', audience: byId(id), person: { email: '={{ $json.name }}@Example.com', lastName: 'Smith' } }, { items });
	const rule = { name: 'Trop cher', evaluation: JSON.stringify(watches), execution: '{"execution_type": "PAUSE"}', schedule: 'DAILY', status: 'ENABLED' };
	await florist.one({ resource: 'adRule', operation: 'create', ...rule });
	const byNode = [];
	for (const edge of edges) byNode.push((await normal(edge))[0]);
	expect(byNode).toEqual(bySdk);
	expect(byNode).toHaveLength(3);
	expect(byNode.every((one) => one !== undefined)).toBe(true);
});
