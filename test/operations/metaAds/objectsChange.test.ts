import type { INodeParameters } from 'n8n-workflow';
import { byId, euros, openAdvertiser, yen } from './advertiser';
import type { Advertiser } from './advertiser';

let florist: Advertiser;
beforeAll(async () => (florist = await openAdvertiser()));
beforeEach(async () => await florist.reset());
afterAll(async () => await florist.sandbox.close());

const inSwitzerland = async (more: INodeParameters = {}) => await florist.adSetIn(await florist.campaignIn(), more);
const onAdSet = (id: string, operation: string, more: INodeParameters = {}) => ({ resource: 'adSet', operation, adSet: byId(id), ...more });

describe('a change', () => {
	test('tells what was and what is, in major units', async () => {
		const id = await inSwitzerland();
		await florist.quiet();
		expect(await florist.one(onAdSet(id, 'update', { updateFields: { dailyBudget: 15.75, name: 'Suisse romande' } }))).toEqual({
			...{ id, name: 'Suisse romande', changed: true, currency: 'EUR' },
			...{ before: { daily_budget: 12.5, name: 'Suisse' }, after: { daily_budget: 15.75, name: 'Suisse romande' } },
		});
		expect(await florist.calls()).toMatchObject([{ path: `/${id}`, body: { daily_budget: 1575, name: 'Suisse romande' } }]);
	});

	test('sends only what is not so yet', async () => {
		const id = await inSwitzerland();
		await florist.quiet();
		expect(await florist.one(onAdSet(id, 'update', { updateFields: { dailyBudget: 12.5, status: 'ACTIVE' } }))).toMatchObject({ changed: true });
		const [{ body } = { body: {} }] = await florist.calls();
		expect(body).toEqual({ status: 'ACTIVE' });
	});

	test.each([
		{ name: 'budget and name', updateFields: { dailyBudget: 15, name: 'Alpes' } },
		{ name: 'times', updateFields: { endTime: '2027-05-01T10:00:00+02:00' } },
		{ name: 'targeting', updateFields: { targeting: { values: { countries: 'CH, LI', genders: 'women', interests: '6003139266461', ageMin: 18 } } } },
		{ name: 'the promoted object, the cap and the bid', updateFields: { pageId: '100200300400501', bidStrategy: 'COST_CAP', bidAmount: 0.9, dailySpendCap: 8 } },
		{ name: 'a return', updateFields: { minimumRoas: 1.5 } },
	])('of $name made twice does nothing the second time', async ({ updateFields }) => {
		const id = await inSwitzerland();
		expect(await florist.one(onAdSet(id, 'update', { updateFields }))).toMatchObject({ changed: true });
		await florist.quiet();
		const { before, ...second } = await florist.one(onAdSet(id, 'update', { updateFields }));
		expect(second).toMatchObject({ changed: false, after: before });
		expect(await florist.calls()).toEqual([]);
	});

	test('targeting that lost a part is another targeting', async () => {
		const id = await inSwitzerland({ targeting: { countries: 'CH', genders: 'women' } });
		const update = onAdSet(id, 'update', { updateFields: { targeting: { values: { countries: 'CH' } } } });
		expect(await florist.one(update)).toMatchObject({ changed: true });
	});

	test('of a campaign', async () => {
		const id = await florist.campaignIn(yen, { budgetType: 'daily', dailyBudget: 1500 });
		const update = { resource: 'campaign', operation: 'update', adAccount: byId(yen), campaign: byId(id), updateFields: { dailyBudget: 2000, stopTime: '2027-05-01T10:00:00Z' } };
		expect(await florist.one(update)).toMatchObject({ changed: true, before: { daily_budget: 1500 }, after: { daily_budget: 2000 }, currency: 'JPY' });
		expect(await florist.one(update)).toMatchObject({ changed: false });
	});

	test('of the countries of a special ad category alone', async () => {
		const id = await florist.campaignIn(euros, { specialAdCategories: ['HOUSING'], additionalFields: { specialAdCategoryCountries: 'FR' } });
		await florist.quiet();
		const update = { resource: 'campaign', operation: 'update', campaign: byId(id), updateFields: { specialAdCategoryCountries: 'FR, PT' } };
		expect(await florist.one(update)).toMatchObject({ changed: true });
		expect(await florist.calls()).toMatchObject([{ body: { special_ad_category_country: ['FR', 'PT'] } }]);
	});

	test('of an ad’s creative', async () => {
		const [first, second] = [await florist.creative(), await florist.creative()];
		const id = await florist.adIn(await inSwitzerland(), first);
		const update = { resource: 'ad', operation: 'update', ad: byId(id), updateFields: { creativeId: second } };
		expect(await florist.one(update)).toMatchObject({ changed: true, before: { creative: { creative_id: first } }, after: { creative: { creative_id: second } } });
		expect(await florist.one(update)).toMatchObject({ changed: false });
	});

	test('is checked by Meta and not made with Validate Only', async () => {
		const id = await inSwitzerland();
		await florist.quiet();
		const update = onAdSet(id, 'update', { updateFields: { dailyBudget: 15 }, options: { validateOnly: true } });
		expect(await florist.one(update)).toMatchObject({ changed: false, valid: true, before: { daily_budget: 12.5 }, after: { daily_budget: 15 } });
		expect(await florist.calls()).toMatchObject([{ body: { daily_budget: 1500, execution_options: ['validate_only'] } }]);
		expect(await florist.one(onAdSet(id, 'get'))).toMatchObject({ daily_budget: 12.5 });
	});

	test('is repeated after a lost answer, as that does no harm', async () => {
		const id = await inSwitzerland();
		await florist.quiet();
		await florist.sandbox.fault({ network: 'meta', match: `/${id}`, kind: 'reset', when: 'after', skip: 1 });
		expect(await florist.one(onAdSet(id, 'update', { updateFields: { dailyBudget: 15 } }))).toMatchObject({ changed: true, after: { daily_budget: 15 } });
		expect(await florist.calls()).toHaveLength(2);
	});

	test.each([
		{ name: 'nothing to change', more: { updateFields: {} }, message: /^Update Fields: nothing is to be changed/ },
		{ name: 'two budgets', more: { updateFields: { dailyBudget: 5, lifetimeBudget: 50 } }, message: /^Lifetime Budget: there is a daily budget already/ },
		{ name: 'a budget below the minimum', more: { updateFields: { dailyBudget: 0.5 } }, message: /^Daily Budget: 0.50 EUR is below the minimum/ },
		{ name: 'another ad account', more: { adAccount: byId(yen), updateFields: { name: 'Tokyo' } }, message: /^Ad Set: \d+ is in ad account act_330000000000001, not in “Camélia Tokyo”/ },
	])('refused beforehand: $name', async ({ more, message }) => {
		const id = await inSwitzerland();
		await florist.quiet();
		expect(await florist.refusal(onAdSet(id, 'update', more))).toMatchObject({ error: expect.stringMatching(message), details: { verdict: 'fix-input' } });
		expect(await florist.calls()).toEqual([]);
	});

	test('refused by Meta: its code, its words, the field it blames and the next step', async () => {
		const id = await inSwitzerland();
		const lifetime = onAdSet(id, 'update', { updateFields: { lifetimeBudget: 90, endTime: '2027-05-01T10:00:00Z' } });
		expect(await florist.refusal(lifetime)).toMatchObject({
			error: 'Meta refused: An ad set keeps the kind of budget it was made with. (daily_budget)',
			details: { code: '100/1885219', verdict: 'fix-input', hint: expect.stringMatching(/duplicate it, or create a new one/) },
		});
	});
});

