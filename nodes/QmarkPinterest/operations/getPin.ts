import { operation } from '../../core/operation';
import { pinIdIn, asOwner, reads } from '../../networks/pinterest/requests';
import { shown } from '../../networks/pinterest/pins';
import type { Pin } from '../../networks/pinterest/listed';
import { adAccountId, options, pinId, pinMetrics } from '../fields';

/** https://developers.pinterest.com/docs/api/v5/pins-get */
export const getPin = operation({
	resource: 'pin',
	operation: 'get',
	effect: 'read',
	scopes: ['boards:read', 'pins:read'],
	name: 'Get',
	action: 'Get a pin',
	description: 'Get a Pin of the account, or of a board that is shared with it',
	fields: [pinId, options(adAccountId, pinMetrics)],
	run: async ({ pinId: id, options: more }, api) => shown(await api.send<Pin>(reads(`/pins/${pinIdIn(id)}`, { ...asOwner(more), pin_metrics: more.pinMetrics }))),
});
