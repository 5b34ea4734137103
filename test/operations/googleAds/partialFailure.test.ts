import { ExecuteContext } from 'n8n-core';
import { googleAds } from '../../../nodes/platforms/googleAds';
import { customer, item, openWriter, yen } from './writer';
import type { Writer } from './writer';

let florist: Writer;
let ids: Record<'bouquets' | 'mariages' | 'sechees', string>;
beforeAll(async () => (florist = await openWriter()));
beforeEach(async () => {
	await florist.reset();
	const idOf = async (name: string) => (await florist.find('campaign', name)).id;
	ids = { bouquets: await idOf('Bouquets - Nantes'), mariages: await idOf('Mariages'), sechees: await idOf('Fleurs séchées') };
	await florist.quiet();
});
afterAll(async () => await florist.sandbox.close());

/** Google alone knows that the second name is taken. */
const renaming = { resource: 'campaign', operation: 'update', campaign: '={{ $json.id }}', updateFields: { name: '={{ $json.name }}' } };
const names = () => [item({ id: ids.bouquets, name: 'Bouquets' }), item({ id: ids.mariages, name: 'Fleurs séchées' }), item({ id: ids.sechees, name: 'Fleurs durables' })];
const setting = (operation: 'pause' | 'enable') => ({ resource: 'campaign', operation, campaign: '={{ $json.id }}' });

test('many items are one query and one request, and each has its own result', async () => {
	const results = await florist.rows(setting('pause'), { items: Object.values(ids).map((id) => item({ id })) });
	expect(results.map(({ id, changed }) => [id, changed])).toEqual(Object.values(ids).map((id) => [id, true]));
	const [sent, ...others] = await florist.mutates();
	expect(others).toEqual([]);
	expect(sent).toMatchObject({ collection: 'campaigns', body: { partialFailure: true, operations: Object.values(ids).map((id) => ({ update: { resourceName: `customers/${customer}/campaigns/${id}` } })) } });
	expect((await florist.queries()).filter((query) => query.includes('FROM campaign '))).toHaveLength(1);
});

test('what is wrong with one does not stop the others: it has its own error, with its verdict', async () => {
	const results = await florist.run(renaming, { items: names(), continueOnFail: true });
	expect(results.map(({ json }) => json)).toMatchObject([
		{ changed: true, after: { name: 'Bouquets' } },
		{ error: expect.stringContaining('The campaign name is used by another campaign'), details: { code: 'campaignError.DUPLICATE_CAMPAIGN_NAME', verdict: 'fix-input', hint: expect.stringContaining('another name') } },
		{ changed: true, after: { name: 'Fleurs durables' } },
	]);
	expect(results.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2].map((index) => ({ item: index })));
	expect(await florist.mutates()).toHaveLength(1);
});

test('the first item is told apart as well', async () => {
	const [first, second, third] = names();
	const results = await florist.rows(renaming, { items: [second, first, third].flatMap((one) => one ?? []), continueOnFail: true });
	expect(results).toMatchObject([{ details: { code: 'campaignError.DUPLICATE_CAMPAIGN_NAME' } }, { changed: true }, { changed: true }]);
});

test('what is refused here is not sent, and the others are', async () => {
	const items = [item({ id: ids.bouquets }), item({ id: '1' }), item({ id: 'x' }), item({ id: ids.mariages })];
	const results = await florist.rows(setting('pause'), { items, continueOnFail: true });
	expect(results).toMatchObject([{ changed: true }, { details: { code: 'missing' } }, { details: { code: 'input' } }, { changed: true }]);
	expect((await florist.mutates()).map(({ body }) => body.operations?.length)).toEqual([2]);
});

test('a node that stops says which item it was, and a retry sends what is missing only', async () => {
	const tries = { items: names(), executionId: 'retried' };
	await expect(florist.run(renaming, tries)).rejects.toMatchObject({ message: expect.stringMatching(/is used by another campaign.*\[item 1\]/), description: expect.stringContaining('2 of them went through'), context: { itemIndex: 1, verdict: 'fix-input' } });
	await florist.one({ resource: 'campaign', operation: 'update', campaign: ids.sechees, updateFields: { name: 'Autre' } });
	await florist.quiet();
	// The name is free now.
	expect((await florist.rows(renaming, tries)).map(({ after }) => after)).toEqual([{ name: 'Bouquets' }, { name: 'Fleurs séchées' }, { name: 'Fleurs durables' }]);
	expect((await florist.mutates()).map(({ body }) => body.operations)).toEqual([[expect.objectContaining({ updateMask: 'name' })]]);
});

