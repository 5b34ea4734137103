import { operation } from '../../core/operation';
import { alone } from '../../core/gathering';
import { eventBatch } from '../batch';
import { dataset, event, options } from '../fields';
import { customData, privacy, userData } from '../personFields';

/** https://developers.facebook.com/docs/marketing-api/conversions-api/using-the-api: items travel together, see batch.ts */
export const sendEvent = operation({
	resource: 'event',
	operation: 'send',
	effect: 'write',
	scopes: ['ads_management'],
	name: 'Send',
	action: 'Send an event',
	description: 'Tell Meta what a person did, so that ads are measured and shown to the right people',
	fields: [dataset, ...event, userData, customData, privacy, options],
	run: async (input, api) => await alone(eventBatch, input, api),
});
