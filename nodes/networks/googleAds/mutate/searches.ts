import { listSearch } from '../../../core/search';
import { googleAds } from '../../../platforms/googleAds';
import { quotedPart, rowsOf } from '../gaql';
import { chosenAccount } from '../searches';

/** Lists of negative keywords that several campaigns use. */
export const searchNegativeLists = listSearch<{ sharedSet: { id: string; name?: string } }>(
	googleAds,
	(context, api, filter: string) => {
		const named = filter.trim() === '' ? '' : ` AND shared_set.name LIKE ${quotedPart(filter.trim())}`;
		return rowsOf(api, chosenAccount(context), `SELECT shared_set.id, shared_set.name FROM shared_set WHERE shared_set.type = 'NEGATIVE_KEYWORDS' AND shared_set.status = 'ENABLED'${named}`);
	},
	({ sharedSet: { id, name = id } }) => ({ name, value: id }),
);
