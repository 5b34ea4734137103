import { createHash } from 'node:crypto';
import { Router } from 'express';
import { invalid } from '../errors';
import type { Pinterest } from '../state';
import { columnsOf, granularityOf, rowsOf, spanOf } from './analytics';
import type { Level } from './analytics';
import { entitiesOf } from './state';
import type { AdsWorld, Report } from './state';

const LINK = 5 * 60_000;
const LIFE = 60 * 60_000;

const levels: Readonly<Record<string, Level>> = { ADVERTISER: 'account', CAMPAIGN: 'campaign', AD_GROUP: 'adGroup', PIN_PROMOTION: 'ad' };
const filters = { account: undefined, campaign: 'campaign_ids', adGroup: 'ad_group_ids', ad: 'ad_ids' } as const;
const known = ['start_date', 'end_date', 'granularity', 'level', 'columns', 'report_format', 'click_window_days', 'engagement_window_days', 'view_window_days', 'conversion_report_time', ...Object.values(filters)];

const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function checkedWish(wish: Record<string, unknown>, now: number) {
	const strange = Object.keys(wish).find((name) => !known.includes(name));
	if (strange !== undefined) throw invalid(`'${strange}' is no property that the sandbox knows (${known.join(', ')})`);
	const level = levels[String(wish.level)];
	if (!level) throw invalid(`'${String(wish.level)}' is not one of [${Object.keys(levels).join(', ')}] as 'level'`);
	if (wish.report_format !== 'JSON') throw invalid("the sandbox prepares 'report_format' JSON only");
	const span = spanOf(wish.start_date, wish.end_date, now, { back: 914, range: 186 });
	return { level, ...span, columns: columnsOf(textsIn(wish.columns), true), granularity: granularityOf(wish.granularity), ids: textsIn(wish[filters[level] ?? '']) };
}

/** Takes a wish for a report. https://developers.pinterest.com/docs/api/v5/analytics-create_report */
export function askReport(world: AdsWorld, adAccount: string, wish: Record<string, unknown>, now: number): object {
	checkedWish(wish, now);
	const token = createHash('sha256').update(`${adAccount}/${world.reports.size}`).digest('hex').slice(0, 32);
	world.reports.set(token, { token, adAccount, wish, askedAt: now, asked: 0 });
	return { report_status: 'IN_PROGRESS', token, message: null };
}

const HOST = 'pinterest-cnco.s3.amazonaws.com';

/** How far it is: at first it is still in progress. https://developers.pinterest.com/docs/api/v5/analytics-get_report */
export function standingOf(world: AdsWorld, adAccount: string, token: string, { now, origin, environment }: { now: number; origin: string; environment: string }): object {
	const report = world.reports.get(token);
	if (report?.adAccount !== adAccount) return { report_status: 'DOES_NOT_EXIST', url: null, size: null };
	if (now - report.askedAt > LIFE) return { report_status: 'EXPIRED', url: null, size: null };
	if (report.asked++ === 0) return { report_status: 'IN_PROGRESS', url: null, size: null };
	const url = `${origin}/${HOST}/async_reporting_v3/${environment}/${token}/metrics_report.txt?X-Amz-Date=${now}&X-Amz-Signature=not-real`;
	return { report_status: 'FINISHED', url, size: contentOf(world, report, now).length };
}

/** By the ID of what the rows are about. */
function contentOf(world: AdsWorld, { adAccount, wish, askedAt }: Report, now: number): string {
	const { level, ids, ...more } = checkedWish(wish, Math.min(now, askedAt));
	const all = level === 'account' ? [adAccount] : entitiesOf(world, level, adAccount).map(({ id }) => id);
	const wanted = ids.length > 0 ? all.filter((id) => ids.includes(id)) : all;
	return JSON.stringify(Object.fromEntries(wanted.map((id) => [id, rowsOf(world, adAccount, { level, ids: [id], ...more })])));
}

/** The store that hands reports out, to whoever has the link. */
export function reportStore(pinterest: Pinterest): Router {
	const { clock } = pinterest.world;
	const router = Router();
	router.get('/async_reporting_v3/:environment/:token/metrics_report.txt', (req, res) => {
		const world = req.params.environment === 'production' ? pinterest.ads.production : pinterest.ads.sandbox;
		const report = world.reports.get(req.params.token);
		const isOver = clock.now() - Number(req.query['X-Amz-Date']) > LINK;
		if (req.get('authorization') !== undefined) res.status(400).type('xml').send('<Error><Code>InvalidArgument</Code><Message>Only one auth mechanism allowed</Message></Error>');
		else if (!report || isOver) res.status(403).type('xml').send('<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>');
		else res.type('text').send(contentOf(world, report, clock.now()));
	});
	return router;
}
