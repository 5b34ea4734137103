import type { TelegramMessage } from '@gramio/types';
import { operation } from '../../core/operation';
import { call } from '../../networks/telegram/call';
import { chat } from '../fields';
import { inlineKeyboard } from '../keyboard';
import { accuracy, heading, livePeriod, placeOnMap } from '../location';
import { additionalFields, addressed } from '../message';

/** https://core.telegram.org/bots/api#sendlocation */
export const sendLocation = operation({
	resource: 'message',
	operation: 'sendLocation',
	effect: 'send',
	name: 'Send Location',
	action: 'Send a location',
	description: 'Send a point on the map, which may move for some time',
	fields: [chat, ...placeOnMap, inlineKeyboard, additionalFields(accuracy, heading, livePeriod)],
	run: async ({ latitude, longitude, ...input }, api) => await api.send<TelegramMessage>(call('sendLocation', { ...addressed(input), latitude, longitude })),
});
