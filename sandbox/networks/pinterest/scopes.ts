/** https://developers.pinterest.com/docs/getting-started/scopes/ */
export const knownScopes: readonly string[] = [
	...['ads', 'billing', 'biz_access', 'boards', 'catalogs', 'pins', 'user_accounts'].flatMap((area) => [`${area}:read`, `${area}:write`]),
	...['boards', 'pins'].flatMap((area) => [`${area}:read_secret`, `${area}:write_secret`]),
	'msot:write',
];

/** Scopes may be separated by commas or by single spaces. */
export const readScopes = (text: string): string[] => [...new Set(text.split(/[, ]/).filter((scope) => scope !== ''))];
