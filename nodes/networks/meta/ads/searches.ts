import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { refused } from '../../../core/errors';
import { listSearch } from '../../../core/search';
import { metaAdsPlatforms } from '../../../platforms/metaAds';
import { accountPath } from './account';

interface Named {
	id: string;
	name?: string;
}

/** The account that the panel names: its objects are listed. */
export function chosenAccount(context: ILoadOptionsFunctions): string {
	const account = context.getCurrentNodeParameter('adAccount', { extractValue: true });
	if (typeof account === 'string' && account !== '') return accountPath(account);
	throw refused('Ad Account', 'is empty.', 'Choose the ad account first.');
}

const label = ({ id, name }: Named) => ({ name: name || id, value: id });

/** The objects of one edge of the chosen account. */
export const searchEdge = (edge: string) =>
	listSearch<Named>(
		metaAdsPlatforms,
		(context) => {
			const account = chosenAccount(context);
			return { url: `${account}/${edge}`, qs: { fields: 'id,name', limit: 100 }, lane: account.replace('/act_', '') };
		},
		label,
	);

/** https://developers.facebook.com/docs/graph-api/reference/user/adaccounts */
export const searchAdAccounts = listSearch<Named & { currency: string }>(
	metaAdsPlatforms,
	{ url: '/me/adaccounts', qs: { fields: 'id,name,currency', limit: 100 } },
	({ id, name, currency }) => ({ name: `${name || id} (${currency})`, value: id }),
);

export const searchCampaigns = searchEdge('campaigns');
export const searchAdSets = searchEdge('adsets');
export const searchAds = searchEdge('ads');

/** https://developers.facebook.com/docs/graph-api/reference/user/accounts */
export const searchPages = listSearch<Named>(metaAdsPlatforms, { url: '/me/accounts', qs: { fields: 'id,name', limit: 100 } }, label);
