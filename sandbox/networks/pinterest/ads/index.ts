import type { Request, Router } from 'express';
import { seed } from '../../seed';
import type { Caller } from '../api';
import { PinterestError, invalid, route } from '../errors';
import type { Environment, Pinterest } from '../state';
import { columnsOf, granularityOf, rowsOf, spanOf } from './analytics';
import type { Level } from './analytics';
import { readList, readObject } from './body';
import { askReport, standingOf } from './reports';
import { adAccounts, SEEDED } from './seed';
import { adAccountOf, entitiesOf } from './state';
import type { Entity, Kind } from './state';
import { described, writeAll } from './write';

/** The caller's ad account that the path names. @throws PinterestError */
export function ownAdAccount(caller: Caller, req: Request, id: string, ...scopes: string[]): string {
	const account = caller(req, ...scopes);
	if (!adAccountOf(id)) throw new PinterestError(404, 404, 'AdAccount not found.');
	if (account.id !== seed.pinterest.accounts[0].id) throw new PinterestError(403, 29, 'You are not permitted to access that resource.');
	return id;
}

/** Refuses what a query may not have. */
function checkQuery({ query }: Request, ...known: string[]): void {
	const strange = Object.keys(query).find((name) => !known.includes(name));
	if (strange !== undefined) throw invalid(`'${strange}' is no parameter that the sandbox knows (${known.join(', ')})`);
}

/** As often as it is written, or with commas between its values. */
function listIn({ query }: Request, name: string, most = Infinity): string[] {
	const value = query[name];
	const list = (Array.isArray(value) ? value : value === undefined ? [] : [value]).flatMap((one) => String(one).split(','));
	if (list.length > most) throw invalid(`'${name}' has more than ${most} items`);
	return list;
}

function idsIn(req: Request, name: string): string[] {
	const ids = listIn(req, name, 250);
	const wrong = ids.find((id) => !/^\d+$/.test(id));
	if (wrong !== undefined) throw invalid(`'${wrong}' in '${name}' does not match the pattern ^\\d+$`);
	return ids;
}

/** One page of a list that is in order. The bookmark is the place of the next. */
function pageOf({ query }: Request, all: readonly object[]): object {
	const size = Number(query.page_size ?? 25);
	if (!Number.isInteger(size) || size < 1 || size > 250) throw invalid(`'page_size' must be from 1 to 250, not ${String(query.page_size)}`);
	const from = Number(Buffer.from(String(query.bookmark ?? ''), 'base64url').toString() || 0);
	if (!Number.isInteger(from)) throw invalid(`'bookmark' is none: ${String(query.bookmark)}`);
	const next = from + size < all.length ? Buffer.from(String(from + size)).toString('base64url') : null;
	return { items: all.slice(from, from + size), bookmark: next };
}

const kinds = [
	{ kind: 'campaign', path: 'campaigns', ids: 'campaign_ids', filters: { campaign_ids: 'id' } },
	{ kind: 'adGroup', path: 'ad_groups', ids: 'ad_group_ids', filters: { campaign_ids: 'campaign_id', ad_group_ids: 'id' } },
	{ kind: 'ad', path: 'ads', ids: 'ad_ids', filters: { campaign_ids: 'campaign_id', ad_group_ids: 'ad_group_id', ad_ids: 'id' } },
] as const satisfies readonly { kind: Kind; path: string; ids: string; filters: Record<string, string> }[];

const windows = ['click_window_days', 'engagement_window_days', 'view_window_days', 'conversion_report_time'];

