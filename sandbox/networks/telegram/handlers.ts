import * as botMethods from './botMethods';
import * as chatMethods from './chatMethods';
import * as edit from './edit';
import type { MethodName } from './methods';
import * as relay from './relay';
import { sendMessage } from './send';
import { sendFile, sendMediaGroup } from './sendMedia';
import { sendContact, sendLocation, sendPoll, stopPoll } from './sendOther';
import type { Handler } from './state';
import * as updates from './updates';

/** Every method of `methods.ts` and what answers it. */
export const handlers: Record<MethodName, Handler> = {
	...botMethods,
	...chatMethods,
	...edit,
	...relay,
	...updates,
	sendMessage,
	sendPhoto: sendFile('photo'),
	sendVideo: sendFile('video'),
	sendAnimation: sendFile('animation'),
	sendAudio: sendFile('audio'),
	sendVoice: sendFile('voice'),
	sendDocument: sendFile('document'),
	sendMediaGroup,
	sendPoll,
	stopPoll,
	sendLocation,
	sendContact,
};
