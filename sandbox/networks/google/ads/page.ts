import { Router } from 'express';
import { escape, htmlPage, pageHeaders } from '../../html';
import type { Google } from '../state';
import { planFor } from './search';
import { rowsOf, shown } from './report/answer';
import { at } from './mutate/shape';

const QUERY = `SELECT campaign.name, campaign.status, campaign_budget.amount_micros, metrics.cost_micros, metrics.clicks, metrics.conversions
	FROM campaign WHERE segments.date DURING LAST_30_DAYS AND campaign.status != 'REMOVED'`;

/** `ads.google.com`: what a person sees of the campaigns, and what they cost in the last 30 days. */
export function adsPageRouter({ ads }: Google): Router {
	const router = Router();
	router.get('/', (_req, res) => {
		const tables = ads.accounts.filter(({ manager }) => !manager).map(({ id, name, currency }) => {
			const plan = planFor(ads, id, QUERY);
			const money = (value: unknown) => new Intl.NumberFormat('en', { style: 'currency', currency }).format(Number(value ?? 0) / 1_000_000);
			const rows = rowsOf(plan, ads, id).map((row) => {
				const told = shown(plan, row);
				const text = (...path: string[]) => escape(String(at(told, path) ?? 0));
				return `<tr><td>${text('campaign', 'name')}</td><td>${text('campaign', 'status')}</td><td>${money(at(told, ['campaignBudget', 'amountMicros']))} a day</td><td>${money(at(told, ['metrics', 'costMicros']))}</td><td>${text('metrics', 'clicks')}</td><td>${text('metrics', 'conversions')}</td></tr>`;
			});
			return `<h1>${escape(name)} <span class="soft">${id}</span></h1><table><tr><th>Campaign</th><th>Status</th><th>Budget</th><th>Cost</th><th>Clicks</th><th>Conversions</th></tr>${rows.join('')}</table>`;
		});
		res.set(pageHeaders).send(htmlPage('Google Ads', `${tables.join('')}<p class="soft">Cost, clicks and conversions of the last 30 days, as the sandbox plays them.</p>`));
	});
	return router;
}
