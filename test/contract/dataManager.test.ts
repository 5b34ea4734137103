import { createRequire } from 'node:module';
import axios from 'axios';
import type { AxiosResponse } from 'axios';
import { OAuth2Client } from 'google-auth-library';
import { datamanager_v1 } from 'googleapis/build/src/apis/datamanager/v1';
import type { IDataObject } from 'n8n-workflow';
import type * as serializer from 'proto3-json-serializer';
import type { Root, Service, Type } from 'protobufjs';
import { sha256 } from '../../nodes/networks/person/identifiers';
import { accountMeanings, processingHints, recordMeanings } from '../../nodes/platforms/dataManagerReasons';
import { uploadMeanings } from '../../nodes/platforms/conversionUploads';
import { ago, byId, customer, gclid, inShop, loyal, manager, openDataShop, sale } from '../operations/googleAds/dataShop';
import type { DataShop } from '../operations/googleAds/dataShop';
import { assertError, assertRequest, assertResponse } from './protos';

/** The descriptors that Google ships with its own client of Data Manager. */
const fromGoogle = createRequire(require.resolve('@google-ads/datamanager/package.json'));
const protobuf: { Root: typeof Root } = fromGoogle('protobufjs');
const { fromProto3JSON, toProto3JSON }: typeof serializer = createRequire(require.resolve('google-gax'))('proto3-json-serializer');
const root = protobuf.Root.fromJSON(fromGoogle('./build/protos/protos.json')).resolveAll();
const VERSION = 'google.ads.datamanager.v1';
const messageNamed = (name: string): Type => root.lookupType(`${VERSION}.${name}`);
const wordsOf = (name: string) => Object.keys(root.lookupEnum(`${VERSION}.${name}`).values);

let shop: DataShop;
beforeAll(async () => (shop = await openDataShop()));
beforeEach(async () => await shop.reset({ processingSeconds: 0 }));
afterAll(async () => await shop.sandbox.close());

/** Times lose the milliseconds that are zero. */
const comparable = (value: unknown): unknown => JSON.parse(JSON.stringify(value), (_, one: unknown) => (typeof one === 'string' && /^\d{4}-\d\d-\d\dT.*Z$/.test(one) ? Date.parse(one) : one)) as unknown;

/** The JSON is that message, all of it: the message tells the same again. */
function assertMessage(name: string, json: object): void {
	const type = messageNamed(name);
	const message = fromProto3JSON(type, JSON.parse(JSON.stringify(json)));
	if (!message) throw new Error(`${name}: nothing.`);
	type.encode(message).finish();
	expect(comparable(toProto3JSON(message))).toEqual(comparable(json));
}

/** Methods with their addresses, as the descriptors have them. */
const methods = ['IngestionService', 'UserListService'].flatMap((name) => {
	const service: Service = root.lookupService(`${VERSION}.${name}`);
	return service.methodsArray.map((method) => {
		const http: Record<string, string> = Object.assign({}, ...(method.parsedOptions ?? []).map((option: Record<string, object>) => option['(google.api.http)'] ?? {}));
		const verb = ['get', 'post', 'patch', 'delete'].find((one) => one in http) ?? '';
		const address = (http[verb] ?? '').replace(/\{[\w.]+=([^}]+)\}/, (_, path: string) => path.replace('accountTypes/*', 'accountTypes/GOOGLE_ADS').replace('accounts/*', `accounts/${customer}`).replace('userLists/*', `userLists/${loyal}`));
		return { name: method.name, verb, address, request: method.requestType, response: method.responseType };
	});
});

test('the sandbox answers at every address of the two services', async () => {
	expect(methods.map(({ name }) => name).sort()).toEqual(['CreateUserList', 'DeleteUserList', 'GetUserList', 'IngestAudienceMembers', 'IngestEvents', 'ListUserLists', 'RemoveAudienceMembers', 'RetrieveRequestStatus', 'UpdateUserList']);
	for (const { verb, address } of methods) {
		const { headers } = await shop.client('datamanager.googleapis.com').request({ method: verb, url: address });
		expect([address, String(headers['content-type'])]).toEqual([address, expect.stringContaining('json')]);
	}
});