/** Ad accounts, campaigns, ad groups, ads and what they brought. https://developers.pinterest.com/docs/api/v5/ad_accounts-list */
export function addAdsRoutes(router: Router, pinterest: Pinterest, environment: Environment, caller: Caller): void {
	const world = () => pinterest.ads[environment];
	const now = () => pinterest.world.clock.now();
	const shown = ({ id, name, currency, country }: (typeof adAccounts)[number]) => ({
		...{ id, name, currency, country, created_time: SEEDED, updated_time: SEEDED, permissions: ['OWNER'] },
		owner: { id: seed.pinterest.accounts[0].id, username: seed.pinterest.accounts[0].name },
	});
	router.get('/v5/ad_accounts', route((req) => {
		const account = caller(req, 'ads:read');
		checkQuery(req, 'page_size', 'bookmark', 'include_shared_accounts');
		return pageOf(req, account.id === seed.pinterest.accounts[0].id ? adAccounts.map(shown) : []);
	}));
	router.get('/v5/ad_accounts/:account', route<{ account: string }>((req) => {
		const id = ownAdAccount(caller, req, req.params.account, 'ads:read');
		return adAccounts.filter((one) => one.id === id).map(shown)[0] ?? {};
	}));

	const analytics = (level: Level, path: string, ids?: string) =>
		router.get(`/v5/ad_accounts/:account${path}/analytics`, route<{ account: string }>((req) => {
			const request: Request = req;
			const adAccount = ownAdAccount(caller, request, req.params.account, 'ads:read');
			checkQuery(request, 'start_date', 'end_date', 'columns', 'granularity', ...windows, ...(ids ? [ids] : []));
			const span = spanOf(req.query.start_date, req.query.end_date, now(), { back: 90, range: 90 });
			const wanted = ids ? idsIn(request, ids) : [adAccount];
			if (wanted.length === 0) throw invalid(`'${ids}' is a required property`);
			return rowsOf(world(), adAccount, { level, ids: wanted, ...span, columns: columnsOf(listIn(request, 'columns'), false), granularity: granularityOf(req.query.granularity) });
		}));
	analytics('account', '');

	for (const { kind, path, ids, filters } of kinds) {
		analytics(kind, `/${path}`, ids);
		const all = `/v5/ad_accounts/:account/${path}`;
		router.get(all, route<{ account: string }>((req) => {
			const request: Request = req;
			const adAccount = ownAdAccount(caller, request, req.params.account, 'ads:read');
			checkQuery(request, ...Object.keys(filters), 'entity_statuses', 'page_size', 'order', 'bookmark');
			const chosen = Object.entries(filters).map(([name, field]) => ({ field, values: idsIn(request, name) })).filter(({ values }) => values.length > 0);
			if (chosen.length > 1) throw invalid('only one kind of IDs may be given');
			const statuses = listIn(request, 'entity_statuses');
			const wanted = statuses.length > 0 ? statuses : ['ACTIVE', 'PAUSED'];
			const fits = (one: Entity) => wanted.includes(one.status) && chosen.every(({ field, values }) => values.includes(String(one[field])));
			const sorted = entitiesOf(world(), kind, adAccount).filter(fits).sort((a, b) => Number(a.id) - Number(b.id));
			return pageOf(request, (req.query.order === 'DESCENDING' ? sorted.reverse() : sorted).map((one) => described(kind, one)));
		}));
		router.get(`${all}/:id`, route<{ account: string; id: string }>((req) => {
			const adAccount = ownAdAccount(caller, req, req.params.account, 'ads:read');
			const one = world()[kind].get(req.params.id);
			if (one?.ad_account_id !== adAccount) throw new PinterestError(404, 404, `${req.params.id} not found.`);
			return described(kind, one);
		}));
		for (const method of ['POST', 'PATCH'] as const) {
			const handler = route<{ account: string }>(async (req) => {
				const entries = await readList(req);
				const adAccount = ownAdAccount(caller, req, req.params.account, 'ads:write');
				if (entries.length < 1 || entries.length > 30) throw invalid(`${entries.length} items; 1 to 30 are taken`);
				return { items: writeAll(kind, entries, method, { world: world(), adAccount, now: Math.floor(now() / 1000) }) };
			});
			if (method === 'POST') router.post(all, handler);
			else router.patch(all, handler);
		}
	}

	// The API Sandbox prepares no reports.
	if (environment === 'sandbox') return;
	const reports = '/v5/ad_accounts/:account/reports';
	router.post(reports, route<{ account: string }>(async (req) => {
		const wish = await readObject(req);
		return askReport(world(), ownAdAccount(caller, req, req.params.account, 'ads:read'), wish, now());
	}));
	router.get(reports, route<{ account: string }>((req) => {
		const adAccount = ownAdAccount(caller, req, req.params.account, 'ads:read');
		return standingOf(world(), adAccount, String(req.query.token), { now: now(), origin: pinterest.world.origin, environment });
	}));
}
