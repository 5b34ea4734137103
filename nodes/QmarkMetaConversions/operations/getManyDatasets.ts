import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { datasets } from '../../networks/meta/datasets';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account/adspixels */
export const getManyDatasets = operation({
	resource: 'dataset',
	operation: 'getAll',
	effect: 'read',
	scopes: ['ads_read'],
	name: 'Get Many',
	action: 'Get many datasets',
	description: 'Get many datasets (pixels) of the ad accounts that the connection sees',
	fields: many,
	run: (_, api) => datasets(api),
});