test('a node that stops sends nothing while an item is wrong by itself', async () => {
	await expect(florist.run(setting('pause'), { items: [item({ id: ids.bouquets }), item({ id: 'x' })] })).rejects.toMatchObject({ description: expect.stringContaining('Nothing was sent') });
	expect(await florist.mutates()).toEqual([]);
});

test('the same thing twice goes in two requests, in order: Google takes it once in one', async () => {
	const items = ['pause', 'enable', 'pause'].map((operation) => item({ id: ids.mariages, status: operation === 'pause' ? 'PAUSED' : 'ENABLED' }));
	const parameters = { resource: 'campaign', operation: 'update', campaign: '={{ $json.id }}', updateFields: { status: '={{ $json.status }}' } };
	expect((await florist.rows(parameters, { items })).map(({ before, after }) => [before, after])).toEqual([
		[{ status: 'ENABLED' }, { status: 'PAUSED' }],
		[{ status: 'PAUSED' }, { status: 'ENABLED' }],
		[{ status: 'ENABLED' }, { status: 'PAUSED' }],
	]);
	expect((await florist.mutates()).map(({ body }) => body.operations?.length)).toEqual([1, 1, 1]);
});

test('accounts do not share a request, nor do changes and checks', async () => {
	const tokyo = (await florist.find('campaign', 'Tokyo', { account: yen })).id;
	const items = [item({ account: customer, id: ids.mariages, check: false }), item({ account: yen, id: tokyo, check: false }), item({ account: customer, id: ids.bouquets, check: true })];
	const parameters = { resource: 'campaign', operation: 'pause', account: '={{ $json.account }}', campaign: '={{ $json.id }}', options: { validateOnly: '={{ $json.check }}' } };
	expect(await florist.rows(parameters, { items })).toMatchObject([{ changed: true }, { changed: true }, { changed: false, valid: true }]);
	expect((await florist.mutates()).map(({ body: { validateOnly, operations } }) => [validateOnly, operations?.length])).toEqual([[false, 1], [false, 1], [true, 1]]);
});

test('a check tells of each item too', async () => {
	const results = await florist.rows({ ...renaming, options: { validateOnly: true } }, { items: names(), continueOnFail: true });
	expect(results).toMatchObject([{ valid: true }, { details: { code: 'campaignError.DUPLICATE_CAMPAIGN_NAME' } }, { valid: true }]);
	expect(await florist.rows({ resource: 'campaign', operation: 'getAll', filters: { nameContains: 'durables' } })).toEqual([]);
});

test('a refusal of the whole request is every item’s', async () => {
	await florist.settings({ adsError: { family: 'authorizationError', code: 'ACTION_NOT_PERMITTED', status: 403, times: 9 } });
	const results = await florist.rows(setting('pause'), { items: Object.values(ids).map((id) => item({ id })), continueOnFail: true });
	expect(results).toHaveLength(3);
	for (const result of results) expect(result).toMatchObject({ details: { code: 'authorizationError.ACTION_NOT_PERMITTED', verdict: 'stop' } });
});

test('without a credential that opens, each item has the error: the input is not passed on for a result', async () => {
	const items = [item({ id: ids.bouquets }), item({ id: ids.mariages })];
	const results = await florist.run(setting('pause'), { items, credentials: {}, continueOnFail: true });
	expect(results).toEqual([0, 1].map((index) => ({ json: { error: expect.stringMatching(/credential/i), details: expect.objectContaining({ verdict: 'stop' }) }, pairedItem: { item: index } })));
	expect(await florist.mutates()).toEqual([]);
});

test('the end of the API’s version is told here too', async () => {
	const hints = jest.spyOn(ExecuteContext.prototype, 'addExecutionHints');
	const notice = jest.spyOn(googleAds, 'notice').mockReturnValue('Update QMARK.');
	await florist.one({ resource: 'campaign', operation: 'pause', campaign: ids.mariages });
	expect(hints.mock.calls).toEqual([[expect.objectContaining({ message: 'Update QMARK.' })]]);
	notice.mockRestore();
	hints.mockRestore();
});
