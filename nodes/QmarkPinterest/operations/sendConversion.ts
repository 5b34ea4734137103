import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { conversionBatch } from '../../networks/pinterest/conversions/batch';
import { adAccount } from '../adAccountFields';
import { app, conversionOptions, customData, event, privacy, userData } from '../conversionFields';

/** https://developers.pinterest.com/docs/api/v5/events-create */
export const sendConversion = operation({
	resource: 'conversion',
	operation: 'send',
	effect: 'write',
	scopes: ['ads:write'],
	name: 'Send',
	action: 'Send a conversion',
	description: 'Tell Pinterest what a person did, so that ads are measured and shown to the right people',
	fields: [adAccount, ...event, app, userData, customData, privacy, conversionOptions],
	run: async (input, api) => await alone(conversionBatch, input, api),
});
