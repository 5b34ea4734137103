import { Router } from 'express';
import { applySetters, flag, grantSetters } from '../oauth/grantSettings';
import { seed } from '../seed';
import type { CreateNetwork } from '../world';
import { apiRouter } from './api';
import { authorizeRouter } from './authorize';
import { errorBody } from './errors';
import { oauthRouter } from './oauth';
import { pagesRouter } from './pages';
import { isProduct, products } from './products';
import { LinkedIn, type SavedLinkedIn } from './state';

export { tokenPrefixes } from './state';

/** LinkedIn: member login, posts of members and of an organization. https://learn.microsoft.com/en-us/linkedin/ */
export const createLinkedIn: CreateNetwork = (world) => {
	const linkedin = new LinkedIn(world);
	const { settings, grants } = linkedin;
	const setters = {
		// LinkedIn says nothing of tokens that end with a changed password.
		...grantSetters({ grants, settings, accounts: seed.linkedin.accounts, endsWithPassword: () => false }),
		declinedScopes: (value: unknown) =>
			Array.isArray(value) && value.length === 0 ? undefined : 'empty, because a LinkedIn member agrees to all scopes or to none; cancel the consent instead',
		refreshTokens: flag((on) => (settings.refreshTokens = on)),
		products: (value: unknown) => {
			if (!Array.isArray(value) || !value.every(isProduct)) return `a list of ${Object.keys(products).join(', ')}`;
			settings.products = value;
			return undefined;
		},
	};
	return {
		name: 'linkedin',
		hosts: {
			'www.linkedin.com': Router().use(authorizeRouter(linkedin), oauthRouter(linkedin), pagesRouter(linkedin)),
			'api.linkedin.com': apiRouter(linkedin),
		},
		errorBody,
		configure: (values) => applySetters('linkedin', setters, values),
		reset: () => linkedin.reset(),
		save: () => linkedin.save(),
		load: (saved: SavedLinkedIn) => linkedin.load(saved),
	};
};
