import type { AnyGathering } from '../core/gathering';
import type { Operation } from '../core/operation';
import { eventBatch } from '../networks/googleAds/dataManager/events';
import { addingMembers, removingMembers } from '../networks/googleAds/dataManager/members';
import { adjustmentUpload } from '../networks/googleAds/uploads/adjustments';
import { clickUpload } from '../networks/googleAds/uploads/clicks';
import { mutations } from './mutations';
import { addMembers } from './operations/addMembers';
import { removeMembers } from './operations/removeMembers';
import { sendConversion } from './operations/sendConversion';
import { uploadAdjustment } from './operations/uploadAdjustment';
import { uploadClick } from './operations/uploadClick';

/** Operations whose items travel together, as Google takes thousands in one request. */
export const gatherings: ReadonlyMap<Operation, AnyGathering> = new Map([
	[sendConversion, eventBatch],
	[addMembers, addingMembers],
	[removeMembers, removingMembers],
	[uploadClick, clickUpload],
	[uploadAdjustment, adjustmentUpload],
	...mutations,
]);
