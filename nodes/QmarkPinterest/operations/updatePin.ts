import { operation } from '../../core/operation';
import { changeOf, shown } from '../../networks/pinterest/pins';
import type { Pin } from '../../networks/pinterest/listed';
import { asOwner, pinIdIn, writes } from '../../networks/pinterest/requests';
import { adAccountId, options, pinId, updateFields } from '../fields';
import { altText, description, link, title } from '../pinFields';
import { toBoard, toSection } from '../listFields';

/** https://developers.pinterest.com/docs/api/v5/pins-update */
export const updatePin = operation({
	resource: 'pin',
	operation: 'update',
	effect: 'write',
	scopes: ['boards:read', 'boards:write', 'pins:read', 'pins:write'],
	name: 'Update',
	action: 'Update a pin',
	description: 'Change a Pin, or move it to another board. In beta: Pinterest lets some apps do so.',
	fields: [pinId, updateFields(altText, toBoard, description, link, toSection, title), options(adAccountId)],
	run: async ({ pinId: id, updateFields: change, options: more }, api) =>
		shown(await api.send<Pin>({ ...writes('PATCH', `/pins/${pinIdIn(id)}`, asOwner(more)), body: changeOf(change), idempotent: true })),
});