describe('Only If', () => {
	test.each([
		{ name: 'the daily budget', onlyIf: { dailyBudget: 10 }, message: /^Only If: the daily budget of ad set “Suisse” is 12.50 EUR, not 10.00 EUR. Nothing was changed/ },
		{ name: 'the lifetime budget', onlyIf: { lifetimeBudget: 90 }, message: /^Only If: the lifetime budget of ad set “Suisse” is 0.00 EUR, not 90.00 EUR/ },
		{ name: 'the status', onlyIf: { status: 'ACTIVE' }, message: /^Only If: the status of ad set “Suisse” is PAUSED, not ACTIVE/ },
	])('$name is another: nothing is sent', async ({ onlyIf, message }) => {
		const id = await inSwitzerland();
		await florist.quiet();
		const update = onAdSet(id, 'update', { updateFields: { dailyBudget: 15 }, onlyIf });
		expect(await florist.refusal(update)).toMatchObject({ error: expect.stringMatching(message), details: { code: 'only-if', hint: expect.stringMatching(/changed it meanwhile/) } });
		expect(await florist.calls()).toEqual([]);
	});

	test('what is expected is there: it is changed', async () => {
		const id = await inSwitzerland();
		const update = onAdSet(id, 'update', { updateFields: { dailyBudget: 15 }, onlyIf: { dailyBudget: 12.5, status: 'PAUSED' } });
		expect(await florist.one(update)).toMatchObject({ changed: true });
	});

	test('what an earlier try has done without an answer is not taken for somebody else’s change', async () => {
		const id = await inSwitzerland();
		const raise = onAdSet(id, 'update', { updateFields: { dailyBudget: 15 }, onlyIf: { dailyBudget: 12.5 } });
		expect(await florist.one(raise)).toMatchObject({ changed: true });
		expect(await florist.one(raise)).toMatchObject({ changed: false, after: { daily_budget: 15 } });
	});

	test('an expectation with too many decimals is refused, as it can never be met', async () => {
		const update = onAdSet(await inSwitzerland(), 'update', { updateFields: { dailyBudget: 15 }, onlyIf: { dailyBudget: 12.505 } });
		expect(await florist.refusal(update)).toMatchObject({ error: expect.stringMatching(/too many decimals/) });
	});

	test('two workflows that both saw 12.50 cannot both change it', async () => {
		const id = await inSwitzerland();
		const to = (dailyBudget: number) => onAdSet(id, 'update', { updateFields: { dailyBudget }, onlyIf: { dailyBudget: 12.5 } });
		expect(await florist.one(to(15))).toMatchObject({ changed: true });
		expect(await florist.refusal(to(20))).toMatchObject({ error: expect.stringMatching(/is 15.00 EUR, not 12.50 EUR/) });
		expect(await florist.one(onAdSet(id, 'get'))).toMatchObject({ daily_budget: 15 });
	});
});

