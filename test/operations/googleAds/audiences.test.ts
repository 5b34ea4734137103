import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { sha256 } from '../../../nodes/networks/person/identifiers';
import { byId, customer, inShop, loyal, manager, openDataShop } from './dataShop';
import type { DataShop } from './dataShop';

let shop: DataShop;
beforeAll(async () => (shop = await openDataShop()));
beforeEach(async () => await shop.reset());
afterAll(async () => await shop.sandbox.close());

const create: INodeParameters = { resource: 'audience', operation: 'create', name: 'Abonnés', membershipDays: 30, additionalFields: {} };
const of = (operation: string, audience: string, more: INodeParameters = {}): INodeParameters => ({ resource: 'audience', operation, audience: byId(audience), ...more });
const base = `/v1/accountTypes/GOOGLE_ADS/accounts/${customer}/userLists`;

describe('audiences', () => {
	test('one is made, read, changed and deleted', async () => {
		const made = await shop.one({ ...create, additionalFields: { description: 'Lettre du mois', integrationCode: 'crm-7' } });
		const id = String(made.id);
		expect(made).toMatchObject({ id: expect.stringMatching(/^8\d{9}$/), name: 'Abonnés', membershipDays: 30, membershipStatus: 'OPEN', description: 'Lettre du mois', integrationCode: 'crm-7' });
		const body = { displayName: 'Abonnés', description: 'Lettre du mois', integrationCode: 'crm-7', membershipDuration: '2592000s', ingestedUserListInfo: { uploadKeyTypes: ['CONTACT_ID'] } };
		expect(await shop.calls()).toEqual([{ method: 'POST', path: base, query: {}, body, status: 200 }]);
		expect(await shop.one(of('update', id, { updateFields: { name: 'Lettre', membershipDays: 60, membershipStatus: 'CLOSED', description: '' } }))).toMatchObject({ id, name: 'Lettre', membershipDays: 60, membershipStatus: 'CLOSED' });
		expect((await shop.calls()).at(-1)).toMatchObject({ method: 'PATCH', path: `${base}/${id}`, query: { updateMask: 'displayName,membershipDuration,description,membershipStatus' } });
		expect(await shop.one(of('get', String(made.resourceName)))).toMatchObject({ id, resourceName: made.resourceName });
		expect(await shop.one(of('get', id))).toMatchObject({ id, name: 'Lettre', sizeInfo: { searchNetworkMembersCount: '0' } });
		expect(await shop.one(of('delete', id))).toEqual({ id, deleted: true });
		expect(await shop.refusal(of('get', id))).toMatchObject({ details: { verdict: 'fix-input', code: 'NOT_FOUND' } });
	});

	test('many: page by page, filtered, and in the panel’s list', async () => {
		for (const name of ['un', 'deux', 'trois']) await shop.one({ ...create, name });
		const all = { resource: 'audience', operation: 'getAll', returnAll: true, limit: 50, options: {} };
		expect((await shop.run(all)).map(({ json }) => json.name)).toEqual(['un', 'deux', 'trois', 'Clients fidèles']);
		expect((await shop.run({ ...all, returnAll: false, limit: 2 })).map(({ json }) => json.name)).toEqual(['un', 'deux']);
		expect((await shop.calls()).at(-1)?.query).toEqual({ pageSize: '2' });
		expect((await shop.run({ ...all, options: { filter: 'display_name = "deux" AND membership_status = OPEN' } })).map(({ json }) => json.name)).toEqual(['deux']);
		expect(await shop.refusal({ ...all, options: { filter: 'size > 3' } })).toMatchObject({ details: { verdict: 'fix-input', code: 'INVALID_FILTER' } });
		expect(await shop.list('searchAudiences', 'FIDELES', { resource: 'audience', operation: 'get' })).toEqual([{ name: 'Clients fidèles', value: loyal }]);
	});

	test('more than a page', async () => {
		const client = shop.client();
		const headers = { 'login-account': `accountTypes/GOOGLE_ADS/accounts/${manager}` };
		for (let index = 0; index < 3; index++) await shop.one({ ...create, name: `liste ${index}` });
		const { data: first } = await client.get(`/accountTypes/GOOGLE_ADS/accounts/${customer}/userLists`, { headers, params: { pageSize: 3 } });
		expect(first).toMatchObject({ userLists: [{}, {}, {}], nextPageToken: expect.any(String) });
		const { data: second } = await client.get(`/accountTypes/GOOGLE_ADS/accounts/${customer}/userLists`, { headers, params: { pageSize: 3, pageToken: first.nextPageToken } });
		expect(second).toEqual({ userLists: [expect.objectContaining({ displayName: 'Clients fidèles' })] });
	});

	test('a lost answer: it was made once, and deleted once', async () => {
		await shop.sandbox.fault({ network: 'google', match: 'userLists', kind: 'reset', when: 'after' });
		const made = await shop.one(create);
		expect(made).toMatchObject({ id: expect.stringMatching(/^8\d{9}$/), name: 'Abonnés', membershipDays: 30 });
		expect((await shop.calls()).map(({ method, query }) => [method, query.filter])).toEqual([['POST', undefined], ['GET', 'display_name = "Abonnés"']]);
		await shop.sandbox.fault({ network: 'google', match: `userLists/${String(made.id)}`, kind: 'reset', when: 'after' });
		expect(await shop.one(of('delete', String(made.id)))).toMatchObject({ deleted: true });
		expect((await shop.run({ resource: 'audience', operation: 'getAll', returnAll: true, limit: 50, options: {} })).map(({ json }) => json.name)).toEqual(['Clients fidèles']);
	});

	test('a call that did not arrive is made again', async () => {
		await shop.sandbox.fault({ network: 'google', match: 'userLists', kind: 'reset', when: 'before' });
		expect(await shop.one(create)).toMatchObject({ name: 'Abonnés' });
		expect((await shop.run({ resource: 'audience', operation: 'getAll', returnAll: true, limit: 50, options: {} }))).toHaveLength(2);
	});

	test('refusals', async () => {
		expect(await shop.refusal({ ...create, name: 'Clients fidèles' })).toMatchObject({ details: { verdict: 'fix-input', code: 'DISPLAY_NAME_ALREADY_USED', hint: expect.stringContaining('“Name”') } });
		expect(await shop.refusal({ ...create, membershipDays: 541 })).toMatchObject({ error: 'Membership Days: 541 is not what Google takes: whole days from 1 to 540.' });
		expect(await shop.refusal(of('update', loyal, { updateFields: {} }))).toMatchObject({ error: 'Update Fields: nothing is to be changed.' });
		expect(await shop.refusal({ ...create, membershipDays: '={{ null }}' })).toMatchObject({ error: expect.stringMatching(/^Membership Days: /) });
		expect(await shop.one({ ...create, membershipDays: '={{ "45" }}' })).toMatchObject({ membershipDays: 45 });
		expect(await shop.refusal(of('delete', `accountTypes/GOOGLE_ADS/accounts/9999999999/userLists/${loyal}`))).toMatchObject({ error: expect.stringContaining(`is in account 9999999999, not in ${customer}`) });
		expect(await shop.refusal(of('get', 'x/1'))).toMatchObject({ error: expect.stringMatching(/^Audience: “x\/1” is not an ID/) });
	});
});

