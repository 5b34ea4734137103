const { run } = require('./client');

const rowsOf = (cursor) => cursor.map(({ _data }) => _data);
const wait = async (ms) => await new Promise((resolve) => setTimeout(resolve, ms));

/** What a reporting tool does: rows of an account page after page, of one campaign, and a report in the background. */
run(async ({ AdAccount, AdReportRun, AdsInsights, Campaign }, { account, fields, parameters }) => {
	const adAccount = new AdAccount(`act_${account}`);
	const first = await adAccount.getInsights(fields, { ...parameters, limit: 10 });
	const firstPage = rowsOf(first);
	const secondPage = rowsOf(await first.next());
	const whole = rowsOf(await adAccount.getInsights(fields, { ...parameters, limit: 500 }));
	const byAge = rowsOf(await adAccount.getInsights(['impressions'], { ...parameters, level: 'account', breakdowns: ['age', 'gender'], limit: 500 }));
	const ofCampaign = rowsOf(await new Campaign(firstPage[0].campaign_id).getInsights(fields, { ...parameters, limit: 500 }));
	const report = await adAccount.getInsightsAsync(fields, parameters);
	const { id } = report;
	const states = [];
	do {
		await wait(200);
		await report.get(['id', AdReportRun.Fields.async_status, AdReportRun.Fields.async_percent_completion]);
		states.push(report._data.async_status);
	} while (!(report.async_status === 'Job Completed' && report.async_percent_completion === 100));
	const reported = rowsOf(await report.getInsights([], { limit: 500 }));
	return { firstPage, secondPage, whole, byAge, ofCampaign, runId: String(id), states, reported, knows: Object.values(AdsInsights.Fields) };
});
