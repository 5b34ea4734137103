import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { clickUpload } from '../../networks/googleAds/uploads/clicks';
import { click, consent, conversionAction, conversionOptions, person } from '../conversionFields';
import { account } from '../fields';
import { conversionTime, uploadDetails } from '../uploadFields';

/** https://developers.google.com/google-ads/api/docs/conversions/upload-clicks: items travel together, see gatherings.ts */
export const uploadClick = operation({
	resource: 'conversion',
	operation: 'uploadClick',
	effect: 'write',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Upload Click (Legacy)',
	action: 'Upload a click conversion',
	description: 'For accounts that sent conversions through the Google Ads API before June 2026; all others use Send',
	fields: [account, conversionAction, conversionTime, click, person, consent, uploadDetails, conversionOptions],
	run: async (input, api) => await alone(clickUpload, input, api),
});