describe('the node’s requests and the sandbox’s answers are Google’s messages', () => {
	/** Makes the node’s last request again, to see its answer. */
	const again = async (): Promise<AxiosResponse<IDataObject>> => {
		const call = (await shop.calls()).at(-1);
		return await shop.client('datamanager.googleapis.com').request({ method: call?.method, url: call?.path, params: call?.query, data: call?.body, headers: { 'login-account': `accountTypes/GOOGLE_ADS/accounts/${manager}` } });
	};
	const person = { email: 'mary@example.com', phone: '+33612345678', firstName: 'Mary', lastName: 'Doe', country: 'FR', postalCode: '75001' };
	const details = { conversionValue: 49.9, currency: 'EUR', cartItems: '[{"id": "R1", "quantity": 2, "price": 19.9}]', merchantId: '123', feedLabel: 'FR', feedLanguage: 'fr', discount: 5, customerType: 'NEW', customerValueBucket: 'HIGH', customVariables: { variable: [{ variable: 'store', value: 'Paris' }] } };
	const change = { resource: 'audience', audience: byId(loyal), person, consent: { adUserData: 'GRANTED', adPersonalization: 'GRANTED' }, termsAccepted: true, options: {} };
	const create = { resource: 'audience', operation: 'create', name: 'Abonnés', membershipDays: 30, additionalFields: { description: 'Lettre', integrationCode: 'crm-7' } };

	test.each([
		['events', 'IngestEventsRequest', 'IngestEventsResponse', { ...sale, click: { gclid, gbraid: '0AAAAASANDBOX1', sessionAttributes: 'abc' }, person, details, eventTime: ago(60), options: {} }],
		['a trial', 'IngestEventsRequest', 'IngestEventsResponse', { ...sale, consent: { adPersonalization: 'DENIED' }, options: { validateOnly: true } }],
		['people in', 'IngestAudienceMembersRequest', 'IngestAudienceMembersResponse', { ...change, operation: 'addMembers' }],
		['people out', 'RemoveAudienceMembersRequest', 'RemoveAudienceMembersResponse', { ...change, operation: 'removeMembers', options: { validateOnly: true } }],
		['a list', 'UserList', '', create],
		['a changed list', 'UserList', 'UserList', { resource: 'audience', operation: 'update', audience: byId(loyal), updateFields: { name: 'Lettre', membershipDays: 60, membershipStatus: 'CLOSED' } }],
	])('%s', async (_, request, response, parameters) => {
		await shop.one(parameters);
		const call = (await shop.calls()).at(-1);
		assertMessage(request, call?.body ?? {});
		if (response) assertMessage(response, (await again()).data);
	});

	test('lists, one and many', async () => {
		await shop.one(create);
		await shop.run({ resource: 'audience', operation: 'getAll', returnAll: false, limit: 1, options: { filter: 'membership_status = OPEN' } });
		assertMessage('ListUserListsResponse', (await again()).data);
		for (const name of Object.keys((await shop.calls()).at(-1)?.query ?? {})) expect(Object.keys(messageNamed('ListUserListsRequest').fields)).toContain(name);
		await shop.one({ resource: 'audience', operation: 'get', audience: byId(loyal) });
		assertMessage('UserList', (await again()).data);
	});

	test('the status of each kind of request, done and not', async () => {
		await shop.sandbox.settings({ google: { processingWarning: 'INTERNAL_ERROR' } });
		const twice = await shop.run({ ...sale, click: { gclid: '={{ $json.click }}' } }, { items: [{ json: { click: gclid } }, { json: { click: 'BADCLICK00001' } }] });
		const requests = [twice[0]?.json, await shop.one({ ...change, operation: 'addMembers' }), await shop.one({ ...change, operation: 'removeMembers' })];
		await shop.sandbox.settings({ google: { processingSeconds: 60 } });
		for (const request of [...requests, await shop.one({ ...sale, transactionId: 'A-9' })]) {
			await shop.one({ resource: 'conversion', operation: 'getStatus', requestId: String(request?.requestId), wait: false, minutes: 1 });
			const { data } = await again();
			expect(data).toHaveProperty('requestStatusPerDestination.0.requestStatus');
			assertMessage('RetrieveRequestStatusResponse', data);
		}
	});
});

/** Google’s own client for REST, its addresses answered by the sandbox. */
function googlesClient() {
	const token = String(shop.client().defaults.headers.Authorization).replace('Bearer ', '');
	const fetchImplementation: typeof fetch = async (input, init) => await fetch(String(input instanceof Request ? input.url : input).replace('https://datamanager.googleapis.com', `${shop.sandbox.origin}/datamanager.googleapis.com`), init);
	const auth = new OAuth2Client({ transporterOptions: { fetchImplementation } });
	auth.setCredentials({ access_token: token });
	return new datamanager_v1.Datamanager({ auth, retry: false, fetchImplementation });
}

