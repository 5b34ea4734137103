import { listSearch } from '../../core/search';
import { messenger } from '../../platforms/messenger';
import { asSystemUser } from '../../platforms/metaSystemUser';

/** https://developers.facebook.com/docs/graph-api/reference/user/accounts */
export const searchPages = listSearch<{ id: string; name: string }>(
	[messenger, asSystemUser(messenger)],
	{ url: '/me/accounts', qs: { fields: 'id,name', limit: 100 } },
	({ id, name }) => ({ name, value: id, url: `https://www.facebook.com/${id}` }),
);
