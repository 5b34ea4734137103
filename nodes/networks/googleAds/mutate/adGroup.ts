import type { Api } from '../../../core/api';
import { googleAdsWrites } from '../../../platforms/googleAdsWrites';
import type { Account } from './account';
import { campaignOf, checkAdGroupTarget, checkBid, roasOf } from './bidding';
import { changing } from './change';
import type { Changing } from './change';
import { creating } from './create';
import type { New } from './create';
import { idIn, nameOf } from './kinds';
import { isNone, micros } from './money';
import type { Base } from './mutating';
import { removing } from './remove';
import { among, amongIds, byKey, liveOf, present, readRows, valueAt } from './rows';
import type { Live } from './rows';
import { nameIn } from './texts';

interface Input extends Base {
	campaign: string;
	name: string;
	cpcBid: number;
	status: string;
}

interface NewAdGroup extends New {
	campaign: string;
	hasBid: boolean;
	input: Input;
}

/** Names are unique in a campaign. */
const keyOf = (campaignId: unknown, name: unknown) => JSON.stringify([String(campaignId), String(name)]);

/** Campaigns in which a bid is to be set. */
const withBids = async (api: Api, { id }: Account, entries: readonly NewAdGroup[]) =>
	await liveOf(api, id, 'campaign', entries.filter(({ hasBid }) => hasBid).map(({ campaign }) => campaign));

/** https://developers.google.com/google-ads/api/reference/rpc/v25/AdGroupService */
export const creatingAdGroup = creating<Input, NewAdGroup, ReadonlyMap<string, Live>>({
	entry: (input, customer) => {
		const campaign = nameOf('campaign', customer, input.campaign);
		const title = nameIn(input.name, googleAdsWrites.name.characters);
		return { kind: 'adGroup', key: keyOf(idIn(campaign), title), title, campaign, hasBid: !isNone('Bid', input.cpcBid), input };
	},
	find: async (api, { id }, entries) => {
		const where = [`campaign.id ${amongIds(entries.map(({ campaign }) => idIn(campaign)))}`, `ad_group.name ${among(entries.map(({ title }) => title))}`, "ad_group.status != 'REMOVED'"];
		return await byKey(readRows(api, id, 'adGroup', where), ({ own, beside }) => keyOf(valueAt(beside, 'campaign.id'), own.name));
	},
	more: withBids,
	object: ({ campaign, title, hasBid, input: { status, cpcBid } }, { currency }, campaigns = new Map()) => {
		if (hasBid) checkBid(present('campaign', campaign, campaigns).own);
		return { campaign, name: title, status, type: 'SEARCH_STANDARD', ...(hasBid && { cpcBidMicros: micros('Bid', cpcBid, currency) }) };
	},
	unique: () => true,
	told: ({ title, campaign, input: { status } }) => ({ name: title, status, campaignId: idIn(campaign) }),
});

interface Target extends Changing {
	adGroup: string;
}

interface Update extends Target {
	updateFields: { cpcBid?: number; name?: string; status?: string; targetCpa?: number; targetRoas?: number };
}

const target = ({ adGroup }: Target) => adGroup;

export const updatingAdGroup = changing<Update>({
	kind: 'adGroup',
	target,
	wanted: ({ updateFields: { name, status, cpcBid, targetCpa, targetRoas } }, live, { currency }) => {
		if (cpcBid !== undefined) checkBid(campaignOf(live));
		if (targetCpa !== undefined) checkAdGroupTarget('targetCpa', campaignOf(live));
		if (targetRoas !== undefined) checkAdGroupTarget('targetRoas', campaignOf(live));
		return {
			...{ name: name === undefined ? undefined : nameIn(name, googleAdsWrites.name.characters), status },
			cpcBidMicros: cpcBid === undefined ? undefined : micros('Bid', cpcBid, currency),
			targetCpaMicros: targetCpa === undefined ? undefined : micros('Target CPA', targetCpa, currency),
			targetRoas: targetRoas === undefined ? undefined : roasOf(targetRoas),
		};
	},
});

const setting = (status: string) => changing<Target>({ kind: 'adGroup', target, wanted: () => ({ status }) });

export const pausingAdGroup = setting('PAUSED');
export const enablingAdGroup = setting('ENABLED');
export const removingAdGroup = removing<Target>({ kind: () => 'adGroup', target });