const account = (accountId: string) => ({ accountType: 'GOOGLE_ADS', accountId });
const destination = (productDestinationId: string) => [{ operatingAccount: account(customer), productDestinationId, loginAccount: account(manager) }];
const consent = { adUserData: 'CONSENT_GRANTED', adPersonalization: 'CONSENT_GRANTED' };
const hashed = { userIdentifiers: [{ emailAddress: sha256('mary@example.com') }] };
const wire = async (end: string) => (await shop.calls()).find(({ path }) => path.endsWith(end))?.body;

describe('Google’s own client does in the sandbox what the node does', () => {
	test('events, and what became of them', async () => {
		const client = googlesClient();
		const eventTimestamp = ago(60);
		const events = [{ eventTimestamp, eventSource: 'WEB', transactionId: 'A-1001', conversionValue: 49.9, currency: 'EUR', adIdentifiers: { gclid }, userData: hashed, consent }];
		const { data } = await client.events.ingest({ requestBody: { destinations: destination(inShop), encoding: 'HEX', events } });
		const { data: status } = await client.requestStatus.retrieve({ requestId: String(data.requestId) });
		expect(status.requestStatusPerDestination?.map(({ requestStatus }) => requestStatus)).toEqual(['SUCCESS']);
		const byClient = await wire('events:ingest');
		await shop.reset();
		await shop.one({ ...sale, eventTime: eventTimestamp, person: { email: 'Mary@Example.com' } });
		expect(await wire('events:ingest')).toEqual(byClient);
	});

	test('people, in and out', async () => {
		const client = googlesClient();
		const requestBody = { destinations: destination(loyal), encoding: 'HEX', audienceMembers: [{ userData: hashed, consent }], termsOfService: { customerMatchTermsOfServiceStatus: 'ACCEPTED' } };
		await client.audienceMembers.ingest({ requestBody });
		await client.audienceMembers.remove({ requestBody: { destinations: destination(loyal), encoding: 'HEX', audienceMembers: [{ userData: hashed }] } });
		const byClient = [await wire(':ingest'), await wire(':remove')];
		await shop.reset();
		const change = { resource: 'audience', audience: byId(loyal), person: { email: 'mary@example.com' }, consent: { adUserData: 'GRANTED', adPersonalization: 'GRANTED' }, termsAccepted: true, options: {} };
		await shop.one({ ...change, operation: 'addMembers' });
		await shop.one({ ...change, operation: 'removeMembers' });
		expect([await wire(':ingest'), await wire(':remove')]).toEqual(byClient);
		expect(byClient.every((one) => one !== undefined)).toBe(true);
	});

	test('lists', async () => {
		const { userLists } = googlesClient().accountTypes.accounts;
		const headers = { 'login-account': `accountTypes/GOOGLE_ADS/accounts/${manager}` };
		const parent = `accountTypes/GOOGLE_ADS/accounts/${customer}`;
		const { data: made } = await userLists.create({ parent, requestBody: { displayName: 'Abonnés', ingestedUserListInfo: { uploadKeyTypes: ['CONTACT_ID'] } } }, { headers });
		const name = String(made.name);
		await userLists.patch({ name, updateMask: 'display_name', requestBody: { displayName: 'Lettre' } }, { headers });
		expect((await userLists.get({ name }, { headers })).data.displayName).toBe('Lettre');
		expect((await userLists.list({ parent, filter: 'display_name = "Lettre"' }, { headers })).data.userLists?.map(({ id }) => id)).toEqual([made.id]);
		await userLists.delete({ name }, { headers });
		expect((await userLists.list({ parent }, { headers })).data.userLists?.map(({ displayName }) => displayName)).toEqual(['Clients fidèles']);
		await expect(userLists.get({ name: `${parent}/userLists/${loyal}` })).rejects.toMatchObject({ status: 403 });
	});
});

