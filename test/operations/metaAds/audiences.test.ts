import axios from 'axios';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { sha256 } from '../../../nodes/networks/person/identifiers';
import { byId, euros, openAdvertiser, yen } from './advertiser';
import type { Advertiser } from './advertiser';

let florist: Advertiser;
beforeAll(async () => (florist = await openAdvertiser()));
beforeEach(async () => await florist.reset());
afterAll(async () => await florist.sandbox.close());

const list = { resource: 'customAudience', operation: 'create', name: 'Clients fidèles' };
const created = async (name = list.name) => String((await florist.one({ ...list, name })).id);
const people = async () => (await axios.get<{ name: string; people: IDataObject[] }[]>(`${florist.sandbox.origin}/graph.facebook.com/_audiences`)).data;
const add = (audience: string) => ({ resource: 'customAudience', operation: 'addPeople', audience: byId(audience), person: { email: '={{ $json.email }}' } });
const mails = (...names: string[]): INodeExecutionData[] => names.map((name) => ({ json: { email: name } }));
const userCalls = async () => (await florist.calls()).filter(({ path }) => /\/users/.test(path));

describe('audiences', () => {
	test('a list is made, read, changed and deleted', async () => {
		const made = await florist.one({ ...list, source: 'USER_PROVIDED_ONLY', additionalFields: { description: 'Depuis 2020', optOutLink: 'https://example.com/non' } });
		const id = String(made.id);
		expect(made).toEqual({ id: expect.stringMatching(/^\d{18}$/), name: list.name, subtype: 'CUSTOM', created: true });
		const body = { name: list.name, subtype: 'CUSTOM', customer_file_source: 'USER_PROVIDED_ONLY', description: 'Depuis 2020', opt_out_link: 'https://example.com/non' };
		expect(await florist.calls()).toEqual([{ method: 'POST', path: `/${euros}/customaudiences`, query: {}, body, status: 200 }]);
		await florist.one({ resource: 'customAudience', operation: 'update', audience: byId(id), updateFields: { name: 'Fidèles', description: '' } });
		expect(await florist.one({ resource: 'customAudience', operation: 'get', audience: byId(id) })).toMatchObject({ id, name: 'Fidèles', description: '', subtype: 'CUSTOM', operation_status: { code: 200 } });
		expect(await florist.one({ resource: 'customAudience', operation: 'delete', audience: byId(id) })).toEqual({ id, deleted: true });
		expect(await florist.run({ resource: 'customAudience', operation: 'getAll' })).toEqual([]);
	});

	test('one like another', async () => {
		const id = await created();
		await florist.quiet();
		const like = { resource: 'customAudience', operation: 'createLookalike', name: 'Semblables', audience: byId(id), country: 'fr', size: 5, additionalFields: { from: 1 } };
		expect(await florist.one(like)).toMatchObject({ subtype: 'LOOKALIKE', created: true });
		const spec = '{"type":"custom_ratio","country":"FR","ratio":0.05,"starting_ratio":0.01}';
		expect(await florist.calls()).toMatchObject([{ body: { subtype: 'LOOKALIKE', origin_audience_id: id, lookalike_spec: spec } }]);
		expect(await florist.refusal(like)).toMatchObject({ error: expect.stringContaining('already created'), details: { code: '2654/1713092', verdict: 'fix-input' } });
		await florist.one({ ...like, size: 2.9, additionalFields: {} });
		expect((await florist.calls()).at(-1)).toMatchObject({ body: { lookalike_spec: '{"type":"custom_ratio","country":"FR","ratio":0.029}' } });
		expect(await florist.refusal({ ...like, size: 25 })).toMatchObject({ error: expect.stringMatching(/^Size: 1 to 25 % is not what Meta takes: 1 % to 20 %/) });
		expect(await florist.refusal({ ...like, country: 'France' })).toMatchObject({ error: expect.stringMatching(/“France” is no two-letter country code/) });
	});

	test('the list of the panel, and pages', async () => {
		for (const name of ['un', 'deux', 'trois']) await created(name);
		expect((await florist.list('searchAudiences', 'tr')).map(({ name }) => name)).toEqual(['trois']);
		expect((await florist.run({ resource: 'customAudience', operation: 'getAll', returnAll: false, limit: 2, options: { fields: 'name' } })).map(({ json }) => json.name)).toEqual(['trois', 'deux']);
		expect(await florist.list('searchAudiences', '', { adAccount: byId(yen) })).toEqual([]);
	});

	test('what did not arrive stays unknown, and is not sent again', async () => {
		await florist.sandbox.fault({ network: 'meta', match: '/customaudiences', kind: 'reset', when: 'before' });
		expect(await florist.refusal(list)).toMatchObject({ details: { verdict: 'unknown' } });
		expect((await florist.calls()).filter(({ path }) => path.endsWith('/customaudiences'))).toHaveLength(1);
	});
});

