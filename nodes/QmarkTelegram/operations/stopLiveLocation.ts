import { operation } from '../../core/operation';
import { call } from '../../networks/telegram/call';
import { edit, placed } from '../edit';
import { chat, messageId } from '../fields';
import { inlineKeyboard } from '../keyboard';
import { additionalFieldsOf, addressed, business } from '../message';

/** https://core.telegram.org/bots/api#stopmessagelivelocation */
export const stopLiveLocation = operation({
	resource: 'message',
	operation: 'stopLiveLocation',
	effect: 'send',
	name: 'Stop Live Location',
	action: 'Stop a live location',
	description: 'Let a live location stay where it is',
	fields: [chat, messageId, inlineKeyboard, additionalFieldsOf(business)],
	run: async (input, api) => await edit(placed(input), call('stopMessageLiveLocation', { ...addressed(input), ...placed(input) }), api),
});