describe('pause, resume, archive and delete', () => {
	test.each(['campaign', 'adSet', 'ad'] as const)('of a %s', async (resource) => {
		const campaign = await florist.campaignIn();
		const adSet = await florist.adSetIn(campaign);
		const ad = await florist.adIn(adSet, await florist.creative());
		const id = { campaign, adSet, ad }[resource];
		const act = async (operation: string, more: INodeParameters = {}) => await florist.one({ resource, operation, [resource]: byId(id), ...more });
		expect(await act('resume')).toMatchObject({ changed: true, before: { status: 'PAUSED' }, after: { status: 'ACTIVE' } });
		expect(await act('resume')).toMatchObject({ changed: false, after: { status: 'ACTIVE' } });
		expect(await act('pause', { onlyIf: { status: 'ACTIVE' } })).toMatchObject({ changed: true, after: { status: 'PAUSED' } });
		expect(await act('archive')).toMatchObject({ changed: true, after: { status: 'ARCHIVED' } });
		expect(await florist.refusal({ resource, operation: 'resume', [resource]: byId(id) })).toMatchObject({ details: { hint: expect.stringMatching(/can only be renamed or deleted/) } });
		expect(await florist.run({ resource, operation: 'getAll' })).toHaveLength(0);
		expect(await florist.run({ resource, operation: 'getAll', filters: { statuses: ['ARCHIVED'] } })).toHaveLength(1);
		await florist.quiet();
		expect(await act('delete')).toEqual({ id, deleted: true });
		expect(await act('delete')).toEqual({ id, deleted: true });
		expect(await florist.calls('DELETE')).toHaveLength(1);
	});

	test('a deletion whose answer got lost is looked up', async () => {
		const id = await florist.campaignIn();
		await florist.sandbox.fault({ network: 'meta', match: `/${id}`, kind: 'reset', when: 'after', skip: 1 });
		expect(await florist.one({ resource: 'campaign', operation: 'delete', campaign: byId(id) })).toEqual({ id, deleted: true });
		expect(await florist.calls('DELETE')).toHaveLength(1);
	});
});

