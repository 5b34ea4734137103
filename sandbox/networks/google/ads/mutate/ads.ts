import { AdsError, fault, type PathElement } from '../failure';
import { assetsOf, byText } from '../report/assets';
import type { Resource } from '../store';
import type { KeyOf } from '../table';
import { at, referred, required, siblings, type Context, type Kind } from './kind';
import { at as valueAt } from './shape';

/** https://developers.google.com/google-ads/api/docs/responsive-search-ads/overview */
const rules = {
	headlines: { least: 3, most: 15, length: 30, pins: ['HEADLINE_1', 'HEADLINE_2', 'HEADLINE_3'] },
	descriptions: { least: 2, most: 4, length: 90, pins: ['DESCRIPTION_1', 'DESCRIPTION_2'] },
} as const;
const PATH_LENGTH = 15;
/** https://support.google.com/google-ads/answer/6372658 */
const ENABLED_ADS = 3;

const search = ['ad', 'responsive_search_ad'];
const path = (...names: (string | PathElement)[]): { path: PathElement[] } => ({ path: [...search, ...names].map((name) => (typeof name === 'string' ? { fieldName: name } : name)) });

/** Letters of Chinese, Japanese and Korean count twice. */
const width = (text: string): number => [...text].reduce((sum, letter) => sum + (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/.test(letter) ? 2 : 1), 0);

/** What the policies of Google refuse at once, of the many: https://support.google.com/adspolicy/answer/6021546 */
const refusedByPolicy = (text: string, isHeadline: boolean): boolean => /!!|\?\?|\b[A-Z] [A-Z] [A-Z]\b/.test(text) || (isHeadline && text.includes('!'));

function checkTexts(ad: Resource, name: keyof typeof rules): AdsError[] {
	const { least, most, length, pins } = rules[name];
	const list = valueAt(ad, ['ad', 'responsiveSearchAd', name]);
	const texts = Array.isArray(list) ? list.map(({ text, pinnedField }: { text?: string; pinnedField?: string }) => ({ text: text ?? '', pinnedField })) : [];
	const found: AdsError[] = [];
	if (texts.length < least) found.push(fault('collectionSizeError', 'TOO_FEW', `Too few: at least ${least}.`, path(name)));
	if (texts.length > most) found.push(fault('collectionSizeError', 'TOO_MANY', `Too many: at most ${most}.`, path(name)));
	for (const [index, { text, pinnedField }] of texts.entries()) {
		const here = path({ fieldName: name, index }, 'text');
		if (!text.trim()) found.push(fault('stringLengthError', 'TOO_SHORT', 'Too short.', here));
		if (width(text) > length) found.push(fault('stringLengthError', 'TOO_LONG', `Too long: at most ${length} characters.`, { ...here, trigger: { stringValue: text } }));
		if (texts.findIndex((other) => other.text === text) < index) found.push(fault('assetError', 'DUPLICATE_ASSET', 'The text is there twice.', { ...here, trigger: { stringValue: text } }));
		if (pinnedField !== undefined && !pins.some((pin) => pin === pinnedField)) found.push(fault('assetLinkError', 'INVALID_PINNED_FIELD', `It can be pinned to ${pins.join(', ')}.`, path({ fieldName: name, index }, 'pinned_field')));
		if (refusedByPolicy(text, name === 'headlines')) {
			const policyTopicEntries = [{ topic: 'PUNCTUATION_AND_SYMBOLS', type: 'PROHIBITED', evidences: [{ textList: { texts: [text] } }] }];
			found.push(fault('policyFindingError', 'POLICY_FINDING', 'The resource has been disapproved since the policy summary includes policy topics of type PROHIBITED.', { ...here, trigger: { stringValue: text }, details: { policyFindingDetails: { policyTopicEntries } } }));
		}
	}
	return found;
}

function checkUrls(urls: unknown): AdsError[] {
	if (!Array.isArray(urls) || urls.length === 0) return [required('ad', 'final_urls')];
	return urls.flatMap((url: unknown, index) => {
		const here = { path: [{ fieldName: 'ad' }, { fieldName: 'final_urls', index }], trigger: { stringValue: String(url) } };
		if (!/^\w+:/.test(String(url))) return [fault('urlFieldError', 'MISSING_PROTOCOL_IN_FINAL_URL', 'The final URL has no protocol.', here)];
		if (!/^https?:/.test(String(url))) return [fault('urlFieldError', 'INVALID_PROTOCOL_IN_FINAL_URL', 'The final URL must begin with http:// or https://.', here)];
		return URL.canParse(String(url)) && String(url).length <= 2048 ? [] : [fault('urlFieldError', 'INVALID_FINAL_URL', 'The final URL is invalid.', here)];
	});
}

