import { listSearch } from '../../core/search';
import { facebook } from '../../platforms/facebook';

interface Page {
	id: string;
	name: string;
}

/** https://developers.facebook.com/docs/graph-api/reference/user/accounts */
export const searchPages = listSearch<Page>(facebook, { url: '/me/accounts', qs: { fields: 'id,name', limit: 100 } }, ({ id, name }) => ({
	name,
	value: id,
	url: `https://www.facebook.com/${id}`,
}));