describe('the sandbox refuses as Google does', () => {
	const event = { eventTimestamp: ago(60), eventSource: 'WEB', adIdentifiers: { gclid } };
	const ingest = async (change: object, more: object = {}) => {
		const answer = await shop.client().post<IDataObject>('/events:ingest', { destinations: destination(inShop), encoding: 'HEX', events: [{ ...event, ...change }], ...more });
		return { status: answer.status, text: JSON.stringify(answer.data) };
	};
	const person = (...userIdentifiers: object[]) => ({ userData: { userIdentifiers } });
	test.each<[string, object, object, string]>([
		['a field that there is not', { gclid }, {}, `Unknown name \\"gclid\\" at 'events[0]': Cannot find field.`],
		['a word that is none', { eventSource: 'WEBSITE' }, {}, "Invalid value at 'events[0].event_source' (ENUM)"],
		['a time without a zone', { eventTimestamp: '2026-10-01T10:00:00' }, {}, "Invalid value at 'events[0].event_timestamp' (TIMESTAMP)"],
		['no source', { eventSource: undefined }, {}, 'REQUIRED_FIELD_MISSING'],
		['nobody', { adIdentifiers: undefined }, {}, 'NO_IDENTIFIERS_PROVIDED'],
		['a plain address', person({ emailAddress: 'mary@example.com' }), {}, 'INVALID_HEX_ENCODING'],
		['a hash of another kind', person({ emailAddress: 'd41d8cd98f00b204e9800998ecf8427e' }), {}, 'INVALID_SHA256_FORMAT'],
		['a part of an address', person({ address: { givenName: sha256('mary'), familyName: sha256('doe'), regionCode: 'FR' } }), {}, 'postal_code'],
		['a country in small letters', person({ address: { givenName: sha256('mary'), familyName: sha256('doe'), regionCode: 'fr', postalCode: '1' } }), {}, 'INVALID_REGION_CODE'],
		['eleven identifiers', person(...Array.from({ length: 11 }, (_, index) => ({ emailAddress: sha256(String(index)) }))), {}, 'TOO_MANY_USER_IDENTIFIERS'],
		['a person without encoding', person({ emailAddress: sha256('a') }), { encoding: undefined }, 'REQUIRED_FIELD_MISSING'],
		['a currency', { currency: 'EURO' }, {}, 'INVALID_CURRENCY_CODE'],
		['too many events', {}, { events: Array(2001).fill(event) }, 'TOO_MANY_EVENTS'],
		['no destination', {}, { destinations: [] }, 'REQUIRED_FIELD_MISSING'],
		['too many destinations', {}, { destinations: Array(11).fill(destination(inShop)[0]) }, 'TOO_MANY_DESTINATIONS'],
		['one reference twice', {}, { destinations: Array(2).fill({ reference: 'd1', ...destination(inShop)[0] }) }, 'DUPLICATE_DESTINATION_REFERENCE'],
	])('%s', async (_, change, more, reason) => {
		const { status, text } = await ingest(change, more);
		expect([status, text]).toEqual([400, expect.stringContaining(reason)]);
		if (/^[A-Z_]+$/.test(reason)) expect(wordsOf('ErrorReason')).toContain(reason);
	});

	test('without the scope, without a token, and for another person’s account', async () => {
		expect((await axios.post(`${shop.sandbox.origin}/datamanager.googleapis.com/v1/events:ingest`, {}, { validateStatus: () => true })).status).toBe(401);
		expect((await ingest({}, { destinations: [{ ...destination(inShop)[0], loginAccount: undefined }] })).status).toBe(403);
		await shop.reset({}, { features: ['ads'] });
		expect(await ingest({})).toMatchObject({ status: 403, text: expect.stringContaining('ACCESS_TOKEN_SCOPE_INSUFFICIENT') });
	});
});

describe('reasons', () => {
	test('those that are told have names that Google knows', () => {
		const known = wordsOf('ErrorReason');
		// Newer than the descriptors.
		const newer = ['CONVERSION_ACTION_TOO_RECENTLY_CREATED'];
		expect([...Object.keys(recordMeanings), ...Object.keys(accountMeanings)].filter((reason) => !known.includes(reason) && !newer.includes(reason))).toEqual([]);
	});

	test('every reason of the processing has a hint', () => {
		const bare = (words: string[]) => words.map((word) => word.replace(/^PROCESSING_(ERROR|WARNING)(_REASON)?_/, '')).filter((word) => word !== 'UNSPECIFIED');
		const known = [...bare(wordsOf('ProcessingErrorReason')), ...bare(wordsOf('ProcessingWarningReason'))];
		expect(known.filter((reason) => !(reason in processingHints))).toEqual([]);
		expect(Object.keys(processingHints).filter((reason) => !known.includes(reason) && reason !== 'DESTINATION_TOO_RECENTLY_CREATED')).toEqual([]);
	});
});

