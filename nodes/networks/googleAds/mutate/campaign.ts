import type { IDataObject } from 'n8n-workflow';
import { refused } from '../../../core/errors';
import { googleAdsWrites } from '../../../platforms/googleAdsWrites';
import type { Account } from './account';
import { roasOf, targetPath } from './bidding';
import { changing } from './change';
import type { Changing } from './change';
import { creating } from './create';
import type { New } from './create';
import { checkStart, spanOf } from './days';
import { isNone, micros } from './money';
import type { Base } from './mutating';
import { removing } from './remove';
import { among, byKey, readRows } from './rows';
import { nameIn } from './texts';

interface Input extends Base {
	name: string;
	dailyBudget: number;
	biddingStrategy: 'MANUAL_CPC' | 'MAXIMIZE_CONVERSIONS' | 'MAXIMIZE_CONVERSION_VALUE' | 'TARGET_SPEND';
	targetCpa: number;
	targetRoas: number;
	maximumCpc: number;
	status: string;
	additionalFields: { endDate?: string; euPoliticalAds?: boolean; networks?: readonly string[]; startDate?: string };
}

interface NewCampaign extends New {
	input: Input;
}

/** The kind of bidding is the field that is there, be it empty. https://developers.google.com/google-ads/api/reference/rpc/v25/Campaign */
function biddingOf({ biddingStrategy, targetCpa, targetRoas, maximumCpc }: Input, currency: string): IDataObject {
	switch (biddingStrategy) {
		case 'MANUAL_CPC':
			return { manualCpc: {} };
		case 'TARGET_SPEND':
			return { targetSpend: isNone('Maximum Bid', maximumCpc) ? {} : { cpcBidCeilingMicros: micros('Maximum Bid', maximumCpc, currency) } };
		case 'MAXIMIZE_CONVERSIONS':
			return { maximizeConversions: isNone('Target CPA', targetCpa) ? {} : { targetCpaMicros: micros('Target CPA', targetCpa, currency) } };
		case 'MAXIMIZE_CONVERSION_VALUE':
			return { maximizeConversionValue: isNone('Target ROAS', targetRoas) ? {} : { targetRoas: roasOf(targetRoas) } };
	}
}

const political = { true: 'CONTAINS_EU_POLITICAL_ADVERTISING', false: 'DOES_NOT_CONTAIN_EU_POLITICAL_ADVERTISING' } as const;

/** A negative number names what the same request makes before. */
const newBudget = ({ id }: Account) => `customers/${id}/campaignBudgets/-1`;

/** A search campaign and its own budget, both or none. https://developers.google.com/google-ads/api/docs/campaigns/create-campaigns */
export const creatingCampaign = creating<Input, NewCampaign>({
	entry: (input) => {
		const title = nameIn(input.name, googleAdsWrites.name.characters);
		return { kind: 'campaign', key: title, title, input };
	},
	find: async (api, { id }, entries) => {
		const where = [`campaign.name ${among(entries.map(({ title }) => title))}`, "campaign.status != 'REMOVED'"];
		return await byKey(readRows(api, id, 'campaign', where), ({ own }) => String(own.name));
	},
	before: ({ input }, account) => {
		const amountMicros = micros('Daily Budget', input.dailyBudget, account.currency);
		return [{ kind: 'budget', operation: { create: { resourceName: newBudget(account), amountMicros, deliveryMethod: 'STANDARD', explicitlyShared: false } } }];
	},
	object: ({ title, input }, account) => {
		const { status, additionalFields: { euPoliticalAds = false, networks = ['SEARCH_PARTNERS'], ...dates } } = input;
		return {
			...{ name: title, status, advertisingChannelType: 'SEARCH', campaignBudget: newBudget(account) },
			...biddingOf(input, account.currency),
			networkSettings: { targetGoogleSearch: true, targetSearchNetwork: networks.includes('SEARCH_PARTNERS'), targetContentNetwork: networks.includes('DISPLAY') },
			...spanOf(dates, account),
			containsEuPoliticalAdvertising: political[`${euPoliticalAds}`],
		};
	},
	unique: () => true,
	told: ({ title, input: { status, dailyBudget } }) => ({ name: title, status, dailyBudget }),
	atomic: true,
});

interface Target extends Changing {
	campaign: string;
}

interface Update extends Target {
	updateFields: { endDate?: string; maximumCpc?: number; name?: string; noEndDate?: boolean; startDate?: string; status?: string; targetCpa?: number; targetRoas?: number };
}

const target = ({ campaign }: Target) => campaign;

/** https://developers.google.com/google-ads/api/docs/campaigns/update-campaigns */
export const updatingCampaign = changing<Update>({
	kind: 'campaign',
	target,
	check: ({ updateFields: { endDate, noEndDate } }) => {
		if (endDate && noEndDate) throw refused('No End Date', 'there is an end date too.', 'Give one of them.');
	},
	wanted: ({ updateFields: { name, status, noEndDate, targetCpa, targetRoas, maximumCpc, ...dates } }, live, account) => {
		const span = spanOf(dates, account);
		checkStart(span.startDateTime, live, account);
		return {
			...{ name: name === undefined ? undefined : nameIn(name, googleAdsWrites.name.characters), status, ...span },
			...(noEndDate && { endDateTime: null }),
			...(targetCpa !== undefined && { [targetPath('targetCpa', live)]: micros('Target CPA', targetCpa, account.currency) }),
			...(targetRoas !== undefined && { [targetPath('targetRoas', live)]: roasOf(targetRoas) }),
			...(maximumCpc !== undefined && { [targetPath('maximumCpc', live)]: micros('Maximum Bid', maximumCpc, account.currency) }),
		};
	},
});

const setting = (status: string) => changing<Target>({ kind: 'campaign', target, wanted: () => ({ status }) });

export const pausingCampaign = setting('PAUSED');
export const enablingCampaign = setting('ENABLED');
export const removingCampaign = removing<Target>({ kind: () => 'campaign', target });