describe('a copy', () => {
	test('of a campaign with what is inside, paused, with other names', async () => {
		const campaign = await florist.campaignIn();
		const adSet = await florist.adSetIn(campaign);
		const ad = await florist.adIn(adSet, await florist.creative());
		await florist.quiet();
		const copy = await florist.one({ resource: 'campaign', operation: 'duplicate', campaign: byId(campaign), additionalFields: { nameSuffix: ' bis', renameAll: true } });
		const [{ path, body } = { path: '', body: {} }] = await florist.calls();
		expect({ path, body }).toEqual({ path: `/${campaign}/copies`, body: { deep_copy: true, status_option: 'PAUSED', rename_options: { rename_strategy: 'DEEP_RENAME', rename_suffix: ' bis' } } });
		expect(copy).toMatchObject({ source_id: campaign, created: true, copies: [{ source_id: campaign, id: copy.id }, { source_id: adSet }, { source_id: ad }] });
		expect(await florist.run({ resource: 'ad', operation: 'getAll', filters: { campaignId: String(copy.id) } })).toMatchObject([{ json: { name: 'Bouquet rouge bis', status: 'PAUSED' } }]);
	});

	test('of an ad set into another campaign, and of an ad into another ad set', async () => {
		const adSet = await inSwitzerland();
		const ad = await florist.adIn(adSet, await florist.creative());
		const campaign = await florist.campaignIn(euros, { name: 'Automne' });
		const { id: set } = await florist.one(onAdSet(adSet, 'duplicate', { deepCopy: false, additionalFields: { into: campaign } }));
		expect(await florist.one(onAdSet(String(set), 'get'))).toMatchObject({ name: 'Suisse', campaign_id: campaign });
		const { id } = await florist.one({ resource: 'ad', operation: 'duplicate', ad: byId(ad), additionalFields: { into: String(set) } });
		expect(await florist.one({ resource: 'ad', operation: 'get', ad: byId(String(id)) })).toMatchObject({ adset_id: set, status: 'PAUSED' });
	});

	test('with more ads than Meta copies at once is refused beforehand', async () => {
		const adSet = await inSwitzerland();
		const creative = await florist.creative();
		for (const name of ['un', 'deux', 'trois', 'quatre']) await florist.adIn(adSet, creative, name);
		await florist.quiet();
		expect(await florist.refusal(onAdSet(adSet, 'duplicate'))).toMatchObject({ error: expect.stringMatching(/^Copy What Is Inside: this ad set has more than 3 ads/) });
		expect(await florist.calls()).toEqual([]);
	});
});

test('a connection that has ended says so before anything is changed', async () => {
	const id = await inSwitzerland();
	await florist.sandbox.settings({ meta: { passwordChanged: true } });
	await florist.quiet();
	expect(await florist.refusal(onAdSet(id, 'pause'))).toMatchObject({ details: { verdict: 'reconnect', code: '190/460' } });
	expect(await florist.calls()).toEqual([]);
});
