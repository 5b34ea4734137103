/**
 * What an app may ask for, by the product that was added to it. A real app with the Community Management API has no other product.
 * https://learn.microsoft.com/en-us/linkedin/shared/authentication/getting-access
 */
export const products = {
	signIn: ['openid', 'profile', 'email'],
	share: ['w_member_social'],
	communityManagement: [
		'r_basicprofile',
		'w_member_social',
		'w_organization_social',
		'r_organization_social',
		'rw_organization_admin',
		'r_organization_admin',
		'w_member_social_feed',
		'w_organization_social_feed',
		'r_organization_social_feed',
	],
} as const;

export type Product = keyof typeof products;

export const isProduct = (name: unknown): name is Product => typeof name === 'string' && Object.hasOwn(products, name);

export const scopesOf = (added: readonly Product[]): Set<string> => new Set(added.flatMap((product) => products[product]));
