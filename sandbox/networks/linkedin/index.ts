import { Router } from 'express';
import { applySetters, flag, grantSetters } from '../oauth/grantSettings';
import { seed } from '../seed';
import type { CreateNetwork } from '../world';
import { apiRouter } from './api';
import { authorizeRouter } from './authorize';
import { communityRouter } from './communityRouter';
import { errorBody } from './errors';
import { oauthRouter } from './oauth';
import { pagesRouter } from './pages';
import { isProduct, products } from './products';
import { LinkedIn, type SavedLinkedIn } from './state';
import { uploadTarget } from './uploadTarget';

export { tokenPrefixes } from './state';

const amount =
	(unit: string, take: (amount: number) => void) =>
	(value: unknown): string | undefined => {
		if (typeof value !== 'number' || !(value >= 0)) return `a number of ${unit}`;
		take(value);
		return undefined;
	};

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
		dailyPosts: (value: unknown) => {
			if (value !== null && (typeof value !== 'number' || !(value >= 0))) return 'a number of posts, or null for no limit';
			settings.dailyPosts = value;
			return undefined;
		},
		partBytes: amount('bytes', (bytes) => (settings.partBytes = bytes)),
		uploadSeconds: amount('seconds', (seconds) => (settings.uploadSeconds = seconds)),
		processingSeconds: amount('seconds', (seconds) => (settings.processingSeconds = seconds)),
		failProcessing: flag((on) => (settings.failProcessing = on)),
		products: (value: unknown) => {
			if (!Array.isArray(value) || !value.every(isProduct)) return `a list of ${Object.keys(products).join(', ')}`;
			settings.products = value;
			return undefined;
		},
	};
	return {
		name: 'linkedin',
		hosts: {
			'www.linkedin.com': Router().use(authorizeRouter(linkedin), oauthRouter(linkedin), pagesRouter(linkedin), uploadTarget(linkedin)),
			'api.linkedin.com': Router().use(communityRouter(linkedin), apiRouter(linkedin)),
		},
		errorBody,
		configure: (values) => applySetters('linkedin', setters, values),
		reset: () => linkedin.reset(),
		save: () => linkedin.save(),
		load: (saved: SavedLinkedIn) => linkedin.load(saved),
	};
};
