import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ICredentialDataDecryptedObject, ICredentialType } from 'n8n-workflow';
import { operations as facebookOperations } from '../../../nodes/QmarkFacebook/operations';
import { operations as instagramOperations } from '../../../nodes/QmarkInstagram/operations';
import { operations as threadsOperations } from '../../../nodes/QmarkThreads/operations';
import type { Platform } from '../../../nodes/core/platform';
import { vendor } from '../../../nodes/platforms/gateway';
import { gmail } from '../../../nodes/platforms/gmail';
import { googleAds } from '../../../nodes/platforms/googleAds';
import { instagramLogin } from '../../../nodes/platforms/instagramLogin';
import { linkedin } from '../../../nodes/platforms/linkedin';
import { meta } from '../../../nodes/platforms/meta';
import { pinterest } from '../../../nodes/platforms/pinterest';
import { threads } from '../../../nodes/platforms/threads';
import { tiktok } from '../../../nodes/platforms/tiktok';
import { youtube } from '../../../nodes/platforms/youtube';
import { credentialTypes, resolved } from '../../support/credentialTypes';
import { root } from '../../support/sources';

type Fields = ICredentialDataDecryptedObject;

/** As n8n hands the field to a node, and to its dialog. */
const valueOf = (type: string, name: string, fields: Fields = {}) => String(resolved(type, fields)[name]);

/** Where the dialog is and where codes and tokens are exchanged, by the platform’s own facts. */
const addresses: { platform: Platform; dialog: (fields: Fields) => string; token: (fields: Fields) => string; variants?: Fields[] }[] = [
	{ platform: gmail, dialog: (fields) => vendor(fields, 'accounts.google.com/o/oauth2/v2/auth'), token: (fields) => `${gmail.baseUrl(fields, 'account')}/token` },
	{ platform: googleAds, dialog: (fields) => vendor(fields, 'accounts.google.com/o/oauth2/v2/auth'), token: (fields) => `${googleAds.baseUrl(fields, 'account')}/token` },
	{ platform: instagramLogin, dialog: (fields) => vendor(fields, 'www.instagram.com/oauth/authorize'), token: (fields) => vendor(fields, 'api.instagram.com/oauth/access_token') },
	{ platform: linkedin, dialog: (fields) => `${linkedin.baseUrl(fields, 'oauth')}/authorization`, token: (fields) => `${linkedin.baseUrl(fields, 'oauth')}/accessToken` },
	{
		...{ platform: meta, variants: [{ graphVersion: 'v25.0' }, { graphVersion: 'v26.0' }] },
		dialog: (fields) => vendor(fields, `www.facebook.com/${String(fields.graphVersion ?? meta.version.default)}/dialog/oauth`),
		token: (fields) => `${meta.baseUrl(fields)}/oauth/access_token`,
	},
	{
		...{ platform: pinterest, variants: [{ environment: 'live' }, { environment: 'sandbox' }] },
		dialog: (fields) => vendor(fields, 'www.pinterest.com/oauth/'),
		token: (fields) => `${pinterest.baseUrl(fields)}/oauth/token`,
	},
	{ platform: threads, dialog: (fields) => vendor(fields, 'www.threads.net/oauth/authorize'), token: (fields) => vendor(fields, 'graph.threads.net/oauth/access_token') },
	{ platform: tiktok, dialog: (fields) => vendor(fields, 'www.tiktok.com/v2/auth/authorize/'), token: (fields) => `${tiktok.baseUrl(fields)}/oauth/token/` },
	{ platform: youtube, dialog: (fields) => vendor(fields, 'accounts.google.com/o/oauth2/v2/auth'), token: (fields) => `${youtube.baseUrl(fields, 'account')}/token` },
];

const isOAuth = ({ extends: parents = [] }: ICredentialType) => parents.includes('oAuth2Api');
const oauthTypes = credentialTypes.filter(isOAuth);

test('every OAuth2 credential has its addresses checked below', () => {
	expect(oauthTypes.map(({ name }) => name).sort()).toEqual(addresses.map(({ platform }) => platform.credential).sort());
});

describe.each(addresses)('addresses of $platform.name are literals for the linters', ({ platform: { credential }, dialog, token, variants = [] }) => {
	const gateways: Fields[] = [{}, { gateway: '' }, { gateway: 'https://gateway.example.com' }, { gateway: 'https://gateway.example.com/' }, { gateway: 'http://127.0.0.1:4010//' }];
	const cases = gateways.flatMap((gateway) => [gateway, ...variants.map((variant) => ({ ...gateway, ...variant }))]);

	test.each(cases)('and equal the platform’s facts with %o', (fields) => {
		expect(valueOf(credential, 'authUrl', fields)).toBe(dialog(fields));
		expect(valueOf(credential, 'accessTokenUrl', fields)).toBe(token(fields));
	});

	test('whatever is stored in their place', () => {
		const stored = { authUrl: 'https://elsewhere.example', accessTokenUrl: 'https://elsewhere.example', grantType: 'clientCredentials', authentication: 'header' };
		expect(valueOf(credential, 'authUrl', stored)).toBe(dialog({}));
		expect(valueOf(credential, 'accessTokenUrl', stored)).toBe(token({}));
		expect(valueOf(credential, 'grantType', stored)).toBe('authorizationCode');
	});
});

/** No scope at all is what Meta’s dialog takes for the public profile. */
const scopesIn = (text: string) => (text === '' ? [] : text.split(/[ ,]/));

