import type { Router } from 'express';
import { seed } from '../seed';
import type { Caller } from './api';
import { route } from './errors';
import type { Environment } from './model';
import { queryOf } from './query';
import type { Account, Pinterest } from './state';

const isBusiness = ({ id }: Account) => id === seed.pinterest.accounts[0].id;

/** https://developers.pinterest.com/docs/api/v5/user_account-get */
export function addAccountRoutes(router: Router, pinterest: Pinterest, environment: Environment, caller: Caller): void {
	router.get(
		'/v5/user_account',
		route((req) => {
			const account = caller(req, 'user_accounts:read');
			queryOf(req, 'ad_account_id');
			return {
				id: account.id,
				username: account.name,
				account_type: isBusiness(account) ? 'BUSINESS' : 'PINNER',
				about: '',
				business_name: isBusiness(account) ? 'Atelier Camélia' : null,
				profile_image: '',
				website_url: '',
				board_count: pinterest.boardsOf(account, environment).length,
				pin_count: pinterest.pinsOf(account.id, environment).length,
				follower_count: 0,
				following_count: 0,
				monthly_views: 0,
			};
		}),
	);
	router.get(
		'/v5/user_account/businesses',
		route((req) => {
			const account = caller(req, 'user_accounts:read');
			queryOf(req);
			const [business] = seed.pinterest.accounts;
			const image = `${pinterest.world.origin}/media/samples/vitrine-automne.jpg`;
			const sizes = { image_small_url: image, image_medium_url: image, image_large_url: image, image_xlarge_url: image };
			return isBusiness(account) ? [] : [{ username: business.name, ...sizes }];
		}),
	);
}
