import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../problem';
import { giveConsent } from './consent';
import { RestClient } from './http';
import { bindCredentials, Workflows, type StoredWorkflow, type WorkflowFile } from './workflows';

/** The login of the instance's owner. */
export interface Owner {
	email: string;
	password: string;
}

export interface Credential {
	id: string;
	name: string;
	type: string;
}

interface NodeTypeDescription {
	name: string;
	displayName: string;
	credentials?: { name: string }[];
}

const ownerFile = (userFolder: string): string => join(userFolder, 'owner.json');

/** n8n wants 8 to 64 characters with a digit and a capital letter. */
const newPassword = (): string => `Q1${randomBytes(12).toString('base64url')}`;

/** Does over n8n's REST API what its owner does in the editor. */
export class Operator {
	readonly workflows: Workflows;
	private accepted?: Promise<Map<string, string[]>>;

	constructor(
		readonly rest: RestClient,
		readonly owner: Owner,
	) {
		this.workflows = new Workflows(rest);
	}

	/** Node types that n8n has loaded; names carry the package: `n8n-nodes-qmark.qmarkTelegram`. */
	async nodeTypes(): Promise<NodeTypeDescription[]> {
		const { status, data } = await this.rest.client.get<NodeTypeDescription[]>('/types/nodes.json');
		if (status !== 200) throw new Problem(`n8n refused to list its node types with status ${status}.`);
		return data;
	}

	async credentials(): Promise<Credential[]> {
		return await this.rest.send<Credential[]>('GET', '/credentials');
	}

	/** The credential of that name and type, created when it is not there, and brought to `data` when it is. */
	async ensureCredential(name: string, type: string, data: Record<string, unknown>): Promise<Credential> {
		const existing = (await this.credentials()).find((credential) => credential.name === name && credential.type === type);
		if (existing) return await this.rest.send<Credential>('PATCH', `/credentials/${existing.id}`, { name, type, data });
		return await this.rest.send<Credential>('POST', '/credentials', { name, type, data });
	}

	/** Imports a workflow file with this instance's credentials bound to its nodes by type. */
	async importWorkflow(workflow: WorkflowFile): Promise<StoredWorkflow> {
		// The list is large, and the same until n8n restarts.
		this.accepted ??= this.acceptedCredentials();
		return await this.workflows.import(bindCredentials(workflow, await this.credentials(), await this.accepted));
	}

	/** Node type → credential types, of all its versions: n8n lists each on its own. */
	private async acceptedCredentials(): Promise<Map<string, string[]>> {
		const accepted = new Map<string, string[]>();
		for (const { name, credentials = [] } of await this.nodeTypes()) {
			accepted.set(name, [...(accepted.get(name) ?? []), ...credentials.map((credential) => credential.name)]);
		}
		return accepted;
	}

	/** Connects an OAuth2 credential the way the editor's Connect button and a consenting person do together; `choices` as in `giveConsent`. */
	async connect({ id, name }: Credential, choices?: Record<string, string>): Promise<void> {
		const dialog = await this.rest.send<string>('GET', `/oauth2-credential/auth?id=${encodeURIComponent(id)}`);
		const returned = await giveConsent(dialog, `${this.rest.url}/rest/oauth2-credential/callback`, choices);
		const { status, data } = await this.rest.client.get<string>(returned, { responseType: 'text' });
		if (!(await this.isConnected(id))) {
			const reason =
				new URL(returned).searchParams.get('error_description') ??
				/"message":"([^"]+)"|<p[^>]*>([^<]+)<\/p>/.exec(data)?.slice(1).find(Boolean);
			throw new Problem(
				`n8n did not get a token for the credential "${name}" (status ${status}${reason ? `, ${reason.trim()}` : ''}): open it in n8n and click Connect.`,
			);
		}
	}

	/** True once n8n holds a token for this OAuth2 credential; n8n never hands the token itself out. */
	async isConnected(id: string): Promise<boolean> {
		const { data } = await this.rest.send<{ data?: { oauthTokenData?: unknown } }>('GET', `/credentials/${id}?includeData=true`);
		return Boolean(data?.oauthTokenData);
	}
}

/**
 * Signs in as the owner of a fresh or known n8n. The generated password is kept in `owner.json` of the user folder,
 * readable by this user only.
 */
export const signIn = async (url: string, userFolder: string): Promise<Operator> => {
	const rest = new RestClient(url);
	const file = ownerFile(userFolder);
	const settings = await rest.send<{ userManagement: { showSetupOnFirstLoad: boolean } }>('GET', '/settings');
	if (settings.userManagement.showSetupOnFirstLoad) {
		const owner = { email: 'owner@qmark.test', password: newPassword() };
		await rest.send('POST', '/owner/setup', { ...owner, firstName: 'QMARK', lastName: 'Sandbox' });
		writeFileSync(file, `${JSON.stringify(owner, null, '\t')}\n`, { mode: 0o600 });
		return new Operator(rest, owner);
	}
	if (!existsSync(file))
		throw new Problem(
			`This n8n has an owner whose password is not in ${file}: put the file back, or start over with "npm start -- --reset".`,
		);
	const owner: Owner = JSON.parse(readFileSync(file, 'utf8'));
	await rest.send('POST', '/login', { emailOrLdapLoginId: owner.email, password: owner.password });
	return new Operator(rest, owner);
};
