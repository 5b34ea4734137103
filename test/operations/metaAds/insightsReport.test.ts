import { seed } from '../../../sandbox/networks/seed';
import { byId, openReports, sum } from './insightsStage';
import type { Reports } from './insightsStage';
import { hurry, presentTime } from '../../support/time';

let reports: Reports;
beforeAll(async () => (reports = await openReports()));
beforeEach(async () => await reports.reset(30, 40));
afterAll(async () => await reports.sandbox.close());
afterEach(presentTime);

const inBackground = { operation: 'runReport', datePreset: 'last_28d', waitAtMost: 600 };
const runId = /^\/(6023\d{14})/;

test('a report is begun, waited for and read page after page; its rows are those of a read', async () => {
	const rows = await reports.rows(inBackground);
	expect(rows).toHaveLength(30 * 28);
	const read = await reports.rows({ ...inBackground, operation: 'getAll' });
	for (const name of ['spend', 'impressions', 'conversions']) expect(sum(rows, name)).toBeCloseTo(sum(read, name), 6);
	expect(rows[0]).toMatchObject({ provider: 'meta', level: 'ad', timeZone: 'Europe/Paris', raw: { impressions: expect.any(String) } });
	const [begun, asked, first, second] = (await reports.calls(/insights|6023/)).filter(({ query }) => query.date_preset === undefined);
	expect(begun).toMatchObject({ method: 'POST', path: expect.stringMatching(/^\/act_\d+\/insights$/), body: { date_preset: 'last_28d', level: 'ad', time_increment: 1 } });
	expect(asked).toMatchObject({ method: 'GET', path: expect.stringMatching(runId), query: { fields: 'async_status,async_percent_completion,error_code,error_message,error_subcode,error_user_msg,error_user_title' } });
	expect([first?.query, second?.query]).toEqual([{ limit: '500' }, { limit: '500', after: expect.any(String) }]);
});

test('“Completed” is not believed before it is all there', async () => {
	await reports.set({ adReportSeconds: 6 });
	expect(await reports.rows(inBackground)).toHaveLength(30 * 28);
	const polls = (await reports.calls(/6023\d+$/)).length;
	expect(polls).toBeGreaterThanOrEqual(3);
}, 30_000);

test('the ID is read as text, also where Meta writes a number too long for one', async () => {
	await reports.set({ adReportIdAsNumber: true });
	expect(await reports.rows(inBackground)).toHaveLength(30 * 28);
	expect((await reports.calls(/6023/))[0]?.path).toMatch(runId);
});

test('a limit leaves the pages beyond it alone', async () => {
	expect(await reports.run({ ...inBackground, returnAll: false, limit: 100 })).toHaveLength(100);
	expect(await reports.calls(/6023\d+\/insights/)).toHaveLength(1);
});

test('Meta’s own reason for giving up', async () => {
	await reports.set({ adReportFailure: { status: 'Job Failed', code: 100, subcode: 1487534 } });
	await expect(reports.rows(inBackground)).rejects.toMatchObject({ context: { code: '100/1487534', verdict: 'fix-input' } });
});

test('given up without a reason', async () => {
	await reports.set({ adReportFailure: { status: 'Job Skipped' } });
	await expect(reports.rows(inBackground)).rejects.toThrow(/^Meta gave the report up: “Job Skipped”/);
});

test('waits no longer than it was told', async () => {
	await reports.set({ adReportSeconds: 3600 });
	await expect(reports.rows({ ...inBackground, waitAtMost: 1 })).rejects.toMatchObject({ message: expect.stringMatching(/^Meta is still preparing report 6023\d+ after 1 seconds/), context: { verdict: 'wait' } });
});

test('a refusal reads the same although the answer is taken as text', async () => {
	await expect(reports.rows({ ...inBackground, breakdowns: ['age', 'country'] })).rejects.toMatchObject({ context: { code: '2/1504041', verdict: 'fix-input' } });
	await expect(reports.rows({ ...inBackground, adAccount: byId('330000000000009') })).rejects.toMatchObject({ context: { code: '100/33' } });
});

test('begun again when the answer got lost', async () => {
	hurry();
	await reports.sandbox.fault({ network: 'meta', match: '/insights', kind: 'reset', when: 'after', times: 1 });
	expect(await reports.rows(inBackground)).toHaveLength(30 * 28);
	expect((await reports.calls()).filter(({ method }) => method === 'POST')).toHaveLength(2);
});

test('a limit of the app is waited for in every ad account', async () => {
	await reports.reset(3, 10);
	hurry(20);
	await reports.set({ adInsightsRefusal: { code: 4, subcode: 1504022, times: 1 } });
	const first = reports.rows();
	while ((await reports.calls()).length === 0);
	const started = Date.now();
	await reports.rows({ adAccount: byId(seed.meta.yenAdAccount.id) });
	expect(Date.now() - started).toBeGreaterThanOrEqual(40_000);
	expect(await first).toHaveLength(21);
}, 60_000);
