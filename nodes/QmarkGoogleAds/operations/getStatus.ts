import { operation } from '../../core/operation';
import { requestStatus } from '../../networks/googleAds/dataManager/status';
import { dataManager } from '../../platforms/dataManager';
import { statusFields } from '../conversionFields';

/** https://developers.google.com/data-manager/api/reference/rest/v1/requestStatus/retrieve */
export const getStatus = operation({
	resource: 'conversion',
	operation: 'getStatus',
	effect: 'read',
	scopes: [dataManager.scope],
	name: 'Get Status',
	action: 'Get the status of a request',
	description: 'Ask what became of conversions or people of an audience that were queued',
	fields: statusFields,
	run: async ({ requestId, wait, minutes }, api) => await requestStatus(api, requestId, wait ? minutes : 0),
});
