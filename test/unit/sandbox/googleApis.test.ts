import { addressesOf, readHeaders } from '../../../sandbox/networks/google/gmail/mime';
import { seed } from '../../../sandbox/networks/seed';
import { bearer, connect, customers, http, mail, pass, profile, raw, scopes, send, settings, useSandbox } from './googleClient';

const { accounts, managerId, customerId, developerToken } = seed.google;

useSandbox();

test('gmail.send sends, but may not read the profile', async () => {
	const { access_token } = await connect();
	expect((await send(access_token)).data).toEqual({ id: expect.any(String), threadId: expect.any(String), labelIds: ['SENT'] });
	const refused = await profile(access_token);
	expect(refused).toMatchObject({ status: 403, data: { error: { status: 'PERMISSION_DENIED', errors: [{ reason: 'insufficientPermissions' }] } } });
	expect(refused.data.error.details[0].reason).toBe('ACCESS_TOKEN_SCOPE_INSUFFICIENT');
	const full = await connect({ scope: 'https://mail.google.com/' });
	expect((await profile(full.access_token)).data).toMatchObject({ emailAddress: accounts[0].name, messagesTotal: 1, threadsTotal: 1 });
	await settings({ dropScopes: [scopes('gmail.send')] });
	expect((await send(access_token)).status).toBe(403);
	expect((await profile('ya29.none')).status).toBe(401);
});

test('a sent mail is on the timeline and in the mailbox; what cannot be sent is refused', async () => {
	const { access_token } = await connect();
	await send(access_token);
	const [entry] = (await http.get('/timeline.json')).data;
	expect(entry).toMatchObject({ network: 'gmail', account: accounts[0].name, kind: 'email', text: 'Bouquets\nTo: Inês <ines@example.com>' });
	const [address, anchor] = entry.url.split('#');
	expect((await http.get(address)).data).toContain(`id="${anchor}"`);
	const refusals: [object, string][] = [
		[{}, 'raw'],
		[{ raw: raw('Subject: x\r\n\r\nx') }, 'Recipient address required'],
		[{ raw: raw('To: nobody\r\n\r\nx') }, 'Invalid To header'],
		[{ raw: 'a+b/' }, 'base64url'],
	];
	for (const [body, said] of refusals) {
		const refused = await send(access_token, body);
		expect(refused).toMatchObject({ status: 400, data: { error: { status: 'INVALID_ARGUMENT', message: expect.stringContaining(said) } } });
	}
	expect((await send(access_token, { raw: mail, threadId: 'unknown' })).status).toBe(404);
});

test('headers are unfolded and decoded, addresses found among names', () => {
	const headers = readHeaders('Subject: =?utf-8?Q?caf=C3=A9_?=\r\n =?ISO-8859-1?Q?cr=E8me?=\r\nTo: a@x.fr,\r\n\tb@x.fr\r\n\r\nSubject: no');
	expect(Object.fromEntries(headers)).toEqual({ subject: 'café crème', to: 'a@x.fr, b@x.fr' });
	expect(addressesOf('"Moreau, Camille" <c@x.fr>, d@x.fr')).toEqual(['c@x.fr', 'd@x.fr']);
	expect(addressesOf('Camille')).toBeUndefined();
});

test('Google Ads lists the manager and reaches the customer through it, with the developer token', async () => {
	const { access_token } = await connect();
	const answer = await customers(access_token);
	expect(answer.data).toEqual({ resourceNames: [`customers/${managerId}`] });
	expect(answer.headers['request-id']).toBeTruthy();
	const search = (id: string, headers: object = {}, body: object = { query: 'SELECT customer.id,customer.descriptive_name FROM customer' }) =>
		http.post(
			`/googleads.googleapis.com/v25/customers/${id}/googleAds:search`,
			body,
			bearer(access_token, { 'developer-token': developerToken, ...headers }),
		);
	const viaManager = { 'login-customer-id': managerId };
	const found = { results: [{ customer: { resourceName: `customers/${customerId}`, id: customerId, descriptiveName: 'Atelier Camélia' } }] };
	expect((await search(customerId, viaManager)).data).toMatchObject(found);
	const codeOfError = async (asked: ReturnType<typeof search>) => {
		const { status, data } = await asked;
		return [status, data.error.details[0].errors[0].errorCode];
	};
	expect(await codeOfError(search(customerId))).toEqual([403, { authorizationError: 'USER_PERMISSION_DENIED' }]);
	expect(await codeOfError(search('222-000-0002', viaManager))).toEqual([400, { requestError: 'INVALID_CUSTOMER_ID' }]);
	expect(await codeOfError(search(customerId, { 'login-customer-id': '111-000-0001' }))).toEqual([400, { headerError: 'INVALID_LOGIN_CUSTOMER_ID' }]);
	expect(await codeOfError(search(managerId, {}, { query: 'x', pageSize: 1 }))).toEqual([400, { requestError: 'PAGE_SIZE_NOT_SUPPORTED' }]);
	const unknown = await search(managerId, {}, { query: 'SELECT campaign.colour FROM campaign' });
	expect(unknown.data.error.details[0].errors[0].message).toContain('The sandbox does not know the field campaign.colour');
});

test('Google Ads refuses without developer token, Ads login, scope or living token, each in its own way', async () => {
	const { access_token } = await connect();
	const firstError = async (asked: ReturnType<typeof customers>) => {
		const { status, data } = await asked;
		return [status, data.error.details[0].errors?.[0].errorCode ?? data.error.details[0].reason];
	};
	expect((await customers(access_token, {})).status).toBe(200);
	await settings({ developerToken: 'required' });
	expect(await firstError(customers(access_token, {}))).toEqual([400, { requestError: 'DEVELOPER_TOKEN_PARAMETER_MISSING' }]);
	expect(await firstError(customers(access_token, { 'developer-token': 'x' }))).toEqual([401, { authenticationError: 'DEVELOPER_TOKEN_INVALID' }]);
	const bruno = await connect({}, { account: accounts[1].id });
	expect(await firstError(customers(bruno.access_token))).toEqual([401, { authenticationError: 'NOT_ADS_USER' }]);
	const mailing = await connect({ scope: scopes('gmail.send') });
	expect(await firstError(customers(mailing.access_token))).toEqual([403, 'ACCESS_TOKEN_SCOPE_INSUFFICIENT']);
	await pass(3600);
	expect(await firstError(customers(access_token))).toEqual([401, { authenticationError: 'OAUTH_TOKEN_EXPIRED' }]);
	await settings({ revoke: true });
	expect(await firstError(customers(access_token))).toEqual([401, { authenticationError: 'OAUTH_TOKEN_REVOKED' }]);
});
