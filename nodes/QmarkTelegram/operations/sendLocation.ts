import type { TelegramMessage } from '@gramio/types';
import { operation } from '../../core/operation';
import { call } from '../../networks/telegram/call';
import { chat } from '../fields';
import { inlineKeyboard } from '../keyboard';
import { additionalFields, addressed } from '../message';

/** https://core.telegram.org/bots/api#sendlocation */
export const sendLocation = operation({
	resource: 'message',
	operation: 'sendLocation',
	effect: 'send',
	name: 'Send Location',
	action: 'Send a location',
	description: 'Send a point on the map',
	fields: [
		chat,
		{ displayName: 'Latitude', name: 'latitude', type: 'number', default: 0, typeOptions: { minValue: -90, maxValue: 90, numberPrecision: 6 } },
		{ displayName: 'Longitude', name: 'longitude', type: 'number', default: 0, typeOptions: { minValue: -180, maxValue: 180, numberPrecision: 6 } },
		inlineKeyboard,
		additionalFields({ displayName: 'Accuracy', name: 'horizontal_accuracy', type: 'number', default: 0, description: 'Radius of uncertainty in meters, up to 1500' }),
	],
	run: async (input, api) => {
		const { latitude, longitude } = input;
		return await api.send<TelegramMessage>(call('sendLocation', { ...addressed(input), latitude, longitude }));
	},
});
