import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountsAt, type Account } from './accounts';
import type { Operator } from './n8n/operator';
import { startsByItself, startsOnError, type StoredWorkflow, type WorkflowFile } from './n8n/workflows';
import { Problem } from './problem';

/** The workflow that `npm start` runs once, by its name in n8n. */
export const firstWorkflow = 'Publish content calendar';

/** The name of the credential, and of the key in n8n's settings. */
const guardKey = 'QMARK n8n (sandbox)';

/** A key of this n8n's own API for Token Guard; n8n tells it once, so it is made anew where the credential that held it is gone or n8n answers elsewhere. */
const ensureApiKey = async (operator: Operator): Promise<void> => {
	const { rest } = operator;
	const { items: keys } = await rest.send<{ items: { id: string; label: string }[] }>('GET', '/api-keys');
	const stored = (await operator.credentials()).find(({ name, type }) => name === guardKey && type === 'qmarkN8nApi');
	const { data } = stored ? await rest.send<{ data?: { baseUrl?: string } }>('GET', `/credentials/${stored.id}?includeData=true`) : {};
	const earlier = keys.filter(({ label }) => label === guardKey);
	if (earlier.length > 0 && data?.baseUrl === rest.url) return;
	for (const { id } of earlier) await rest.send('DELETE', `/api-keys/${id}`);
	const scopes = ['credential:list', 'workflow:list', 'workflow:read'];
	const { rawApiKey: apiKey } = await rest.send<{ rawApiKey: string }>('POST', '/api-keys', { label: guardKey, scopes, expiresAt: null });
	await operator.ensureCredential(guardKey, 'qmarkN8nApi', { apiKey, baseUrl: rest.url });
};

/** For n8n's own nodes. Nothing takes the mail unless a mail catcher listens there, such as Mailpit, which shows what is sent. */
const ownCredentials = [
	{ name: 'Mail (sandbox)', type: 'smtp', data: { host: '127.0.0.1', port: 1025, secure: false, disableStartTls: true } },
	{ name: 'Import form (sandbox)', type: 'httpBasicAuth', data: { user: 'camille', password: 'sandbox-form-not-secret' } },
];

/** Creates the sandbox's credentials and connects those of OAuth2 anew at every start, as a token may have ended meanwhile. */
export const connectDemo = async (operator: Operator, origin: string): Promise<void> => {
	const connect = async ({ name, type, data, consent }: Account) => {
		const credential = await operator.ensureCredential(name, type, data);
		if (consent) await operator.connect(credential);
	};
	const own = ownCredentials.map(async ({ name, type, data }) => await operator.ensureCredential(name, type, data));
	await Promise.all([...accountsAt(origin).map(connect), ...own, ensureApiKey(operator)]);
};

const readWorkflow = (file: string): WorkflowFile => {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		throw new Problem(`${file} is not a workflow that n8n exported: restore it with "git checkout".`);
	}
};

/** `workflows/<story>/<name>.json`, in a steady order. */
const workflowFiles = (root: string): string[] => {
	const stories = join(root, 'workflows');
	if (!existsSync(stories)) return [];
	const folders = readdirSync(stories, { withFileTypes: true }).filter((entry) => entry.isDirectory());
	return folders
		.flatMap(({ name }) =>
			readdirSync(join(stories, name))
				.filter((file) => file.endsWith('.json'))
				.map((file) => join(stories, name, file)),
		)
		.sort();
};

/** Imports every shipped workflow that n8n does not hold yet, and answers the new ones. */
export const importWorkflows = async (operator: Operator, root: string): Promise<StoredWorkflow[]> => {
	const present = new Set((await operator.workflows.list()).map(({ name }) => name));
	const fresh = workflowFiles(root)
		.map(readWorkflow)
		.filter(({ name }) => !present.has(name));
	const stored: StoredWorkflow[] = [];
	for (const workflow of fresh) stored.push(await operator.importWorkflow(workflow));
	return stored;
};

/** The trigger of workflows that make their tables before they are published. */
const setup = 'Run once by hand';

/** Publishes the workflows that start by themselves or after another's failure, and answers how many start by themselves; from then on their schedules tick. */
export const publishWorkflows = async (operator: Operator, workflows: StoredWorkflow[]): Promise<number> => {
	for (const workflow of workflows.filter((one) => startsByItself(one) || startsOnError(one))) {
		if (workflow.nodes.some(({ name }) => name === setup)) await operator.workflows.run(workflow, { trigger: setup });
		await operator.workflows.publish(workflow);
	}
	return workflows.filter(startsByItself).length;
};

/** Runs the publishing workflow if it has never run; answers a remark on what was done. */
export const publishOnce = async (operator: Operator): Promise<string> => {
	const workflow = await operator.workflows.find(firstWorkflow);
	if (!workflow) return 'not among the workflows';
	if ((await operator.workflows.executions(workflow)).length > 0) return 'has run before, not repeated';
	const { status, error } = await operator.workflows.run(workflow);
	if (status !== 'success')
		throw new Problem(
			`The workflow "${firstWorkflow}" ended with "${status}"${error ? ` (${error})` : ''}: open it in n8n under Executions to see where.`,
		);
	return 'done';
};