const subsets = (values: readonly string[]): string[][] => values.reduce<string[][]>((all, value) => [...all, ...all.map((some) => [...some, value])], [[]]);
const valuesOf = ({ properties }: ICredentialType, field: string) =>
	(properties.find(({ name }) => name === field)?.options ?? []).flatMap((option) => ('value' in option && typeof option.value === 'string' ? [option.value] : []));

/** Every way to fill in what permissions depend on. */
const choices = (type: ICredentialType): Fields[] => [
	{},
	...subsets(valuesOf(type, 'features')).map((features) => ({ features })),
	...['access', 'appType'].flatMap((field) => valuesOf(type, field).map((value) => ({ [field]: value }))),
];

describe.each(oauthTypes.map((type) => ({ name: type.name, type })))('$name', ({ name, type }) => {
	const property = (field: string) => type.properties.find((one) => one.name === field);

	test('asks for no permission twice and for none without a name, whatever is ticked', () => {
		for (const fields of choices(type)) {
			const scopes = scopesIn(valueOf(name, 'scope', fields));
			expect({ fields, scopes: scopes.filter((scope, index) => scope === '' || scopes.indexOf(scope) !== index) }).toEqual({ fields, scopes: [] });
		}
	});

	test('a tick adds permissions of its own', () => {
		const none = scopesIn(valueOf(name, 'scope', { features: [] }));
		for (const feature of valuesOf(type, 'features')) {
			const some = scopesIn(valueOf(name, 'scope', { features: [feature] }));
			expect(none.every((scope) => some.includes(scope))).toBe(true);
			expect(some.length).toBeGreaterThan(none.length);
		}
	});

	test('has a literal grant type: n8n’s editor shows Connect for no other', () => {
		expect(property('grantType')).toMatchObject({ type: 'hidden', default: 'authorizationCode' });
	});

	test('says where client ID and secret are found', () => {
		expect(property('clientId')).toMatchObject({ required: true, default: '', description: expect.stringMatching(/.{20}/) });
		expect(property('clientSecret')).toMatchObject({ required: true, default: '', typeOptions: { password: true }, description: expect.stringMatching(/.{15}/) });
		expect(property('gateway')).toMatchObject({ default: '', description: expect.stringContaining('Leave empty to talk to') });
	});
});

test.each(credentialTypes.map((type) => ({ name: type.name, type })))('$name has icons for both themes, and a page that helps', ({ type: { icon, documentationUrl, displayName } }) => {
	expect(documentationUrl).toMatch(/^https:\/\/\S+$/);
	expect(displayName).toMatch(/^QMARK .+ API$/);
	const { light, dark } = typeof icon === 'object' ? icon : { light: '', dark: '' };
	expect([light, dark].filter((file) => !existsSync(join(root, 'credentials', file.replace('file:', ''))))).toEqual([]);
	expect(light).not.toBe(dark);
});

describe('Meta', () => {
	const scopesOf = (fields: Fields) => scopesIn(valueOf(meta.credential, 'scope', fields));
	const neededBy = (...tables: (readonly { scopes?: readonly string[] }[])[]) => tables.flat().flatMap(({ scopes = [] }) => scopes);

	test('the permissions asked for are those the operations need, plus what finding pages of a business needs', () => {
		const needed = [...new Set([...neededBy(facebookOperations, instagramOperations), 'business_management'])].toSorted();
		expect(scopesOf({}).toSorted()).toEqual(needed);
		expect(scopesOf({ features: ['facebook', 'instagram'] }).toSorted()).toEqual(needed);
	});

	test('each tick alone is enough for the operations of its node; only the Instagram account that a page shows needs that tick too', () => {
		const missing = neededBy(facebookOperations).filter((scope) => !scopesOf({ features: ['facebook'] }).includes(scope));
		expect([...new Set(missing)]).toEqual(['instagram_basic']);
		expect(neededBy(instagramOperations).filter((scope) => !scopesOf({ features: ['instagram'] }).includes(scope))).toEqual([]);
	});

	test('a login configuration replaces the list', () => {
		expect(valueOf(meta.credential, 'scope', { configId: '1' })).toBe('');
		expect(valueOf(meta.credential, 'authQueryParameters', { configId: 'a b' })).toBe('config_id=a%20b&override_default_response_type=true');
		expect(valueOf(meta.credential, 'authQueryParameters')).toBe('');
	});

	test('the Graph version is alive for at least 120 more days', () => {
		const left = Date.parse(meta.version.until) - Date.now();
		expect(left).toBeGreaterThan(120 * 24 * 60 * 60_000);
	});
});

test('Threads is asked for the permissions that its operations need, and for no others', () => {
	const all = scopesIn(valueOf(threads.credential, 'scope', { features: ['delete', 'insights', 'mentions', 'publish', 'replies', 'search'] }));
	expect(all.toSorted()).toEqual([...new Set(threadsOperations.flatMap(({ scopes = [] }) => scopes))].toSorted());
});

test('TikTok gets the client under its own name, in the dialog and at the token endpoint', () => {
	expect(valueOf(tiktok.credential, 'authQueryParameters', { clientId: 'aw key' })).toBe('client_key=aw%20key');
	expect(JSON.parse(valueOf(tiktok.credential, 'additionalBodyProperties', { clientId: 'aw"key' }))).toEqual({ client_key: 'aw"key' });
});
