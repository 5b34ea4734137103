import type { Api } from '../../../core/api';
import { PlatformError } from '../../../core/errors';
import type { Account } from './account';
import { campaignOf, checkBid } from './bidding';
import { changing } from './change';
import type { Changing } from './change';
import { creating } from './create';
import type { New } from './create';
import { idIn, nameOf } from './kinds';
import { keyOf, keywordIn, spellings } from './keywordText';
import type { MatchType } from './keywordText';
import { isNone, micros, spoken } from './money';
import type { Base } from './mutating';
import { removing } from './remove';
import { among, amongIds, byKey, liveOf, present, readRows, shown, valueAt } from './rows';
import type { Live } from './rows';
import { same } from './same';
import { urlIn } from './texts';
import { googleAdsWrites } from '../../../platforms/googleAdsWrites';

interface Input extends Base {
	adGroup: string;
	text: string;
	matchType: MatchType;
	cpcBid: number;
	status: string;
}

interface NewKeyword extends New {
	adGroup: string;
	hasBid: boolean;
	input: Input;
}

/** Ad groups in which a bid is to be set. */
const withBids = async (api: Api, { id }: Account, entries: readonly NewKeyword[]) =>
	await liveOf(api, id, 'adGroup', entries.filter(({ hasBid }) => hasBid).map(({ adGroup }) => adGroup));

/** One that is there already and is as wanted stays; otherwise both are named. */
function settled({ title, hasBid, input: { status, cpcBid } }: NewKeyword, live: Live, account: Account): object {
	const bid = hasBid ? micros('Bid', cpcBid, account.currency) : undefined;
	if (same(status, live.own.status) && (bid === undefined || same(bid, live.own.cpcBidMicros))) return { ...shown(live, account), created: false };
	const now = `${String(live.own.status)}${live.own.cpcBidMicros ? `, bid ${spoken(live.own.cpcBidMicros, account.currency)}` : ''}`;
	throw new PlatformError({ verdict: 'fix-input', code: 'exists', message: `Keyword: “${title}” is in this ad group already, with the ID ${idIn(live.name)} (${now}).`, hint: 'Change that one with Update.' });
}

/** https://developers.google.com/google-ads/api/reference/rpc/v25/AdGroupCriterionService */
export const creatingKeyword = creating<Input, NewKeyword, ReadonlyMap<string, Live>>({
	entry: (input, customer) => {
		const adGroup = nameOf('adGroup', customer, input.adGroup);
		const title = keywordIn(input.text);
		return { kind: 'keyword', key: keyOf(idIn(adGroup), title, input.matchType), title, adGroup, hasBid: !isNone('Bid', input.cpcBid), input };
	},
	find: async (api, { id }, entries) => {
		const texts = entries.flatMap(({ title }) => spellings(title));
		const where = [`ad_group.id ${amongIds(entries.map(({ adGroup }) => idIn(adGroup)))}`, `ad_group_criterion.keyword.text ${among(texts)}`, "ad_group_criterion.status != 'REMOVED'"];
		return await byKey(readRows(api, id, 'keyword', where), ({ own, beside }) => keyOf(valueAt(beside, 'adGroup.id'), valueAt(own, 'keyword.text'), valueAt(own, 'keyword.matchType')));
	},
	more: withBids,
	object: ({ adGroup, title, hasBid, input: { matchType, status, cpcBid } }, { currency }, adGroups = new Map()) => {
		if (hasBid) checkBid(campaignOf(present('adGroup', adGroup, adGroups)));
		return { adGroup, status, keyword: { text: title, matchType }, ...(hasBid && { cpcBidMicros: micros('Bid', cpcBid, currency) }) };
	},
	unique: () => true,
	settled,
	told: ({ title, adGroup, input: { matchType, status } }) => ({ keyword: { text: title, matchType }, status, adGroupId: idIn(adGroup) }),
});

interface Target extends Changing {
	keyword: string;
}

interface Update extends Target {
	updateFields: { cpcBid?: number; finalUrl?: string; status?: string };
}

const target = ({ keyword }: Target) => keyword;

export const updatingKeyword = changing<Update>({
	kind: 'keyword',
	target,
	wanted: ({ updateFields: { cpcBid, finalUrl, status } }, live, { currency }) => {
		if (cpcBid !== undefined) checkBid(campaignOf(live));
		return {
			status,
			cpcBidMicros: cpcBid === undefined ? undefined : micros('Bid', cpcBid, currency),
			finalUrls: finalUrl === undefined ? undefined : [urlIn('Final URL', finalUrl, googleAdsWrites.responsiveSearchAd.url.characters)],
		};
	},
});

const setting = (status: string) => changing<Target>({ kind: 'keyword', target, wanted: () => ({ status }) });

export const pausingKeyword = setting('PAUSED');
export const enablingKeyword = setting('ENABLED');
export const removingKeyword = removing<Target>({ kind: () => 'keyword', target });
