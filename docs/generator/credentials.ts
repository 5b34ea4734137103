import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import manifest from '../../package.json';
import { root } from './nodes';

/** What one choice in a credential makes Connect ask for. */
export interface Asked {
	choice: string;
	/** Chosen in a new credential. */
	first: boolean;
	permissions: string[];
}

export interface DocumentedCredential {
	displayName: string;
	name: string;
	/** Name of the field that decides, and its choices; undefined where Connect asks for nothing. */
	field?: string;
	asked: Asked[];
}

const load = createRequire(__filename);

function credentialOf(file: string): ICredentialType {
	const name = basename(file, '.credentials.js');
	const classes: Record<string, new () => ICredentialType> = load(join(root, 'credentials', `${name}.credentials.ts`));
	const Credential = classes[name];
	if (!Credential) throw new Error(`credentials/${name}.credentials.ts must export the class ${name}.`);
	return new Credential();
}

/** The hidden scope field is an expression over the credential's own fields, as n8n resolves it. */
function scopesOf({ default: value }: INodeProperties, fields: Record<string, unknown>): string[] {
	const expression = /^=\{\{([\s\S]*)\}\}$/.exec(String(value))?.[1];
	const scope: unknown = expression === undefined ? value : runInNewContext(expression, { $self: fields });
	return String(scope).split(/[ ,]+/).filter(Boolean);
}

function choicesIn({ options = [], default: value, type, name }: INodeProperties, scope: INodeProperties): Asked[] {
	const many = type === 'multiOptions';
	const always = many ? scopesOf(scope, { [name]: [] }) : [];
	const asked = options.flatMap((option) => {
		if (!('value' in option)) return [];
		const permissions = scopesOf(scope, { [name]: many ? [option.value] : option.value }).filter((one) => !always.includes(one));
		const first = Array.isArray(value) ? value.some((one) => one === option.value) : value === option.value;
		return [{ choice: option.name, first, permissions }];
	});
	return always.length > 0 ? [{ choice: 'always', first: true, permissions: always }, ...asked] : asked;
}

/** The field whose choices decide what is asked for. */
const decides = (field: INodeProperties, scope: INodeProperties) => field.type !== 'hidden' && String(scope.default).includes(`$self["${field.name}"]`) && (field.options ?? []).length > 0;

function documented(credential: ICredentialType): DocumentedCredential {
	const { displayName, name, properties } = credential;
	const scope = properties.find((property) => property.name === 'scope');
	const field = scope && properties.find((property) => decides(property, scope));
	return { displayName, name, field: field?.displayName, asked: scope && field ? choicesIn(field, scope) : [] };
}

/** Every credential type of the package, in the order of package.json. */
export const credentials: DocumentedCredential[] = manifest.n8n.credentials.map(credentialOf).map(documented);
