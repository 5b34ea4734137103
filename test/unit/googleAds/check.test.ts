import { checkedQuery, limited } from '../../../nodes/networks/googleAds/query/check';

test.each([
	['SELECT * FROM campaign', /SELECT \*/],
	['SELECT campaign.* FROM campaign', /SELECT \*/],
	['select campaign.id from campaign where campaign.id = 1 or campaign.id = 2', /has OR/],
	["SELECT campaign.id FROM campaign WHERE (campaign.id = 1 AND campaign.status = 'PAUSED')", /parentheses/],
	['SELECT campaign.id FROM campaign JOIN ad_group', /has JOIN/],
	['SELECT campaign.id FROM campaign GROUP BY campaign.id', /GROUP BY/],
	['SELECT campaign.id FROM campaign pageSize 100', /page size/],
	['SELECT campaign.id FROM campaign LIMIT 10 OFFSET 10', /page size/],
	['UPDATE campaign SET status = 1', /something else than SELECT/],
	["SELECT campaign.id FROM campaign WHERE campaign.name = 'l'Avent'", /quotation mark/],
	['SELECT campaign.id, segments.date FROM campaign', /without saying which/],
	['SELECT segments.week, metrics.clicks FROM campaign WHERE campaign.id = 1', /without saying which/],
	['SELECT metrics.clicks FROM campaign WHERE segments.date DURING LAST_90_DAYS', /LAST_90_DAYS/],
	['SELECT campaign.id FROM campaign; SELECT ad_group.id FROM ad_group', /more than one query/],
	["SELECT change_event.user_email FROM change_event WHERE change_event.change_date_time >= '2026-11-01'", /without a LIMIT/],
	["SELECT change_event.user_email FROM change_event WHERE change_event.change_date_time >= '2026-11-01' LIMIT 20000", /without a LIMIT/],
	['SELECT change_event.user_email FROM change_event LIMIT 100', /changes of any time/],
])('%s is refused', (query, message) => {
	expect(() => checkedQuery(query)).toThrow(message);
});

test.each([
	"SELECT campaign.id FROM campaign WHERE campaign.name = 'this OR that (campaign.id) *'",
	"SELECT campaign.id FROM campaign WHERE campaign.name LIKE '%l\\'Avent%'",
	"SELECT campaign.id FROM campaign WHERE campaign.status IN ('ENABLED', 'PAUSED') AND metrics.ctr IN (0.5, 1.5)",
	"SELECT campaign.id, segments.date FROM campaign WHERE segments.date BETWEEN '2026-01-01' AND '2026-01-31' ORDER BY segments.date DESC LIMIT 5",
	'SELECT metrics.clicks FROM campaign WHERE segments.date DURING LAST_30_DAYS',
	'SELECT campaign.id, ad_group.id FROM ad_group PARAMETERS include_drafts = true',
	"SELECT change_event.user_email FROM change_event WHERE change_event.change_date_time >= '2026-11-01' AND change_event.change_date_time <= '2026-11-02' LIMIT 10000",
])('%s is taken', (query) => {
	expect(checkedQuery(`  ${query} ; `)).toBe(query);
});

test('a limit is added where there is a place for it', () => {
	expect(limited('SELECT campaign.id FROM campaign', 50)).toBe('SELECT campaign.id FROM campaign LIMIT 50');
	expect(limited("SELECT campaign.id FROM campaign WHERE campaign.name = 'LIMIT'", 50)).toMatch(/'LIMIT' LIMIT 50$/);
	for (const query of ['SELECT campaign.id FROM campaign LIMIT 3', 'SELECT campaign.id FROM campaign PARAMETERS include_drafts = true']) expect(limited(query, 50)).toBe(query);
	expect(limited('SELECT campaign.id FROM campaign', Infinity)).toBe('SELECT campaign.id FROM campaign');
});
