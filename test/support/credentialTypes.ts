import { NodeHelpers, Workflow } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject, ICredentialType, IDataObject, IHttpRequestOptions, INode, INodeParameters, INodeProperties } from 'n8n-workflow';
import * as shipped from '../../index';

/** Fields that QMARK’s OAuth2 credentials inherit of n8n’s own `oAuth2Api`, as far as n8n’s renewal reads them. */
export const inherited: INodeProperties[] = [
	{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
	{ displayName: 'Authorization URL', name: 'authUrl', type: 'string', default: '' },
	{ displayName: 'Access Token URL', name: 'accessTokenUrl', type: 'string', default: '' },
	{ displayName: 'Client ID', name: 'clientId', type: 'string', default: '' },
	{ displayName: 'Client Secret', name: 'clientSecret', type: 'string', default: '' },
	{ displayName: 'Scope', name: 'scope', type: 'string', default: '' },
	{ displayName: 'Auth URI Query Parameters', name: 'authQueryParameters', type: 'string', default: '' },
	{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'header' },
	{ displayName: 'oauthTokenData', name: 'oauthTokenData', type: 'json', default: {} },
];

/** n8n takes these from the type alone where it hides them, whatever is stored: `OAUTH_PINNED_FIELDS` in its credentials helper. */
export const pinned = ['useDynamicClientRegistration', 'authUrl', 'accessTokenUrl', 'grantType', 'authentication', 'usePkce', 'requestTokenUrl', 'signatureMethod'];

/** Every credential class that QMARK ships. */
export const credentialTypes: readonly ICredentialType[] = Object.values(shipped).flatMap((Type) => {
	// Loaders of TypeScript other than jest's find no file whose name ends in “.node”, and put exports of their own beside the others.
	if (typeof Type !== 'function') return [];
	const one = new Type();
	return 'properties' in one ? [one] : [];
});

export function credentialType(name: string): ICredentialType {
	const found = credentialTypes.find((type) => type.name === name);
	if (!found) throw new Error(`QMARK ships no credential type “${name}”.`);
	return found;
}

export const parentTypes = (name: string): string[] => credentialType(name).extends ?? [];

function propertiesOf(name: string): INodeProperties[] {
	const { extends: parents = [], properties } = credentialType(name);
	const all: INodeProperties[] = parents.length > 0 ? [...inherited] : [];
	NodeHelpers.mergeNodeProperties(all, properties);
	return all;
}

const node: INode = { id: 'mock', name: '', type: 'mock', typeVersion: 1, position: [0, 0], parameters: {} };
const unknownType = () => ({ description: { displayName: '', name: 'mock', group: [], version: 1, description: '', defaults: {}, inputs: [], outputs: [], properties: [] } });
const nodeTypes = { getByName: unknownType, getByNameAndVersion: unknownType, getKnownTypes: () => ({}) };
const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });

/** A credential as n8n hands it to a node: its stored values over the type’s defaults, with expressions over `$self` resolved. */
export function resolved(name: string, stored: ICredentialDataDecryptedObject): ICredentialDataDecryptedObject {
	const properties = propertiesOf(name);
	const isHidden = (field: string) => properties.some((property) => property.name === field && property.type === 'hidden');
	const given = Object.fromEntries(Object.entries(structuredClone(stored)).filter(([field]) => !pinned.includes(field) || !isHidden(field)));
	const data: IDataObject = { ...NodeHelpers.getNodeParameters(properties, given as INodeParameters, true, false, null, null) };
	if (given.oauthTokenData !== undefined) data.oauthTokenData = given.oauthTokenData as IDataObject;
	return workflow.expression.getComplexParameterValue(node, data as INodeParameters, 'internal', {}, undefined, undefined, data) as ICredentialDataDecryptedObject;
}

/** What n8n adds to a request for a credential that says so in its `authenticate`. */
export function authenticated(name: string, credentials: ICredentialDataDecryptedObject, options: IHttpRequestOptions): IHttpRequestOptions {
	const { authenticate } = credentialType(name);
	if (typeof authenticate !== 'object') return options;
	const textOf = (value: unknown) => String(workflow.expression.getSimpleParameterValue(node, String(value), 'internal', { $credentials: credentials }, undefined, ''));
	const headers = Object.fromEntries(Object.entries(authenticate.properties.headers ?? {}).map(([field, value]) => [textOf(field), textOf(value)]));
	return { ...options, headers: { ...options.headers, ...headers } };
}
