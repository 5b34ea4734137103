import { fault } from '../failure';
import type { Resource } from '../store';
import type { KeyOf } from '../table';
import { at, checkName, referred, required, siblings, type Context, type Kind } from './kind';

const byTypeAndName: KeyOf = ({ type, name }) => `${String(type)} ${String(name)}`;

function check(set: Resource, context: Context): void {
	checkName(set.name, 255);
	if (siblings(context, 'sharedSets', set, byTypeAndName).length) throw fault('sharedSetError', 'DUPLICATE_NAME', 'A shared set of this name exists already.', at('name'));
}

/** https://developers.google.com/google-ads/api/docs/targeting/shared-sets */
export const sharedSets: Kind = {
	resource: 'shared_set',
	id: 'id',
	leavesTrace: true,
	create(draft, context) {
		if (draft.type === undefined) throw required('type');
		if (draft.type !== 'NEGATIVE_KEYWORDS' && draft.type !== 'NEGATIVE_PLACEMENTS' && draft.type !== 'ACCOUNT_LEVEL_NEGATIVE_KEYWORDS')
			throw fault('sharedSetError', 'CUSTOMER_CANNOT_CREATE_SHARED_SET_OF_THIS_TYPE', 'Shared sets of this type cannot be created here.', at('type'));
		check(draft, context);
		return { ...draft, status: 'ENABLED' };
	},
	update(after, _before, _paths, context) {
		check(after, context);
		return after;
	},
	remove(set, { store, customer }) {
		const used = store.list(customer, 'campaignSharedSets').some(({ sharedSet, status }) => sharedSet === set.resourceName && status === 'ENABLED');
		if (used) throw fault('sharedSetError', 'SHARED_SET_IN_USE', 'A campaign uses the shared set.');
	},
};

/** https://developers.google.com/google-ads/api/reference/rpc/v25/CampaignSharedSetService */
export const campaignSharedSets: Kind = {
	resource: 'campaign_shared_set',
	parent: 'campaign',
	id: 'sharedSet',
	leavesTrace: true,
	create(draft, context) {
		referred(context, draft, 'campaign');
		referred(context, draft, 'sharedSet', 'shared_set');
		return { ...draft, status: 'ENABLED' };
	},
};
