import { operation } from '../../core/operation';
import { call } from '../../networks/telegram/call';
import { edit, placed } from '../edit';
import { chat, messageId } from '../fields';
import { inlineKeyboard } from '../keyboard';
import { accuracy, heading, placeOnMap } from '../location';
import { additionalFieldsOf, addressed, business } from '../message';

/** https://core.telegram.org/bots/api#editmessagelivelocation */
export const editLiveLocation = operation({
	resource: 'message',
	operation: 'editLiveLocation',
	effect: 'send',
	name: 'Edit Live Location',
	action: 'Move a live location',
	description: 'Move a location that was sent with a live period',
	fields: [chat, messageId, ...placeOnMap, inlineKeyboard, additionalFieldsOf(accuracy, business, heading)],
	run: async ({ latitude, longitude, ...input }, api) =>
		await edit(placed(input), call('editMessageLiveLocation', { ...addressed(input), ...placed(input), latitude, longitude }), api),
});
