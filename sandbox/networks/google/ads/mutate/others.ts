import { fault } from '../failure';
import type { Resource } from '../store';
import { at, byName, checkName, required, siblings, type Context, type Kind } from './kind';

const clash = (context: Context, collection: string, one: Resource) => siblings(context, collection, one, byName).length > 0;

/** https://developers.google.com/google-ads/api/docs/conversions/create-conversion-actions */
export const conversionActions: Kind = {
	resource: 'conversion_action',
	id: 'id',
	leavesTrace: true,
	create(draft, context) {
		const { customer, account } = context;
		checkName(draft.name, 100);
		if (draft.type === undefined) throw required('type');
		if (!['UPLOAD_CLICKS', 'UPLOAD_CALLS', 'WEBPAGE', 'AD_CALL', 'WEBSITE_CALL', 'CLICK_TO_CALL'].includes(String(draft.type))) throw fault('conversionActionError', 'CREATION_NOT_SUPPORTED', 'Conversion actions of this type cannot be created.', at('type'));
		if (clash(context, 'conversionActions', draft)) throw fault('conversionActionError', 'DUPLICATE_NAME', 'A conversion action of this name exists already.', at('name'));
		const fixed = { ownerCustomer: `customers/${customer}`, origin: 'WEBSITE', includeInConversionsMetric: draft.primaryForGoal !== false };
		const usual = { status: 'ENABLED', category: 'DEFAULT', countingType: 'MANY_PER_CLICK', primaryForGoal: true, clickThroughLookbackWindowDays: '30', viewThroughLookbackWindowDays: '1', attributionModelSettings: { attributionModel: 'GOOGLE_ADS_LAST_CLICK' } };
		return { ...usual, valueSettings: { defaultCurrencyCode: account.currency }, ...draft, ...fixed };
	},
	update(after, _before, _paths, context) {
		checkName(after.name, 100);
		if (clash(context, 'conversionActions', after)) throw fault('conversionActionError', 'DUPLICATE_NAME', 'A conversion action of this name exists already.', at('name'));
		return after;
	},
};

const LONGEST_MEMBERSHIP = 540;

function checkList(list: Resource, context: Context): void {
	checkName(list.name, 255, () => fault('userListError', 'INVALID_NAME', 'The user list needs a name.', at('name')));
	if (clash(context, 'userLists', list)) throw fault('userListError', 'NAME_ALREADY_USED', 'A user list of this name exists already.', at('name'));
	if (Number(list.membershipLifeSpan ?? 0) > LONGEST_MEMBERSHIP) throw fault('rangeError', 'TOO_HIGH', `Too high: at most ${LONGEST_MEMBERSHIP} days.`, at('membership_life_span'));
}

/** https://developers.google.com/google-ads/api/docs/remarketing/audience-segments/customer-match/get-started */
export const userLists: Kind = {
	resource: 'user_list',
	id: 'id',
	leavesTrace: false,
	create(draft, context) {
		const { crmBasedUserList } = draft;
		if (typeof crmBasedUserList !== 'object' || crmBasedUserList === null) throw fault('userListError', 'CONCRETE_TYPE_REQUIRED', 'A user list needs a kind, such as crm_based_user_list.');
		if (!('uploadKeyType' in crmBasedUserList)) throw required('crm_based_user_list', 'upload_key_type');
		checkList(draft, context);
		const ranges = { sizeRangeForDisplay: 'LESS_THAN_FIVE_HUNDRED', sizeRangeForSearch: 'LESS_THAN_FIVE_HUNDRED' };
		return { membershipStatus: 'OPEN', membershipLifeSpan: '540', ...draft, type: 'CRM_BASED', accessReason: 'OWNED', accountUserListStatus: 'ENABLED', eligibleForDisplay: true, eligibleForSearch: true, ...ranges };
	},
	update(after, _before, _paths, context) {
		checkList(after, context);
		return after;
	},
};

/** https://developers.google.com/google-ads/api/docs/reporting/labels */
export const labels: Kind = {
	resource: 'label',
	id: 'id',
	leavesTrace: true,
	create(draft, context) {
		checkName(draft.name, 80);
		if (clash(context, 'labels', draft)) throw fault('labelError', 'DUPLICATE_NAME', 'A label of this name exists already.', at('name'));
		return { ...draft, status: 'ENABLED' };
	},
	update(after, _before, _paths, context) {
		checkName(after.name, 80);
		if (clash(context, 'labels', after)) throw fault('labelError', 'DUPLICATE_NAME', 'A label of this name exists already.', at('name'));
		return after;
	},
};
