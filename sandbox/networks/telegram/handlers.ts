import * as botMethods from './botMethods';
import * as business from './business';
import * as chatMethods from './chatMethods';
import * as edit from './edit';
import * as inviteLinks from './inviteLinks';
import * as members from './members';
import type { MethodName } from './methods';
import * as payments from './payments';
import * as relay from './relay';
import { sendMessage } from './send';
import { sendFile, sendMediaGroup } from './sendMedia';
import { sendContact, sendDice, sendLocation, sendPoll, sendVenue, stopPoll } from './sendOther';
import type { Handler } from './state';
import { getStickerSet } from './stickers';
import * as topics from './topics';
import * as updates from './updates';

/** Every method of `methods.ts` and what answers it. */
export const handlers: Record<MethodName, Handler> = {
	...botMethods,
	...business,
	...chatMethods,
	...edit,
	...inviteLinks,
	...members,
	...payments,
	...relay,
	...topics,
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
	sendVenue,
	sendDice,
	sendSticker: sendFile('sticker'),
	sendVideoNote: sendFile('video_note'),
	getStickerSet,
};
