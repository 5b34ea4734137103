import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { listSearch } from '../../core/search';
import { googleAds } from '../../platforms/googleAds';

/** The accounts that the connected person reaches, those below a manager too. */
export async function searchAccounts(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	const search = listSearch<{ resourceNames: string[] }>(googleAds, { url: '/customers:listAccessibleCustomers' }, ({ resourceNames: [name = ''] }) => ({ name, value: name.replace('customers/', '') }));
	return await search.call(this, filter);
}