describe('uploads through the Google Ads API', () => {
	const click = { resource: 'conversion', operation: 'uploadClick', conversionAction: byId(inShop), conversionTime: '2026-10-01T12:32:45+02:00', click: { gclid }, person: { email: 'mary@example.com', firstName: 'Mary', lastName: 'Doe', country: 'FR', postalCode: '75001' }, consent: { adUserData: 'GRANTED' }, details: { conversionValue: 49.9, currency: 'EUR', orderId: 'A-1', conversionEnvironment: 'WEB' }, options: {} };
	const adjust = { resource: 'conversion', operation: 'uploadAdjustment', conversionAction: byId(inShop), adjustmentType: 'RESTATEMENT', adjustmentTime: '2026-10-02T12:00:00Z', orderId: 'A-1', gclid: '', conversionTime: '', adjustedValue: 20, currency: 'EUR', person: {}, consent: {}, options: {} };
	const answerTo = async (): Promise<[string, unknown]> => {
		const call = (await shop.calls()).at(-1);
		const { data } = await shop.client('googleads.googleapis.com').post<unknown>(call?.path ?? '', call?.body, { headers: { 'login-customer-id': manager } });
		return [call?.path ?? '', data];
	};

	test.each([
		['a click', click],
		['a new value', adjust],
		['more of the person', { ...adjust, adjustmentType: 'ENHANCEMENT', person: click.person }],
		['taken back, by click', { ...adjust, adjustmentType: 'RETRACTION', orderId: '', gclid, conversionTime: click.conversionTime }],
	])('%s', async (_, parameters) => {
		await shop.sandbox.settings({ google: { legacyUploads: 'open' } });
		await shop.run(parameters, { continueOnFail: true });
		const call = (await shop.calls()).at(-1);
		assertRequest(call?.path ?? '', call?.body);
		assertResponse(...(await answerTo()));
	});

	test('closed, in Google’s own words', async () => {
		await shop.run(click, { continueOnFail: true });
		const [, answer] = await answerTo();
		assertError(answer);
	});

	test('jobs of Customer Match', async () => {
		await shop.sandbox.settings({ google: { legacyUploads: 'open' } });
		const client = shop.client('googleads.googleapis.com');
		const post = async (path: string, body: object) => {
			assertRequest(path, body);
			const { data } = await client.post<Record<string, unknown>>(path, body, { headers: { 'login-customer-id': manager } });
			return data;
		};
		const job = { type: 'CUSTOMER_MATCH_USER_LIST', customerMatchUserListMetadata: { userList: `customers/${customer}/userLists/${loyal}`, consent: { adUserData: 'GRANTED', adPersonalization: 'GRANTED' } } };
		const { resourceName } = await post(`/v25/customers/${customer}/offlineUserDataJobs:create`, { job });
		expect(resourceName).toMatch(/^customers\/\d+\/offlineUserDataJobs\/\d+$/);
		const at = `/v25/${String(resourceName)}`;
		const operations = [{ create: { userIdentifiers: [{ hashedEmail: sha256('mary@example.com') }] } }];
		expect(await post(`${at}:addOperations`, { operations, enablePartialFailure: true })).toEqual({});
		expect(await post(`${at}:addOperations`, { operations: [{ removeAll: true }] })).toMatchObject({ error: { details: [{ errors: [{ errorCode: { offlineUserDataJobError: 'INVALID_OPERATION_ORDER' } }] }] } });
		expect(await post(`${at}:run`, {})).toMatchObject({ name: expect.any(String) });
		expect(await post(`${at}:addOperations`, { operations })).toMatchObject({ error: { details: [{ errors: [{ errorCode: { offlineUserDataJobError: 'JOB_ALREADY_STARTED' } }] }] } });
	});

	test('reasons that are told have names that Google knows', () => {
		const ads = protobuf.Root.fromJSON(createRequire(require.resolve('google-ads-node/package.json'))('./build/protos/protos.json')).resolveAll();
		const known = ['ConversionUpload', 'ConversionAdjustmentUpload', 'NotAllowlisted'].flatMap((name) => Object.keys(ads.lookupEnum(`google.ads.googleads.v25.errors.${name}ErrorEnum.${name}Error`).values));
		expect(Object.keys(uploadMeanings).filter((reason) => !known.includes(reason))).toEqual([]);
	});
});
