import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StoredWorkflow } from '../../sandbox/n8n/workflows';
import type { Stage } from '../support/stage';
import { connectPublishing, withSettings } from './approval';
import { openInbox } from './inbox';
import type { Inbox } from './inbox';
import { storeOf } from './store';

interface Asked {
	model?: string;
	messages?: { role: string; content: string | { text?: string }[] }[];
}

/** What OpenAI's chat completions answer, as far as n8n's model node needs it. https://platform.openai.com/docs/api-reference/chat */
async function openModel() {
	const prompts: string[] = [];
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (piece: Buffer) => (body += piece.toString()));
		request.on('end', () => {
			const { model = '', messages = [] }: Asked = JSON.parse(body || '{}');
			prompts.push(messages.map(({ content }) => (typeof content === 'string' ? content : content.map(({ text = '' }) => text).join('\n'))).join('\n'));
			const drafts = { facebook: 'Drafted for Facebook.', instagram: `Drafted for Instagram. ${'Sapin et eucalyptus. '.repeat(200)}`, telegram: 'Drafted for Telegram.' };
			const message = { role: 'assistant', content: JSON.stringify({ output: drafts }) };
			response.setHeader('Content-Type', 'application/json');
			response.end(JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion', created: 1, model, choices: [{ index: 0, message, finish_reason: 'stop' }], usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 } }));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { prompts, url: `http://127.0.0.1:${port}/v1`, close: () => server.close() };
}

/** The shipped drafting workflow, with a model on this machine and without one. */
export function drafts(stage: () => Stage) {
	const path = 'workflows/publishing/draft-with-ai.json';
	const table = 'QMARK contents (drafts)';
	const topic = 'Nos couronnes de l’Avent sont arrivées.';
	let model: Awaited<ReturnType<typeof openModel>>;
	let inbox: Inbox;
	const store = () => storeOf(stage().operator, table);
	/** With AI, the model’s node is switched on, as a person does who chooses a credential there. */
	const importWith = async (name: string, settings: Record<string, string>): Promise<StoredWorkflow> => {
		const file = withSettings(path, name, { example_topic: topic, ...settings }, table);
		return await stage().operator.importWorkflow({ ...file, nodes: file.nodes.map((node) => ({ ...node, disabled: node.disabled && settings.use_ai !== 'yes' })) });
	};
	/** The line that a run laid into the store. */
	const drafted = async (workflow: StoredWorkflow) => {
		const { status, error, id } = await stage().operator.workflows.run(workflow);
		expect({ status, error }).toEqual({ status: 'success', error: undefined });
		const row = await store().row(`draft-${id}`);
		const content: { text: string; variants: Record<string, string> } = JSON.parse(row?.content ?? '{}');
		return { row, content };
	};

	beforeAll(async () => {
		model = await openModel();
		inbox = await openInbox();
		await connectPublishing(stage().operator, stage().networks.origin, inbox);
		await stage().operator.ensureCredential('Import form (sandbox)', 'httpBasicAuth', { user: 'camille', password: 'sandbox-form-not-secret' });
		await stage().operator.ensureCredential('OpenAI', 'openAiApi', { apiKey: 'sk-sandbox-not-a-real-key', url: model.url });
	});
	afterAll(async () => {
		model.close();
		await inbox.close();
	});

	test('it can be published as it is shipped, without a key of any AI', async () => {
		const { workflows } = stage().operator;
		const published = await workflows.publish(await importWith('Draft, published', {}));
		expect(published.activeVersionId).toBe(published.versionId);
		await workflows.unpublish(published);
	});

	test('without AI, the person’s own text waits for approval', async () => {
		const { row, content } = await drafted(await importWith('Draft, by hand', {}));
		expect(row).toMatchObject({ status: 'review', text: topic, networks: 'facebook, instagram, telegram' });
		expect(content.text).toBe(topic);
		expect(model.prompts).toEqual([]);
	});

	test('with AI, each network has a draft within its limits, which the prompt has told', async () => {
		const { row, content } = await drafted(await importWith('Draft, with AI', { use_ai: 'yes' }));
		expect(row?.status).toBe('review');
		expect(content.variants).toMatchObject({ facebook: expect.stringContaining('Drafted for Facebook.'), telegram: expect.stringContaining('Drafted for Telegram.') });
		expect(content.variants.instagram?.startsWith('Drafted for Instagram.')).toBe(true);
		expect([...(content.variants.instagram ?? '')].length).toBeLessThanOrEqual(2200);
		expect(model.prompts.at(-1)).toContain(topic);
		expect(model.prompts.at(-1)).toMatch(/- instagram: .*2,?200/);
	});

	test('when the model does not answer, the person’s own text goes on, and the note says so', async () => {
		await stage().operator.ensureCredential('OpenAI', 'openAiApi', { apiKey: 'sk-sandbox-not-a-real-key', url: 'http://127.0.0.1:1/v1' });
		const { row, content } = await drafted(await importWith('Draft, model out of reach', { use_ai: 'yes', needs_approval: 'no' }));
		expect(row?.status).toBe('approved');
		expect(row?.note).toMatch(/^The draft was not written: /);
		expect(content.text).toBe(topic);
	}, 180_000);
}
