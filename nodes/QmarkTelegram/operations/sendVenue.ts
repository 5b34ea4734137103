import type { TelegramMessage } from '@gramio/types';
import { operation } from '../../core/operation';
import { call } from '../../networks/telegram/call';
import { chat } from '../fields';
import { inlineKeyboard } from '../keyboard';
import { placeOnMap } from '../location';
import { additionalFields, addressed } from '../message';

/** https://core.telegram.org/bots/api#sendvenue */
export const sendVenue = operation({
	resource: 'message',
	operation: 'sendVenue',
	effect: 'send',
	name: 'Send Venue',
	action: 'Send a venue',
	description: 'Send a place with its name and address',
	fields: [
		chat,
		...placeOnMap,
		{ displayName: 'Title', name: 'title', type: 'string', required: true, default: '', placeholder: 'e.g. Atelier Camélia' },
		{ displayName: 'Address', name: 'address', type: 'string', required: true, default: '', placeholder: 'e.g. 1 rue Crébillon, Nantes' },
		inlineKeyboard,
		additionalFields({ displayName: 'Google Place ID', name: 'google_place_id', type: 'string', default: '', description: 'The place’s ID at Google Maps' }),
	],
	run: async ({ title, address, latitude, longitude, ...input }, api) =>
		await api.send<TelegramMessage>(call('sendVenue', { ...addressed(input), latitude, longitude, title, address })),
});
