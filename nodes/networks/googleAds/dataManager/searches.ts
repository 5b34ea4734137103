import { listSearch } from '../../../core/search';
import { googleAds } from '../../../platforms/googleAds';
import { conversionActions } from '../conversionActions';
import { chosenAccount } from '../searches';
import { userLists } from './userLists';

/** The audiences of the chosen account. */
export const searchAudiences = listSearch<{ id?: string | null; name?: string | null }>(
	googleAds,
	(context, api) => userLists(api, chosenAccount(context)),
	({ id, name }) => (id ? { name: name || id, value: id } : undefined),
);

/** Its conversion actions, with their kind: not all take conversions from outside. */
export const searchConversionActions = listSearch<{ id?: string; name?: string; type?: string }>(
	googleAds,
	(context, api) => conversionActions(api, chosenAccount(context)),
	({ id, name, type }) => (id ? { name: `${name || id}${type ? ` (${type})` : ''}`, value: id } : undefined),
);
