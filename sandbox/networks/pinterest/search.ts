import type { Router } from 'express';
import type { Caller } from './api';
import { describeBoard, describePin } from './describe';
import { invalid, PinterestError, route } from './errors';
import type { Environment } from './model';
import { count, pageOf, paging, queryOf } from './query';
import type { Pinterest } from './state';

const holds = (words: string) => (text: string | null) => (text ?? '').toLowerCase().includes(words.toLowerCase());

/** https://developers.pinterest.com/docs/api/v5/search_user_pins-list and its siblings. The API Sandbox has none of them. */
export function addSearchRoutes(router: Router, pinterest: Pinterest, environment: Environment, caller: Caller): void {
	if (environment === 'sandbox') return;
	router.get(
		'/v5/search/pins',
		route((req) => {
			const account = caller(req, 'boards:read', 'boards:read_secret', 'pins:read', 'pins:read_secret');
			const query = queryOf(req, 'ad_account_id', 'bookmark', 'query');
			if (!query.query) throw invalid("'query' is a required parameter");
			const isIt = holds(query.query);
			const { items, bookmark } = pageOf(pinterest.pinsOf(account.id, environment).filter(({ title, description }) => isIt(title) || isIt(description)), query);
			return { items: items.map((pin) => describePin(pin, account.name)), bookmark };
		}),
	);
	router.get(
		'/v5/search/boards',
		route((req) => {
			const account = caller(req, 'boards:read', 'boards:read_secret');
			const query = queryOf(req, 'ad_account_id', 'query', ...paging);
			const { items, bookmark } = pageOf(pinterest.boardsOf(account, environment).filter(({ name }) => holds(query.query ?? '')(name)), query);
			return { items: items.map((board) => describeBoard(board, account.name, pinterest)), bookmark };
		}),
	);
	router.get(
		'/v5/search/partner/pins',
		route((req) => {
			caller(req, 'boards:read', 'pins:read');
			const query = queryOf(req, 'bookmark', 'country_code', 'limit', 'locale', 'term');
			if (!query.term) throw invalid("'term' is a required parameter");
			if (!/^[A-Z]{2}$/.test(query.country_code ?? '')) throw invalid("'country_code' is a required parameter of two letters");
			if (!pinterest.settings.beta) throw new PinterestError(403, 29, 'You are not permitted to access that resource.');
			const isIt = holds(query.term);
			const all = [...pinterest.pins.values()].filter(({ entry, title, description }) => entry !== undefined && (isIt(title) || isIt(description))).reverse();
			const { items, bookmark } = pageOf(all, query, count(query, 'limit', 10, 50));
			return {
				items: items.map((pin) => {
					const { id, alt_text, description, link, media, title } = describePin(pin, '');
					return { id, alt_text, description, link, media, title };
				}),
				bookmark,
			};
		}),
	);
}
