import { fault, type AdsError } from '../failure';
import { keywordOf } from '../report/keywords';
import type { Resource } from '../store';
import type { KeyOf } from '../table';
import { at, checkBid, referred, required, siblings, type Kind } from './kind';

const MOST_CHARACTERS = 80;
const MOST_WORDS = 10;
/** https://support.google.com/google-ads/answer/7476658 */
const FORBIDDEN = /[,!@%^=;~`<>?\\|()*{}[\]]/;

const error = (code: string, message: string): AdsError => fault('criterionError', code, message, at('keyword', 'text'));

function checkKeyword(criterion: Resource): void {
	const { text, matchType } = keywordOf(criterion);
	if (!text.trim()) throw error('INVALID_KEYWORD_TEXT', 'The keyword is empty.');
	if (text.length > MOST_CHARACTERS) throw error('KEYWORD_TEXT_TOO_LONG', `The keyword is too long: at most ${MOST_CHARACTERS} characters.`);
	if (text.trim().split(/\s+/).length > MOST_WORDS) throw error('KEYWORD_HAS_TOO_MANY_WORDS', `The keyword has too many words: at most ${MOST_WORDS}.`);
	if (/(^|\s)\+/.test(text)) throw error('BROAD_MATCH_MODIFIER_KEYWORD_NOT_ALLOWED', 'Broad match modifiers are not allowed.');
	if (FORBIDDEN.test(text)) throw error('KEYWORD_HAS_INVALID_CHARS', 'The keyword has characters that are not allowed.');
	if (!matchType) throw required('keyword', 'match_type');
}

/** The same text and match type, wanted or not, in the same place. */
const same: KeyOf = (criterion) => {
	const { text, matchType } = keywordOf(criterion);
	return text ? `${String(criterion.adGroup ?? criterion.campaign ?? criterion.sharedSet)} ${criterion.negative ? '-' : ''}${matchType} ${text.toLowerCase()}` : undefined;
};

const exists = () => fault('mutateError', 'RESOURCE_ALREADY_EXISTS', 'The keyword exists already.', at('keyword', 'text'));

/** Which of the kinds of criteria it is, by the message it carries. */
function typeOf(draft: Resource, known: Record<string, string>, family: string): string {
	const [type] = Object.entries(known).flatMap(([name, word]) => (draft[name] ? [word] : []));
	if (!type) throw fault(family, 'CONCRETE_TYPE_REQUIRED', 'A criterion needs something to target: a keyword, a location …');
	return type;
}

/** https://developers.google.com/google-ads/api/reference/rpc/v25/AdGroupCriterionService */
export const adGroupCriteria: Kind = {
	resource: 'ad_group_criterion',
	parent: 'adGroup',
	id: 'criterionId',
	leavesTrace: true,
	create(draft, context) {
		referred(context, draft, 'adGroup', 'ad_group');
		const type = typeOf(draft, { keyword: 'KEYWORD', userList: 'USER_LIST', location: 'LOCATION' }, 'adGroupCriterionError');
		if (type === 'KEYWORD') checkKeyword(draft);
		const bid = Object.keys(draft).find((name) => name === 'cpcBidMicros' || name === 'bidModifier');
		if (draft.negative && bid) throw fault('criterionError', 'FIELD_INCOMPATIBLE_WITH_NEGATIVE_TARGETING', 'A negative criterion has no bid.', at(bid === 'bidModifier' ? 'bid_modifier' : 'cpc_bid_micros'));
		checkBid(draft.cpcBidMicros, 'cpc_bid_micros', context);
		if (type === 'KEYWORD' && siblings(context, 'adGroupCriteria', draft, same).length) throw exists();
		return { status: 'ENABLED', ...draft, type };
	},
	update(after, before, paths, context) {
		if (before.negative) throw fault('adGroupCriterionError', 'CANT_UPDATE_NEGATIVE', 'A negative criterion cannot be updated: remove it and create another.');
		const fixed = paths.find((path) => /^(keyword|user_list|location)\./.test(path));
		if (fixed) throw fault('fieldError', 'IMMUTABLE_FIELD', `The field cannot be modified: '${fixed}'.`, at(...fixed.split('.')));
		checkBid(after.cpcBidMicros, 'cpc_bid_micros', context);
		return after;
	},
};

/** https://developers.google.com/google-ads/api/reference/rpc/v25/CampaignCriterionService */
export const campaignCriteria: Kind = {
	resource: 'campaign_criterion',
	parent: 'campaign',
	id: 'criterionId',
	leavesTrace: true,
	create(draft, context) {
		referred(context, draft, 'campaign');
		const type = typeOf(draft, { keyword: 'KEYWORD', location: 'LOCATION', language: 'LANGUAGE', device: 'DEVICE', userList: 'USER_LIST' }, 'campaignCriterionError');
		if (type === 'KEYWORD') {
			if (!draft.negative) throw fault('criterionError', 'CANNOT_TARGET_CRITERION', 'A campaign can only exclude keywords: set negative.', at('negative'));
			checkKeyword(draft);
			if (siblings(context, 'campaignCriteria', draft, same).length) throw exists();
		}
		return { ...draft, status: 'ENABLED', type };
	},
	update(after, before) {
		if (before.negative) throw fault('campaignCriterionError', 'CANNOT_UPDATE_NEGATIVE_CRITERION', 'A negative criterion cannot be updated: remove it and create another.');
		return after;
	},
};

/** https://developers.google.com/google-ads/api/reference/rpc/v25/SharedCriterionService */
export const sharedCriteria: Kind = {
	resource: 'shared_criterion',
	parent: 'sharedSet',
	id: 'criterionId',
	leavesTrace: false,
	create(draft, context) {
		const set = referred(context, draft, 'sharedSet', 'shared_set');
		const type = typeOf(draft, { keyword: 'KEYWORD', placement: 'PLACEMENT' }, 'criterionError');
		const fits = type === 'KEYWORD' ? /NEGATIVE_KEYWORDS$/ : /^NEGATIVE_PLACEMENTS$/;
		if (!fits.test(String(set.type))) throw fault('sharedCriterionError', 'CRITERION_TYPE_NOT_ALLOWED_FOR_SHARED_SET_TYPE', 'The shared set takes another kind of criteria.');
		if (type === 'KEYWORD') checkKeyword(draft);
		const excluded = { ...draft, type, negative: true };
		if (siblings(context, 'sharedCriteria', excluded, same).length) throw exists();
		return excluded;
	},
};

/** https://developers.google.com/google-ads/api/reference/rpc/v25/CustomerNegativeCriterionService */
export const customerNegativeCriteria: Kind = {
	resource: 'customer_negative_criterion',
	id: 'id',
	leavesTrace: false,
	create(draft) {
		const type = typeOf(draft, { negativeKeywordList: 'NEGATIVE_KEYWORD_LIST', placement: 'PLACEMENT', contentLabel: 'CONTENT_LABEL', youtubeVideo: 'YOUTUBE_VIDEO', youtubeChannel: 'YOUTUBE_CHANNEL' }, 'criterionError');
		return { ...draft, type };
	},
};
