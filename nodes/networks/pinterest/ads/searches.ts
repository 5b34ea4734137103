import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { refused } from '../../../core/errors';
import { listSearch } from '../../../core/search';
import { pinterest } from '../../../platforms/pinterest';
import { pinterestAds } from '../../../platforms/pinterestAds';
import { factsOf } from './kinds';
import type { Kind, Live } from './kinds';
import { liveOnes } from './read';

/** The ad account that the panel names: what is in it is listed. */
function chosenAccount(context: ILoadOptionsFunctions): string {
	const account = context.getCurrentNodeParameter('adAccount', { extractValue: true });
	if (typeof account === 'string' && account !== '') return account;
	throw refused('Ad Account', 'is empty.', 'Choose the ad account first.');
}

const searchKind = (kind: Kind) =>
	listSearch<Live>(
		pinterest,
		(context, api) => liveOnes(api, chosenAccount(context), kind, {}),
		({ id, name, status }) => ({ name: `${name || `${factsOf(kind).label} ${id}`}${status === 'PAUSED' ? ' (paused)' : ''}`, value: id }),
	);

/** https://developers.pinterest.com/docs/api/v5/ad_accounts-list */
export const searchAdAccounts = listSearch<{ id: string; name?: string; currency?: string }>(
	pinterest,
	{ url: '/ad_accounts', qs: { page_size: pinterestAds.pageSize } },
	({ id, name, currency }) => ({ name: `${name || id}${currency ? ` (${currency})` : ''}`, value: id }),
);

export const searchCampaigns = searchKind('campaign');
export const searchAdGroups = searchKind('adGroup');
export const searchAds = searchKind('ad');
