import type { ExecuteWorkflowData, IDataObject, IExecuteWorkflowInfo, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { openPublisher } from './stage';
import type { Publisher } from './stage';

/** A workflow that keeps the journal in memory, by the contract that workflows/publishing/postgresql/README.md tells. */
class MemoryJournal {
	readonly rows: IDataObject[] = [];
	/** What the Publisher called, in order. */
	readonly calls: string[] = [];
	called = '';

	readonly executeWorkflow = async ({ id }: IExecuteWorkflowInfo, _: unknown, { inputData = [] }: { inputData?: INodeExecutionData[] }): Promise<ExecuteWorkflowData> => {
		this.called = String(id);
		const items = inputData.map(({ json: { operation, ...json } }) => ({ operation: String(operation), json }));
		this.calls.push(...new Set(items.map(({ operation }) => operation)));
		const answered = items.flatMap(({ operation, json }) => this.answer(operation, json));
		return { executionId: '', data: [await Promise.resolve(answered.map((json) => ({ json: { ...json } })))] };
	};

	private answer(operation: string, { expected_owner: expected, ...json }: IDataObject): IDataObject[] {
		const same = (name: string) => this.rows.filter((row) => row[name] === json[name]);
		if (operation === 'insert' && same('key').length === 0) this.rows.push({ ...json, id: String(this.rows.length + 1) });
		if (operation === 'insert' || operation === 'read') return same('key');
		if (operation === 'update') return same('id').filter(({ owner }) => owner === expected).map((row) => Object.assign(row, json));
		if (operation === 'remove') this.rows.splice(0, this.rows.length, ...this.rows.filter(({ id }) => id !== json.id));
		if (operation === 'find') return this.rows.filter((row) => ['network', 'account', 'content_id', 'status'].every((name) => json[name] === '' || json[name] === row[name]));
		return [];
	}
}

describe('a journal that a workflow keeps', () => {
	let publisher: Publisher;
	let journal: MemoryJournal;
	const parameters: INodeParameters = { journal: 'workflow', journalWorkflow: { __rl: true, mode: 'id', value: 'the-journal' } };
	const content = { id: 'J1', text: 'Kept elsewhere', networks: 'facebook|telegram' };
	const publish = async () => await publisher.publish([content], parameters, { services: { executeWorkflow: journal.executeWorkflow } });

	beforeAll(async () => {
		publisher = await openPublisher();
	});
	afterAll(async () => await publisher.close());
	beforeEach(async () => {
		await publisher.begin();
		journal = new MemoryJournal();
	});

	test('is the chosen workflow, and holds each publication once', async () => {
		expect((await publish()).map(({ network, status }) => [network, status])).toEqual([['facebook', 'published'], ['telegram', 'published']]);
		expect(journal.called).toBe('the-journal');
		expect(journal.rows.map(({ key, status }) => [String(key).split('/')[0], status]).sort()).toEqual([['facebook', 'published'], ['telegram', 'published']]);
	});

	test('nothing is published that is in it', async () => {
		await publish();
		expect((await publish()).map(({ status }) => status)).toEqual(['published', 'published']);
		expect(await publisher.texts()).toHaveLength(2);
	});

	test('of several runs at once, one publishes', async () => {
		await Promise.all([publish(), publish(), publish()]);
		expect(await publisher.texts()).toHaveLength(2);
		expect(journal.calls).not.toContain('remove');
	});

	test('no workflow chosen is told, and nothing goes out', async () => {
		const run = publisher.publish([content], { ...parameters, journalWorkflow: { __rl: true, mode: 'list', value: '' } });
		await expect(run).rejects.toThrow('no workflow is chosen');
		expect(await publisher.texts()).toEqual([]);
	});
});