describe('people', () => {
	test('many items go in one call, hashed', async () => {
		const id = await created();
		const output = await florist.run(add(id), { items: mails('Mary@Example.com', 'john@example.com') });
		expect(output.map(({ json, pairedItem }) => [json.status, json.audience_id, pairedItem])).toEqual([
			['added', id, { item: 0 }],
			['added', id, { item: 1 }],
		]);
		expect((await userCalls()).map(({ path, body }) => [path, body])).toEqual([[`/${id}/users`, { payload: { schema: ['EMAIL'], data: [[sha256('mary@example.com')], [sha256('john@example.com')]] } }]]);
		expect((await people())[0]?.people).toEqual([{ EMAIL: sha256('mary@example.com') }, { EMAIL: sha256('john@example.com') }]);
		expect(JSON.stringify(output)).not.toMatch(/example\.com/i);
	});

	test('every key, a row for each address, and blanks where somebody has less', async () => {
		const id = await created();
		const person = {
			...{ email: '={{ $json.email }}', phone: '={{ $json.phone }}', firstName: '={{ $json.first }}', lastName: '={{ $json.last }}', gender: '={{ $json.gender }}' },
			...{ dateOfBirth: '={{ $json.born }}', city: '={{ $json.city }}', state: '={{ $json.state }}', zip: '={{ $json.zip }}', country: '={{ $json.country }}' },
			...{ externalId: '={{ $json.id }}', madid: '={{ $json.phoneId }}' },
		};
		const ines = { email: ['a@b.co', 'c@d.co'], phone: '06 12 34 56 78', first: 'Inês', last: 'Almeida', gender: 'f', born: '1997-02-16', city: 'Saint-Denis', state: 'Île-de-France', zip: '93 200', country: 'FR', id: 'C-17', phoneId: 'AB-1' };
		const output = await florist.run({ ...add(id), person, options: { limitedDataUse: true, country: 1, state: 1000 } }, { items: [{ json: ines }, { json: { id: 'C-18' } }] });
		expect(output[0]?.json).toMatchObject({ call: { rows: 3, received: 3, invalid: 0 } });
		const [call] = await userCalls();
		const schema = [...['EMAIL', 'PHONE', 'FN', 'LN', 'GEN', 'CT', 'ST', 'ZIP', 'COUNTRY', 'DOBY', 'DOBM', 'DOBD', 'EXTERN_ID', 'MADID'], ...['', '_COUNTRY', '_STATE'].map((end) => `DATA_PROCESSING_OPTIONS${end}`)];
		const rest = [...['33612345678', 'inês', 'almeida', 'f', 'saintdenis', 'îledefrance', '93200', 'fr', '1997', '02', '16'].map(sha256), 'C-17', 'ab-1', ['LDU'], 1, 1000];
		const blank = [...Array<string>(12).fill(''), 'C-18', '', ['LDU'], 1, 1000];
		expect(call?.body.payload).toEqual({ schema, data: [[sha256('a@b.co'), ...rest], [sha256('c@d.co'), ...rest], blank] });
	});

	test('more than 10,000 rows are the batches of one session', async () => {
		const id = await created();
		const output = await florist.run(add(id), { items: mails(...Array.from({ length: 10_001 }, (_, index) => `${index}@example.com`)) });
		expect(output).toHaveLength(10_001);
		const calls = await userCalls();
		const sessions = calls.map(({ body }) => body.session as IDataObject);
		expect(sessions).toMatchObject([
			{ batch_seq: 1, last_batch_flag: false, estimated_num_total: 10_001 },
			{ batch_seq: 2, last_batch_flag: true, estimated_num_total: 10_001 },
		]);
		expect(sessions[0]?.session_id).toBe(sessions[1]?.session_id);
		expect(calls.map(({ body }) => (body.payload as { data: unknown[] }).data.length)).toEqual([10_000, 1]);
	}, 60_000);

	test('the last batch ends the session, even where one before it was refused', async () => {
		const id = await created();
		await florist.sandbox.fault({ network: 'meta', match: '/users', kind: 'status', status: 403 });
		const output = await florist.run(add(id), { items: mails(...Array.from({ length: 10_001 }, (_, index) => `${index}@example.com`)), continueOnFail: true });
		expect([output[0]?.json.details, output.at(-1)?.json.status]).toEqual([expect.objectContaining({ verdict: 'reconnect' }), 'added']);
		expect((await userCalls()).at(-1)).toMatchObject({ body: { session: { batch_seq: 1, last_batch_flag: true } } });
	}, 60_000);

	test('without consent nobody is added, and the item says so', async () => {
		const id = await created();
		const items = [{ json: { email: 'yes@example.com', ok: true } }, { json: { email: 'no@example.com', ok: 'no' } }, { json: { email: 'none@example.com' } }];
		const output = await florist.run({ ...add(id), consent: '={{ $json.ok }}' }, { items });
		expect(output.map(({ json }) => json.status)).toEqual(['added', 'skipped', 'skipped']);
		expect((await people())[0]?.people).toEqual([{ EMAIL: sha256('yes@example.com') }]);
	});

	test('one item that is wrong fails alone', async () => {
		const id = await created();
		const output = await florist.run(add(id), { items: mails('mary@example.com', 'mary', 'john@example.com'), continueOnFail: true });
		expect(output.map(({ json }) => json.status ?? json.error)).toEqual(['added', 'Email: this is no e-mail address.', 'added']);
		await expect(florist.run(add(id), { items: mails('mary@example.com', 'mary') })).rejects.toMatchObject({ context: { itemIndex: 1 } });
		expect((await userCalls()).map(({ body }) => (body.payload as { data: unknown[] }).data.length)).toEqual([2]);
	});

	test('are taken out of one audience, and out of all', async () => {
		const [first, second] = [await created('un'), await created('deux')];
		const items = mails('mary@example.com', 'john@example.com');
		for (const id of [first, second]) await florist.run(add(id), { items });
		await florist.quiet();
		const out = await florist.run({ resource: 'customAudience', operation: 'removePeople', audience: byId(first), person: { email: '={{ $json.email }}' } }, { items: mails('mary@example.com') });
		expect(out.map(({ json }) => json.status)).toEqual(['removed']);
		expect((await people()).map((audience) => audience.people.length)).toEqual([1, 2]);
		await florist.run({ resource: 'customAudience', operation: 'removeFromAll', person: { email: '={{ $json.email }}' } }, { items: mails('john@example.com') });
		expect((await people()).map((audience) => audience.people.length)).toEqual([0, 1]);
		expect((await florist.calls()).map(({ path, body }) => [path, body.method])).toEqual([[`/${first}/users`, 'DELETE'], [`/${euros}/usersofanyaudience`, 'DELETE']]);
	});

	test('a lost answer is sent again: who is in is in once', async () => {
		const id = await created();
		await florist.sandbox.fault({ network: 'meta', match: '/users', kind: 'reset', when: 'after' });
		expect(await florist.one({ ...add(id), person: { email: 'mary@example.com' } })).toMatchObject({ status: 'added' });
		expect((await people())[0]?.people).toHaveLength(1);
	});

	test.each([
		['nobody', { person: { city: 'Paris', gender: 'f' } }, /^Person: there is nothing here that tells people apart/],
		['a national number', { person: { phone: '06 12 34 56 78' } }, /^Phone: this number has no country code/],
		['a hashed date', { person: { email: 'a@b.co', dateOfBirth: sha256('19970216') } }, /^Date of Birth: an audience wants year, month and day/],
		['no audience', { audience: byId('') }, /^Audience: is empty/],
		['no country', { person: { phone: '0612345678' }, options: { defaultCountry: 'France' } }, /^Default Country: “France” is no two-letter/],
	])('refuses %s before anything is sent', async (_, parameters, message) => {
		expect(await florist.refusal({ ...add('1'), ...parameters })).toMatchObject({ error: expect.stringMatching(message), details: { verdict: 'fix-input' } });
		expect(await florist.calls()).toEqual([]);
	});

	test('a lookalike takes none: what Meta says reaches every item', async () => {
		const like = { resource: 'customAudience', operation: 'createLookalike', name: 'Semblables', audience: byId(await created()), country: 'FR' };
		const { id } = await florist.one(like);
		const output = await florist.run(add(String(id)), { items: mails('a@b.co', 'c@d.co'), continueOnFail: true });
		expect(output.map(({ json }) => json.details)).toMatchObject([{ code: '200/1870034', verdict: 'stop' }, { code: '200/1870034' }]);
	});
});
