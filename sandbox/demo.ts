import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seed } from './networks/seed';
import type { Operator } from './n8n/operator';
import { startsByItself, type StoredWorkflow, type WorkflowFile } from './n8n/workflows';
import { Problem } from './problem';

/** The workflow that `npm start` runs once, by its name in n8n. */
export const firstWorkflow = 'Publish content calendar';

/** Creates the sandbox's credentials and connects the OAuth2 one anew at every start, as a token may have ended meanwhile. */
export const connectDemo = async (operator: Operator, origin: string): Promise<void> => {
	await operator.ensureCredential('QMARK Telegram (sandbox)', 'qmarkTelegramApi', {
		accessToken: seed.telegram.token,
		baseUrl: `${origin}/api.telegram.org`,
	});
	const meta = await operator.ensureCredential('QMARK Meta (sandbox)', 'qmarkMetaOAuth2Api', {
		clientId: seed.meta.appId,
		clientSecret: seed.meta.appSecret,
		gateway: origin,
	});
	await operator.connect(meta);
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

/** Publishes the workflows that start by themselves, and answers how many; from then on their schedules tick. */
export const publishWorkflows = async (operator: Operator, workflows: StoredWorkflow[]): Promise<number> => {
	const scheduled = workflows.filter(startsByItself);
	for (const workflow of scheduled) await operator.workflows.publish(workflow);
	return scheduled.length;
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
