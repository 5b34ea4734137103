import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { adjustmentUpload } from '../../networks/googleAds/uploads/adjustments';
import { consent, conversionAction, conversionOptions, person } from '../conversionFields';
import { account } from '../fields';
import { adjustment } from '../uploadFields';

/** https://developers.google.com/google-ads/api/docs/conversions/upload-adjustments: items travel together, see gatherings.ts */
export const uploadAdjustment = operation({
	resource: 'conversion',
	operation: 'uploadAdjustment',
	effect: 'write',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Upload Adjustment (Legacy)',
	action: 'Upload an adjustment of a conversion',
	description: 'Take a conversion back, change its value or tell more of its person, for accounts that sent conversions through the Google Ads API before June 2026',
	fields: [account, conversionAction, ...adjustment, person, consent, conversionOptions],
	run: async (input, api) => await alone(adjustmentUpload, input, api),
});
