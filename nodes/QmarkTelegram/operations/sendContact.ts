import type { TelegramMessage } from '@gramio/types';
import { operation } from '../../core/operation';
import { call } from '../../networks/telegram/call';
import { chat } from '../fields';
import { inlineKeyboard } from '../keyboard';
import { additionalFields, addressed } from '../message';

/** https://core.telegram.org/bots/api#sendcontact */
export const sendContact = operation({
	resource: 'message',
	operation: 'sendContact',
	effect: 'send',
	name: 'Send Contact',
	action: 'Send a contact',
	description: 'Send a name with a phone number',
	fields: [
		chat,
		{ displayName: 'Phone Number', name: 'phoneNumber', type: 'string', required: true, default: '', placeholder: 'e.g. +33600000000' },
		{ displayName: 'First Name', name: 'firstName', type: 'string', required: true, default: '', placeholder: 'e.g. Camille' },
		{ displayName: 'Last Name', name: 'lastName', type: 'string', default: '', placeholder: 'e.g. Moreau' },
		inlineKeyboard,
		additionalFields({ displayName: 'vCard', name: 'vcard', type: 'string', default: '', description: 'More about the contact, as a vCard of up to 2048 bytes' }),
	],
	run: async ({ phoneNumber, firstName, lastName, ...input }, api) =>
		await api.send<TelegramMessage>(call('sendContact', { ...addressed(input), phone_number: phoneNumber, first_name: firstName, last_name: lastName })),
});