const yes = { adUserData: 'GRANTED', adPersonalization: 'GRANTED' };
const change = (operation: string, more: INodeParameters = {}) => of(operation, loyal, { person: { email: '={{ $json.email }}' }, consent: yes, termsAccepted: true, options: {}, ...more });
const mails = (...names: string[]): INodeExecutionData[] => names.map((email) => ({ json: { email } }));
const hashes = async () => (await shop.people()).flatMap(({ people }) => people.flat().map(({ emailAddress }) => emailAddress));

describe('people', () => {
	test('in one request, hashed, and out again', async () => {
		const output = await shop.run(change('addMembers'), { items: mails('mary@example.com', 'j.o.e@gmail.com') });
		expect(output.map(({ json }) => json)).toEqual(Array(2).fill(expect.objectContaining({ status: 'queued', change: 'added', audience: loyal, identifiers: ['emailAddress'], request: { records: 2 } })));
		const consent = { adUserData: 'CONSENT_GRANTED', adPersonalization: 'CONSENT_GRANTED' };
		const members = [{ userData: { userIdentifiers: [{ emailAddress: sha256('mary@example.com') }] }, consent }, { userData: { userIdentifiers: [{ emailAddress: sha256('joe@gmail.com') }] }, consent }];
		const destinations = [{ operatingAccount: { accountType: 'GOOGLE_ADS', accountId: customer }, productDestinationId: loyal, loginAccount: { accountType: 'GOOGLE_ADS', accountId: manager } }];
		const body = { destinations, encoding: 'HEX', audienceMembers: members, termsOfService: { customerMatchTermsOfServiceStatus: 'ACCEPTED' } };
		expect(await shop.calls()).toEqual([{ method: 'POST', path: '/v1/audienceMembers:ingest', query: {}, body, status: 200 }]);
		expect(await hashes()).toEqual([sha256('mary@example.com'), sha256('joe@gmail.com')]);
		const out = await shop.run(change('removeMembers'), { items: mails('joe@gmail.com') });
		expect(out[0]?.json).toMatchObject({ status: 'queued', change: 'removed' });
		const [, removal] = await shop.calls();
		expect(removal).toMatchObject({ path: '/v1/audienceMembers:remove', body: { encoding: 'HEX', audienceMembers: [{ userData: members[1]?.userData }] } });
		expect(removal?.body).not.toHaveProperty('termsOfService');
		expect(await hashes()).toEqual([sha256('mary@example.com')]);
	});

	test('10,000 in a request', async () => {
		await shop.run(change('addMembers'), { items: mails(...Array.from({ length: 10_001 }, (_, index) => `p${index}@example.com`)) });
		expect((await shop.calls()).map(({ body }) => body.audienceMembers.length)).toEqual([10_000, 1]);
	});

	test('nobody without consent to both uses; who withdraws is asked for nothing', async () => {
		const items = [{ json: { email: 'a@example.com', said: 'oui' } }, { json: { email: 'b@example.com', said: 'non' } }, { json: { email: 'c@example.com' } }];
		const output = await shop.run(change('addMembers', { consent: { adUserData: 'GRANTED', adPersonalization: '={{ $json.said }}' } }), { items });
		expect(output.map(({ json }) => json.status)).toEqual(['queued', 'skipped', 'skipped']);
		expect(output[1]?.json.reason).toContain('“Ad Personalization”');
		expect(await hashes()).toEqual([sha256('a@example.com')]);
		expect((await shop.run(change('removeMembers', { consent: { adUserData: 'DENIED' } }), { items })).map(({ json }) => json.status)).toEqual(Array(3).fill('queued'));
		expect(await hashes()).toEqual([]);
	});

	test('terms are accepted by the operator, and signed in the account', async () => {
		expect(await shop.refusal(change('addMembers', { termsAccepted: false, person: { email: 'a@example.com' } }))).toMatchObject({ error: expect.stringMatching(/^Terms Accepted: is off/), details: { verdict: 'fix-input' } });
		expect(await shop.calls()).toEqual([]);
		await shop.sandbox.settings({ google: { customerMatchTerms: false } });
		expect(await shop.refusal(change('addMembers', { person: { email: 'a@example.com' } }))).toMatchObject({ details: { verdict: 'stop', code: 'TERMS_AND_CONDITIONS_NOT_SIGNED' } });
	});

	test('a whole address is enough, a part of one is nobody', async () => {
		const person = { firstName: 'Inês', lastName: 'Ó Briain', country: 'IE', postalCode: ' D02 XY45 ' };
		await shop.one(change('addMembers', { person }));
		expect((await shop.calls())[0]?.body.audienceMembers[0]?.userData).toEqual({ userIdentifiers: [{ address: { givenName: sha256('inês'), familyName: sha256('ó briain'), regionCode: 'IE', postalCode: 'D02 XY45' } }] });
		expect(await shop.refusal(change('addMembers', { person: { firstName: 'Inês', country: 'IE' } }))).toMatchObject({ error: expect.stringMatching(/^Person: there is nothing here that tells people apart/) });
	});

	test('a name is hashed the same, however its letters are composed', async () => {
		const person = { firstName: 'Zoe\u0301', lastName: 'A\u030angstro\u0308m', country: 'SE', postalCode: '111 20' };
		await shop.one(change('addMembers', { person }));
		expect((await shop.calls())[0]?.body.audienceMembers[0]?.userData).toMatchObject({ userIdentifiers: [{ address: { givenName: sha256('zo\u00e9'), familyName: sha256('\u00e5ngstr\u00f6m') } }] });
	});

	test('Validate Only changes nobody', async () => {
		expect(await shop.one(change('addMembers', { person: { email: 'a@example.com' }, options: { validateOnly: true } }))).toMatchObject({ status: 'validated' });
		expect(await hashes()).toEqual([]);
	});

	test('a lost answer is sent again: it does no harm', async () => {
		await shop.sandbox.fault({ network: 'google', match: 'audienceMembers', kind: 'reset', when: 'after' });
		expect(await shop.one(change('addMembers', { person: { email: 'a@example.com' } }))).toMatchObject({ status: 'queued' });
		expect(await hashes()).toEqual([sha256('a@example.com')]);
		expect(await shop.calls()).toHaveLength(2);
	});

	test('one that is wrong fails alone; an audience that is not there fails all with one request', async () => {
		const output = await shop.run(change('addMembers'), { items: mails('a@example.com', 'nobody', 'b@example.com'), continueOnFail: true });
		expect(output.map(({ json }) => json.status ?? json.error)).toEqual(['queued', 'Email: this is no e-mail address.', 'queued']);
		const missing = await shop.run({ ...change('addMembers'), audience: byId(inShop) }, { items: mails('a@example.com', 'b@example.com'), continueOnFail: true });
		expect(missing.map(({ json }) => json.details)).toEqual(Array(2).fill(expect.objectContaining({ code: 'INVALID_USER_LIST_ID', verdict: 'fix-input' })));
		expect(await shop.calls()).toHaveLength(2);
	});
});
