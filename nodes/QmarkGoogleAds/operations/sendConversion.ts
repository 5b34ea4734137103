import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { eventBatch } from '../../networks/googleAds/dataManager/events';
import { dataManager } from '../../platforms/dataManager';
import { clickWithSession, consent, conversionAction, conversionOptions, details, eventFields, person } from '../conversionFields';
import { account } from '../fields';

/** https://developers.google.com/data-manager/api/devguides/events/send-events: items travel together, see gatherings.ts */
export const sendConversion = operation({
	resource: 'conversion',
	operation: 'send',
	effect: 'write',
	scopes: [dataManager.scope],
	name: 'Send',
	action: 'Send a conversion',
	description: 'Tell Google what an ad led to, such as a purchase or a lead, through its Data Manager',
	fields: [account, conversionAction, ...eventFields, clickWithSession, person, consent, details, conversionOptions],
	run: async (input, api) => await alone(eventBatch, input, api),
});