function checkPaths(ad: Resource): AdsError[] {
	const [path1, path2] = ['path1', 'path2'].map((name) => valueAt(ad, ['ad', 'responsiveSearchAd', name]));
	const long = Object.entries({ path1, path2 }).filter(([, value]) => typeof value === 'string' && width(value) > PATH_LENGTH);
	return [
		...long.map(([name]) => fault('stringLengthError', 'TOO_LONG', `Too long: at most ${PATH_LENGTH} characters.`, path(name))),
		...(path2 && !path1 ? [fault('adError', 'CANNOT_SET_PATH2_WITHOUT_PATH1', 'path2 cannot be set without path1.', path('path2'))] : []),
	];
}

const byAdGroup: KeyOf = ({ adGroup }) => String(adGroup);

function checkLimit(ad: Resource, context: Context): void {
	if (ad.status !== 'ENABLED') return;
	const others = siblings(context, 'adGroupAds', ad, byAdGroup).filter(({ status }) => status === 'ENABLED');
	if (others.length < ENABLED_ADS) return;
	const [, , , id = ''] = String(ad.adGroup).split('/');
	const details = { resourceCountDetails: { enclosingId: id, enclosingResource: 'AdGroup', limit: ENABLED_ADS, limitType: 'RESPONSIVE_SEARCH_ADS_PER_AD_GROUP', existingCount: others.length } };
	throw fault('resourceCountLimitExceededError', 'RESOURCE_LIMIT', `The ad group has ${ENABLED_ADS} enabled responsive search ads already, the most it can have.`, { details });
}

/** The texts of ads are assets, which Google makes as they are needed. */
function keepAssets(ad: Resource, { store, customer }: Context): void {
	for (const { text } of assetsOf(ad)) {
		if (store.having(customer, 'assets', byText, text).length) continue;
		const id = store.newId();
		store.put({ resourceName: `customers/${customer}/assets/${id}`, id, type: 'TEXT', source: 'ADVERTISER', textAsset: { text }, policySummary: { reviewStatus: 'REVIEW_IN_PROGRESS' } });
	}
}

/** @throws AdsError for what it says. The texts that are new become assets. */
export function checkAd(draft: Resource, context: Context): void {
	const found = [...checkUrls(valueAt(draft, ['ad', 'finalUrls'])), ...checkTexts(draft, 'headlines'), ...checkTexts(draft, 'descriptions'), ...checkPaths(draft)];
	if (found.length) throw new AdsError(found.flatMap(({ faults }) => faults));
	keepAssets(draft, context);
}

/** https://developers.google.com/google-ads/api/reference/rpc/v25/AdGroupAdService */
export const adGroupAds: Kind = {
	resource: 'ad_group_ad',
	parent: 'adGroup',
	id: 'ad.id',
	leavesTrace: true,
	create(draft, context) {
		referred(context, draft, 'adGroup', 'ad_group');
		if (!valueAt(draft, ['ad', 'responsiveSearchAd'])) throw fault('adError', 'INVALID_AD_TYPE', 'The sandbox takes responsive search ads only.', at('ad'));
		const ad = { status: 'ENABLED', ...draft };
		checkAd(ad, context);
		checkLimit(ad, context);
		const { ad: inner } = draft;
		return { ...ad, ad: { ...(typeof inner === 'object' ? inner : {}), type: 'RESPONSIVE_SEARCH_AD' }, policySummary: { reviewStatus: 'REVIEW_IN_PROGRESS' }, adStrength: 'PENDING' };
	},
	update(after, _before, paths, context) {
		const fixed = paths.find((one) => one.startsWith('ad.'));
		if (fixed) throw fault('fieldError', 'IMMUTABLE_FIELD', `The field cannot be modified: '${fixed}'. Only the status of an ad group's ad can.`, at(...fixed.split('.')));
		checkLimit(after, context);
		return after;
	},
};
