import { join } from 'node:path';
import type { ICredentialType, IDataObject, IExecuteWorkflowInfo, IWorkflowBase } from 'n8n-workflow';
import { inherited, pinned } from '../../support/credentialTypes';
import { installations, openVendor } from './probe';

const sandboxed = installations.find(({ name }) => name === 'the n8n of npm start');

/** What QMARK, and the contexts its tests run in, take for granted of n8n around n8n-core. Needs the n8n that `npm start` installs. */
(sandboxed ? describe : describe.skip)('the n8n of npm start', () => {
	const path = (file: string) => join(sandboxed?.folder ?? '', file);

	test('executes a workflow given as inline code as it is: Token Guard examines other credentials so', async () => {
		type Find = (info: IExecuteWorkflowInfo, parent: string) => Promise<IWorkflowBase>;
		const { getDraftWorkflowData, getPublishedWorkflowData } = jest.requireActual<Record<'getDraftWorkflowData' | 'getPublishedWorkflowData', Find>>(path('n8n/dist/workflow-execute-additional-data'));
		const now = new Date();
		const code: IWorkflowBase = { id: 'caller', name: 'Inline', active: false, isArchived: false, activeVersionId: null, createdAt: now, updatedAt: now, nodes: [], connections: {} };
		expect(await getDraftWorkflowData({ code }, 'caller')).toMatchObject(code);
		expect(await getPublishedWorkflowData({ code }, 'caller')).toMatchObject(code);
	}, 60_000);

	test('takes these hidden fields from the credential type alone, so that what is stored cannot change where a secret goes', () => {
		const { OAUTH_PINNED_FIELDS } = jest.requireActual<{ OAUTH_PINNED_FIELDS: string[] }>(path('n8n/dist/oauth/dcr-managed-fields'));
		expect([...OAUTH_PINNED_FIELDS].sort()).toEqual([...pinned].sort());
	});

	test('its OAuth2 credential has the fields that QMARK’s inherit', () => {
		const { OAuth2Api } = jest.requireActual<{ OAuth2Api: new () => ICredentialType }>(path('n8n-nodes-base/dist/credentials/OAuth2Api.credentials'));
		const names = new OAuth2Api().properties.map(({ name }) => name);
		expect(inherited.map(({ name }) => name).filter((name) => name !== 'oauthTokenData' && !names.includes(name))).toEqual([]);
	});

	describe('Connect', () => {
		let vendor: Awaited<ReturnType<typeof openVendor>>;
		beforeAll(async () => (vendor = await openVendor()));
		afterAll(async () => await vendor.close());

		interface Controller {
			handleCallback(request: object, response: object): Promise<unknown>;
		}

		/** n8n’s own handling of the redirect, with what `before` holds stored; answers what it stores. */
		async function connected(before: IDataObject): Promise<IDataObject> {
			const { OAuth2CredentialController } = jest.requireActual<{ OAuth2CredentialController: new (...services: object[]) => Controller }>(path('n8n/dist/controllers/oauth/oauth2-credential.controller'));
			const saved: { oauthTokenData: IDataObject }[] = [];
			const credentials = { clientId: 'an-app', clientSecret: 'a-secret-of-tests', accessTokenUrl: `${vendor.origin}/token`, authUrl: vendor.origin, grantType: 'authorizationCode', authentication: 'body', scope: 'a b' };
			const refusals: unknown[] = [];
			const oauth = {
				resolveCredential: async () => [{ id: '1' }, { oauthTokenData: before }, credentials, {}, {}],
				getBaseUrl: () => 'http://127.0.0.1:5678/rest/oauth2-credential',
				getSsrfBridge: () => undefined,
				encryptAndSaveData: async (_: unknown, data: { oauthTokenData: IDataObject }) => void saved.push(data),
				renderCallbackError: (...said: unknown[]) => void refusals.push(said),
				extractCallbackErrorReason: () => undefined,
			};
			const silent = { debug: () => undefined, error: () => undefined, warn: () => undefined };
			const controller = new OAuth2CredentialController(oauth, silent, { run: async () => undefined }, {}, {}, {});
			await controller.handleCallback({ query: { code: 'a-code', state: 'a-state' }, originalUrl: '/callback?code=a-code&state=a-state' }, { render: () => undefined });
			expect(refusals).toEqual([]);
			return saved[0]?.oauthTokenData ?? {};
		}

		test('lays the answer over what an earlier consent left: why a fresh token is known by a mark of its own', async () => {
			vendor.answer({ body: { access_token: 'the-next-token', user_id: 1 } });
			const before = { access_token: 'the-first-token', expires_in: 5184000, n8n_expires_at: '1', refresh_token: 'the-first-refresh-token', before: {} };
			expect(await connected(before)).toEqual({ ...before, access_token: 'the-next-token', user_id: 1 });
		}, 60_000);

		test('notes the end from expires_in', async () => {
			vendor.answer({ body: { access_token: 'the-next-token', expires_in: 3600 } });
			const after = await connected({});
			expect(Math.abs(Number(after.n8n_expires_at) - Date.now() - 3600_000)).toBeLessThan(5_000);
		});

		test('stores a wrapped answer as it is', async () => {
			vendor.answer({ body: { data: [{ access_token: 'a-wrapped-token' }] } });
			expect(await connected({ access_token: 'the-first-token' })).toEqual({ access_token: 'the-first-token', data: [{ access_token: 'a-wrapped-token' }] });
		});
	});
});
