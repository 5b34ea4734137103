import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import type { Api } from '../../../nodes/core/api';
import { operation } from '../../../nodes/core/operation';
import { propertiesOf } from '../../../nodes/core/properties';
import { runOperations } from '../../../nodes/core/runner';
import { batch, getMany } from '../../../nodes/networks/meta/batch';
import type { Part } from '../../../nodes/networks/meta/batch';
import { metaAds } from '../../../nodes/platforms/metaAds';
import { runNode } from '../../support/context';
import { metaCredential } from '../../support/sandbox';
import { account, openReports } from './insightsStage';
import type { Call, Reports } from './insightsStage';

let reports: Reports;
let ids: string[];
beforeAll(async () => (reports = await openReports()));
beforeEach(async () => {
	await reports.reset(120, 3);
	ids = (await reports.rows({ datePreset: 'yesterday' })).map(({ adId }) => String(adId));
});
afterAll(async () => await reports.sandbox.close());

/** Runs something of a node's in n8n's own context. */
async function within(work: (api: Api) => Promise<object>, credentials = metaCredential(reports.sandbox.origin)) {
	const operations = [operation({ resource: 'x', operation: 'x', effect: 'read', name: 'X', action: 'X', description: 'X', fields: [], run: async (_, api) => await work(api) })];
	const description: INodeTypeDescription = { displayName: 'X', name: 'x', group: [], version: 1, description: 'X', defaults: {}, inputs: ['main'], outputs: ['main'], credentials: [{ name: 'qmarkMetaOAuth2Api', required: true }], properties: propertiesOf(operations) };
	const node: INodeType = {
		description,
		async execute(this: IExecuteFunctions) {
			return await runOperations(this, metaAds, operations);
		},
	};
	return (await runNode({ node, credentials, parameters: { resource: 'x', operation: 'x' } })).map(({ json }) => json);
}

const batches = async () => (await reports.calls(/^\/v\d+\.0\/$/)).map(({ body }: Call) => body.batch as { method: string; relative_url: string; body?: string }[]);
const read = async (some: readonly string[] = ids) => await within(async (api) => Object.fromEntries(await getMany(api, some, 'id,name', metaAds)));

test('many objects with few requests, each ID once', async () => {
	const [found] = await read([...ids, ...ids]);
	expect(Object.keys(found ?? {})).toHaveLength(120);
	expect(found?.[ids[7] ?? '']).toEqual({ id: ids[7], name: 'Annonce 8' });
	expect((await batches()).map((parts) => parts.length)).toEqual([50, 50, 20]);
});

test('nothing is asked when there is nothing to ask', async () => {
	expect(await read([])).toEqual([{}]);
	expect(await batches()).toEqual([]);
});

test('a batch that takes too long is halved until it does not', async () => {
	await reports.set({ batchMost: 15 });
	expect(Object.keys((await read(ids.slice(0, 50)))[0] ?? {})).toHaveLength(50);
	expect((await batches()).map((parts) => parts.length)).toEqual([50, 25, 13, 12, 25, 13, 12]);
});

test('reads that Meta did not get to are asked again, and only these', async () => {
	await reports.set({ batchUnanswered: 3 });
	expect(Object.keys((await read(ids.slice(0, 10)))[0] ?? {})).toHaveLength(10);
	expect((await batches()).map((parts) => parts.map(({ relative_url: url }) => url.split('?')[0]))).toEqual([ids.slice(0, 10), ids.slice(0, 3)]);
});

test('what does not exist is left out', async () => {
	const [found] = await read(['120300000000099999', ids[0] ?? '']);
	expect(Object.keys(found ?? {})).toEqual([ids[0]]);
});

test('any other refusal is thrown as the platform reads it', async () => {
	await expect(within(async (api) => Object.fromEntries(await getMany(api, ids.slice(0, 2), 'likes', metaAds)))).rejects.toMatchObject({ context: { code: '100', verdict: 'fix-input' } });
});

const create = (name: string): Part => ({ method: 'POST', url: `/act_${account.id}/campaigns`, body: { name, objective: 'OUTCOME_TRAFFIC', status: 'PAUSED', special_ad_categories: [], is_adset_budget_sharing_enabled: false } });

test('bodies are forms: every character arrives, and nested values as JSON', async () => {
	const name = 'Été & “fleurs” = 50 % + 1';
	const [made] = await within(async (api) => ({ results: await batch(api, [create(name), { url: `/act_${account.id}/campaigns`, qs: { fields: 'name' } }], metaAds) }));
	expect(made).toMatchObject({ results: [{ body: { id: expect.any(String) } }, { body: { data: expect.arrayContaining([expect.objectContaining({ name })]) } }] });
	expect(Object.fromEntries(new URLSearchParams((await batches())[0]?.[0]?.body))).toMatchObject({ name, special_ad_categories: '[]' });
});

test('each part has its own outcome', async () => {
	const [made] = await within(async (api) => ({ results: await batch(api, [create('Une'), create(''), { url: `/${ids[0]}`, qs: { fields: 'id' } }], metaAds) }));
	expect(made).toMatchObject({ results: [{ body: { id: expect.any(String) } }, { failure: { code: expect.stringMatching(/^100/), verdict: 'fix-input', status: 400 } }, { body: { id: ids[0] } }] });
});

test('a write that Meta did not get to is in doubt, and never sent again', async () => {
	await reports.set({ batchUnanswered: 1 });
	const [made] = await within(async (api) => ({ results: await batch(api, [create('Une')], metaAds) }));
	expect(made).toMatchObject({ results: [{ failure: { verdict: 'unknown' } }] });
	expect(await batches()).toHaveLength(1);
});

test('writes are not halved and sent again: the batch may have made some of them', async () => {
	await reports.set({ batchMost: 1 });
	const [made] = await within(async (api) => ({ results: await batch(api, [create('Une'), create('Deux')], metaAds) }));
	expect(made).toMatchObject({ results: [{ failure: { verdict: 'unknown' } }, { failure: { verdict: 'unknown' } }] });
	expect(await batches()).toHaveLength(1);
});

test('the proof of the app stands once for all parts', async () => {
	await reports.set({ requireAppSecretProof: true });
	expect(Object.keys((await read(ids.slice(0, 3)))[0] ?? {})).toHaveLength(3);
});
