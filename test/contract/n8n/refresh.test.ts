import type { IDataObject, IExecuteFunctions, IWorkflowBase, IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import type { Core } from '../../support/context';
import { inNode, installations, openVendor, stored, type } from './probe';

/**
 * QMARK renews tokens through n8n’s own helper in ways that n8n does not document. Each test names one; where one fails after a
 * new n8n, nodes/core/renewal.ts and nodes/core/tokens.ts rely on what it names.
 */
describe.each(installations)('$name', (installed) => {
	let vendor: Awaited<ReturnType<typeof openVendor>>;
	let core: Core;
	beforeAll(async () => {
		core = installed.core();
		vendor = await openVendor();
	}, 60_000);
	afterAll(async () => await vendor.close());

	const before = { access_token: 'the-first-token', refresh_token: 'the-first-refresh-token', scope: 'a b', kept: 'as it was' };
	let probes = 0;
	const credential = (oauthTokenData: IDataObject = before) => {
		const data = stored(vendor.origin, oauthTokenData);
		const run = { credentials: { [type]: data }, ids: { [type]: `contract-${++probes}` } };
		const store = (): IDataObject => (typeof data.oauthTokenData === 'object' ? { ...data.oauthTokenData } : {});
		return { data, run, store };
	};
	type Run = ReturnType<typeof credential>['run'];

	const standard = async (run: Run) => await inNode(core, run, async (context) => await context.helpers.refreshOAuth2Token.call(context, type));
	/** As nodes/core/renewal.ts calls it: with fields of the credential replaced. */
	const replaced = async (run: Run, fields: object, options?: { property?: string }) =>
		await inNode(core, run, async (context) => {
			const credentials = await context.getCredentials(type);
			const other: IExecuteFunctions = Object.create(context, { getCredentials: { value: async () => ({ ...credentials, ...fields }) } });
			return await context.helpers.refreshOAuth2Token.call(other, type, options);
		});
	const byForm = (form: object) => ({ grantType: 'clientCredentials', scope: '', additionalBodyProperties: JSON.stringify(form) });
	const next = { access_token: 'the-next-token', expires_in: 3600 };

	test('n8n’s refreshOAuth2Token sends the standard refresh_token grant, the client in the body where the credential says so', async () => {
		vendor.answer({ body: next });
		await standard(credential().run);
		expect(vendor.calls).toEqual([
			{
				...{ path: '/graph.threads.net/oauth/access_token', authorization: '' },
				form: { grant_type: 'refresh_token', refresh_token: 'the-first-refresh-token', client_id: 'an-app', client_secret: 'a-secret-of-tests' },
			},
		]);
	});

	test('n8n’s refreshOAuth2Token reads the credential from the context it is called on', async () => {
		vendor.answer({ body: next });
		await replaced(credential().run, { clientId: 'another-app', accessTokenUrl: `${vendor.origin}/elsewhere` });
		expect(vendor.calls).toMatchObject([{ path: '/elsewhere', form: { client_id: 'another-app' } }]);
	});

	test('n8n’s refreshOAuth2Token sends the client credentials grant with additionalBodyProperties overriding grant_type', async () => {
		vendor.answer({ body: next });
		await replaced(credential().run, byForm({ grant_type: 'fb_exchange_token', fb_exchange_token: 'the-first-token' }));
		expect(vendor.calls.map(({ form }) => form)).toEqual([
			{ grant_type: 'fb_exchange_token', fb_exchange_token: 'the-first-token', client_id: 'an-app', client_secret: 'a-secret-of-tests' },
		]);
	});

	test('n8n’s refreshOAuth2Token sends no scope where the credential’s is empty', async () => {
		vendor.answer({ body: next });
		await replaced(credential().run, byForm({ grant_type: 'any' }));
		expect(vendor.calls[0]?.form).not.toHaveProperty('scope');
	});

	test('n8n’s refreshOAuth2Token lays the answer over the given oauthTokenData and stores only that', async () => {
		vendor.answer({ body: next });
		const { run, data, store } = credential();
		const others = structuredClone({ ...data, oauthTokenData: {} });
		await replaced(run, { ...byForm({}), oauthTokenData: { access_token: 'the-first-token', before: { access_token: 'the-first-token' } } });
		expect(store()).toEqual({ access_token: 'the-next-token', expires_in: 3600, n8n_expires_at: expect.any(String), before: { access_token: 'the-first-token' } });
		expect({ ...data, oauthTokenData: {} }).toEqual(others);
	});

	test('n8n’s refreshOAuth2Token keeps the refresh token that the answer does not replace, and takes the one that it does', async () => {
		const { run, store } = credential();
		vendor.answer({ body: next }, { body: { ...next, access_token: 'the-third-token', refresh_token: 'another-refresh-token' } });
		await standard(run);
		expect(store()).toMatchObject({ access_token: 'the-next-token', refresh_token: 'the-first-refresh-token', kept: 'as it was' });
		await standard(run);
		expect(store()).toMatchObject({ access_token: 'the-third-token', refresh_token: 'another-refresh-token' });
	});

	test('n8n’s refreshOAuth2Token sets n8n_expires_at from expires_in, as milliseconds in a text, and only then', async () => {
		const { run, store } = credential();
		vendor.answer({ body: { access_token: 'an-endless-token' } }, { body: next });
		await standard(run);
		expect(store()).not.toHaveProperty('n8n_expires_at');
		await standard(run);
		expect(typeof store().n8n_expires_at).toBe('string');
		expect(Math.abs(Number(store().n8n_expires_at) - Date.now() - 3600_000)).toBeLessThan(5_000);
	});

	test('n8n’s refreshOAuth2Token goes by the expires_in it was given where the answer has none: why a renewal takes it out', async () => {
		const { run, store } = credential({ ...before, expires_in: 7200 });
		vendor.answer({ body: { access_token: 'an-endless-token' } });
		await standard(run);
		expect(Number(store().n8n_expires_at)).toBeGreaterThan(Date.now() + 7000_000);
	});

	test('n8n’s refreshOAuth2Token does nothing when the stored access token is already another, and answers that one', async () => {
		const { run, store } = credential();
		vendor.answer({ body: next });
		const answered = await replaced(run, { oauthTokenData: { ...before, access_token: 'an-older-token' } });
		expect(vendor.calls).toEqual([]);
		expect(answered).toMatchObject({ access_token: 'the-first-token' });
		expect(store()).toEqual(before);
	});

	test('n8n’s refreshOAuth2Token is single flight per credential', async () => {
		const { run, store } = credential();
		vendor.answer({ body: next, after: 100 });
		await Promise.all(Array.from({ length: 20 }, async () => await standard(run)));
		expect(vendor.calls).toHaveLength(1);
		expect(store()).toMatchObject({ access_token: 'the-next-token' });
	});

	test('n8n’s refreshOAuth2Token accepts `property` as a path (data[0].access_token)', async () => {
		const wrapped = { data: [{ access_token: 'a-wrapped-token' }] };
		const { run, store } = credential(wrapped);
		vendor.answer({ body: next });
		await replaced(run, { ...byForm({}), oauthTokenData: { access_token: 'a-wrapped-token' } }, { property: 'data[0].access_token' });
		expect(vendor.calls).toHaveLength(1);
		expect(store()).toMatchObject({ access_token: 'the-next-token' });
		expect(store()).not.toHaveProperty('data');
	});

	test('a 200 answer with an error body is stored as if it were a success, with the old token: why a renewal keeps `before`', async () => {
		const { run, store } = credential();
		vendor.answer({ body: { error: 'invalid_grant' } });
		await standard(run);
		expect(store()).toMatchObject({ access_token: 'the-first-token', error: 'invalid_grant' });
	});

	test.each([400, 401, 500])('a refusal with status %d stores nothing', async (status) => {
		const { run, store } = credential();
		vendor.answer({ status, body: { error: 'invalid_request', error_description: 'Refused' } });
		await expect(standard(run)).rejects.toThrow();
		expect(store()).toEqual(before);
	});

	test('invalid_grant with a status of refusal is an error with failure.cause credential-invalid', async () => {
		vendor.answer({ status: 400, body: { error: 'invalid_grant' } });
		await expect(standard(credential().run)).rejects.toMatchObject({ failure: { cause: 'credential-invalid' } });
	});

	test('another OAuth2 error carries the answer’s body, and one in the vendor’s own words its text and status', async () => {
		vendor.answer({ status: 400, body: { error: 'invalid_client', error_description: 'Unknown' } });
		await expect(standard(credential().run)).rejects.toMatchObject({ body: { error: 'invalid_client', error_description: 'Unknown' } });
		vendor.answer({ status: 401, body: { code: 2, message: 'Authentication failed.' } });
		await expect(standard(credential().run)).rejects.toMatchObject({ status: 401, body: '{"code":2,"message":"Authentication failed."}' });
	});

	describe('httpRequestWithAuthentication', () => {
		const request = async (run: Run, options: object = {}, fields?: object) =>
			await inNode(core, run, async (context) => {
				const credentials = await context.getCredentials(type);
				const other: IExecuteFunctions = Object.create(context, { getCredentials: { value: async () => ({ ...credentials, ...fields }) } });
				return await context.helpers.httpRequestWithAuthentication.call(other, type, { url: `${vendor.origin}/api`, json: true, returnFullResponse: true, ...options });
			});

		test('does not renew by itself when 401 is ignored, and answers it with its headers', async () => {
			const { run, store } = credential();
			vendor.answer({ status: 401, body: { error: 'expired' } });
			expect(await request(run, { ignoreHttpStatusErrors: { ignore: true, except: [] } })).toMatchObject({ statusCode: 401, body: { error: 'expired' }, headers: expect.any(Object) });
			expect(vendor.calls.map(({ path }) => path)).toEqual(['/api']);
			expect(store()).toEqual(before);
		});

		test('renews by itself when it is not: why 401 is ignored', async () => {
			vendor.answer({ status: 401, body: {} }, { body: next }, { body: {} });
			await request(credential().run);
			expect(vendor.calls.map(({ path }) => path)).toEqual(['/api', '/graph.threads.net/oauth/access_token', '/api']);
		});

		test('signs with the credential of the context it is called on, as a bearer', async () => {
			vendor.answer({ body: {} });
			await request(credential().run, {}, { oauthTokenData: { access_token: 'the-token-of-a-page' } });
			expect(vendor.calls).toMatchObject([{ authorization: 'Bearer the-token-of-a-page' }]);
		});
	});

	test('executeWorkflow takes inline code, and hands it to n8n with the caller as parent', async () => {
		const asked: object[] = [];
		const now = new Date();
		const code: IWorkflowBase = { id: 'caller', name: 'Inline', active: false, isArchived: false, activeVersionId: null, createdAt: now, updatedAt: now, nodes: [], connections: {} };
		const executeWorkflow: IWorkflowExecuteAdditionalData['executeWorkflow'] = async (info, _, { parentWorkflowId, inputData }) => {
			asked.push({ info, parentWorkflowId, inputData });
			return { executionId: 'sub', data: [[{ json: { state: 'ok' } }]] };
		};
		const { run } = credential();
		const answer = await inNode(core, { ...run, services: { executeWorkflow } }, async (context) => await context.executeWorkflow({ code }, [{ json: {} }]));
		expect(asked).toEqual([{ info: { code }, parentWorkflowId: 'workflow-under-test', inputData: [{ json: {} }] }]);
		expect(answer.data).toEqual([[{ json: { state: 'ok' } }]]);
	});
});
