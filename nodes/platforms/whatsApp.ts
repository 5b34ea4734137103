import type { Failure, Verdict } from '../core/errors';
import type { Platform, Reply } from '../core/platform';
import { meta } from './meta';

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;
const HOUR = 60 * 60_000;

type Meaning = readonly [verdict: Verdict, hint: string, retryAfter?: number];

const permission: Meaning = ['reconnect', 'Give QMARK the WhatsApp permissions: tick “WhatsApp” in the credential and connect again, or give the system user the WhatsApp Business account with full control.'];
const restricted: Meaning = ['stop', 'Meta has restricted this WhatsApp Business account: open Business Support Home and follow what it asks.'];
const vague: Meaning = ['unknown', 'Meta has a passing fault. Look at the chat or at the status webhooks before you send this item again: it may have arrived.'];
const parameter: Meaning = ['fix-input', 'Correct what Meta names and run the item again.'];
const templateText: Meaning = ['fix-input', 'Compare the parameters with the template (Template > Get Many shows its components): their number, order, names and kinds must be the same.'];
const media: Meaning = ['fix-input', 'Give a direct, public URL of a file that WhatsApp takes, or send the file itself. Images are JPEG or PNG up to 5 MB, videos MP4 (H.264 and AAC) up to 16 MB, voice messages OGG with OPUS.'];

/** https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes. What Meta has surely not sent is tried again; what it is not sure of never is. */
const codes: Readonly<Record<number, Meaning>> = {
	0: ['reconnect', 'The connection is not valid any more: open the credential and connect again, or generate a new system user token.'],
	1: vague,
	2: vague,
	3: permission,
	10: permission,
	33: ['fix-input', 'The phone number was deleted, or the connected account may not see it: choose another phone number.'],
	131005: permission,
	130403: ['stop', 'Your number has blocked this person: unblock them in WhatsApp Manager, or take them off the list.'],
	130429: ['wait', 'The number sends as fast as Meta lets it: run again later, or send less at once.'],
	130472: ['stop', 'Meta holds this message back in an experiment. Wait until the person writes, or use another channel.'],
	130497: ['stop', 'Meta does not let your kind of business write to people in this country: take them off the list.'],
	131000: vague,
	131008: parameter,
	131009: parameter,
	131016: ['retry', 'WhatsApp is not available for a moment: run the item again. Nothing was sent.'],
	131021: ['fix-input', 'A number cannot write to itself: correct “Recipient”.'],
	131026: ['stop', 'This person cannot get the message: the number is not on WhatsApp, has an old version of it, or has not accepted its terms. Use another channel.'],
	131031: restricted,
	131042: ['stop', 'The payment of the WhatsApp Business account is not settled: open Billing in Meta Business Suite.'],
	131045: ['stop', 'The phone number is not registered: register it in WhatsApp Manager.'],
	131047: ['fix-input', 'The person wrote last more than 24 hours ago: use “Send Template” with an approved template.'],
	131048: ['stop', 'Too many people have blocked or reported this number: look at its quality in WhatsApp Manager before you send more.'],
	131049: ['stop', 'Meta keeps marketing from this person for now. Do not send it again within 24 hours: another try makes it worse.'],
	131050: ['stop', 'This person wants no marketing from you: take them off your marketing list. Other messages still reach them.'],
	131051: ['fix-input', 'WhatsApp does not take this kind of message.'],
	131052: media,
	131053: media,
	131056: ['retry', 'Too many messages to this one person: WhatsApp takes one every 6 seconds. Nothing was sent.', 6_000],
	131057: ['retry', 'The WhatsApp Business account is in maintenance: run the item again in a few minutes. Nothing was sent.'],
	131062: ['fix-input', 'This message needs a phone number: Meta sends authentication templates to no WhatsApp user ID.'],
	131063: ['stop', 'This WhatsApp Business account sends marketing through Meta’s Marketing Messages API only: allow it for the Cloud API in WhatsApp Manager.'],
	131064: ['stop', 'Meta takes this template for marketing: create it again with the category Marketing.'],
	132000: templateText,
	132001: ['fix-input', 'There is no approved template of this name in this language: choose one from the list.'],
	132005: ['fix-input', 'The text is too long once the parameters are filled in: shorten them.'],
	132007: ['fix-input', 'The template breaks Meta’s policies: edit it in WhatsApp Manager.'],
	132012: templateText,
	132015: ['stop', 'Meta has paused this template because people did not like it: use another, or wait until Meta takes it up again.'],
	132016: ['stop', 'Meta has switched this template off for good: create a new one with another text.'],
	132018: templateText,
	132068: ['stop', 'The flow is blocked: correct it in WhatsApp Manager.'],
	132069: ['wait', 'The flow is slowed down to a few messages an hour because its endpoint fails: correct it in WhatsApp Manager.', HOUR],
	133016: ['wait', 'The number was registered too often: wait 72 hours.', 72 * HOUR],
	2494100: ['wait', 'The phone number is in maintenance: run again in a few minutes.', 10 * 60_000],
};

/** Sub-codes of templates. https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates */
const subcodes: Readonly<Record<number, Meaning>> = {
	2388019: ['stop', 'The account has 250 templates, which is the most: delete one first.'],
	2388024: ['fix-input', 'There is already a template of this name in this language: choose another name, or update that one.'],
	2388299: ['fix-input', 'Write something before the first and after the last variable of the text.'],
};

/** WhatsApp tells what is wrong in `error_data`, where other networks of Meta tell it in the message. */
function detailsIn(body: unknown): string {
	if (typeof body !== 'object' || body === null || !('error' in body)) return '';
	const { error_data: data }: { error_data?: { details?: unknown } } = { ...(typeof body.error === 'object' ? body.error : {}) };
	return typeof data?.details === 'string' ? data.details : '';
}

function parseError(reply: Reply): Failure | undefined {
	const failure = meta.parseError(reply);
	if (!failure) return undefined;
	const [code, subcode] = (failure.code || '0').split('/');
	const details = detailsIn(reply.body);
	const message = details && !failure.message.includes(details) ? `${failure.message.replace(/\.$/, '')}: ${details}` : failure.message;
	const [verdict, hint, retryAfter] = (subcode === undefined ? codes[Number(code)] : subcodes[Number(subcode)]) ?? [];
	if (!verdict || !hint) return { ...failure, message };
	return { ...failure, code: failure.code || '0', message, verdict, hint, ...(retryAfter !== undefined && { retryAfter }) };
}

const office = ['wordprocessingml.document', 'spreadsheetml.sheet', 'presentationml.presentation'].map((kind) => `vnd.openxmlformats-officedocument.${kind}`);

/** What is uploaded or fetched, by kind. https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#supported-media-types */
const files = {
	audio: { taken: 'AAC, AMR, MP3, M4A or OGG with OPUS', mimes: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'], bytes: 16 * MEGABYTE },
	document: {
		taken: 'PDF, text, Word, Excel or PowerPoint',
		mimes: ['text/plain', ...['pdf', 'msword', 'vnd.ms-excel', 'vnd.ms-powerpoint', ...office].map((kind) => `application/${kind}`)],
		bytes: 100 * MEGABYTE,
	},
	image: { taken: 'JPEG or PNG', mimes: ['image/jpeg', 'image/png'], bytes: 5 * MEGABYTE },
	sticker: { taken: 'WebP', mimes: ['image/webp'], bytes: 500 * KILOBYTE },
	video: { taken: 'MP4 or 3GP', mimes: ['video/mp4', 'video/3gpp'], bytes: 16 * MEGABYTE },
} as const;

const isSend = (url: string) => url.endsWith('/messages');

/** https://developers.facebook.com/docs/whatsapp/cloud-api */
export const whatsApp = {
	...meta,
	name: 'WhatsApp',
	docs: 'https://developers.facebook.com/docs/whatsapp/cloud-api',
	verified: '2026-11 https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes',
	parseError,
	/** Whole addresses are those of files, where the token counts and a proof has no business. */
	complete: (request, credentials, token) => (request.host === 'file' ? request : meta.complete(request, credentials, token)),
	rate: {
		/** Messages a second of one number, unless Meta has raised it; 4 % are left for calls that arrive closer together than they left. https://developers.facebook.com/docs/whatsapp/cloud-api/overview#throughput */
		perSecond: () => 80 * 0.96,
		/** One person: 45 messages at once, and then one every 6 seconds. https://developers.facebook.com/docs/whatsapp/cloud-api/overview#pair-rate-limits */
		recipient: ({ url, body }) => {
			const to = body?.to ?? body?.recipient;
			return isSend(url) && to !== undefined ? { id: `${url}/${String(to)}`, perSecond: 1 / 6, burst: 45 } : undefined;
		},
	},
	files,
	/** Names that programs give to types WhatsApp knows by another one. */
	mimeAliases: {
		...{ 'application/ogg': 'audio/ogg', 'audio/opus': 'audio/ogg', 'audio/m4a': 'audio/mp4', 'audio/x-m4a': 'audio/mp4' },
		...{ 'audio/mp3': 'audio/mpeg', 'image/jpg': 'image/jpeg', 'video/3gp': 'video/3gpp' },
	},
	/** Characters, and numbers of things. https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages */
	limits: {
		text: 4096,
		caption: 1024,
		filename: 240,
		callbackData: 512,
		contacts: 5,
		interactive: { header: 60, body: 1024, footer: 60 },
		buttons: { most: 3, title: 20, id: 256 },
		list: { button: 20, sections: 10, rows: 10, sectionTitle: 24, title: 24, description: 72, id: 200 },
		flowButton: 30,
		urlButton: 20,
		template: { name: 512, couponCode: 20, buttons: 10 },
		profile: { about: 139, address: 256, description: 512, email: 128, websites: 2, website: 256 },
		pageSize: 100,
	},
	/** Country codes whose numbers keep the leading 0 of the national form: Italy, San Marino, Vatican City. */
	keepsZero: ['39', '378', '379'],
	/** The code with which Meta refuses free-form messages after 24 hours. https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-messages#customer-service-windows */
	windowClosed: '131047',
	/** Kinds of business that a profile names. https://developers.facebook.com/docs/whatsapp/cloud-api/reference/business-profiles */
	verticals: [
		...['ALCOHOL', 'APPAREL', 'AUTO', 'BEAUTY', 'EDU', 'ENTERTAIN', 'EVENT_PLAN', 'FINANCE', 'GOVT', 'GROCERY', 'HEALTH', 'HOTEL', 'MATRIMONY_SERVICE', 'NONPROFIT'],
		...['ONLINE_GAMBLING', 'OTC_DRUGS', 'OTHER', 'PHYSICAL_GAMBLING', 'PROF_SERVICES', 'RESTAURANT', 'RETAIL', 'TRAVEL'],
	],
	templateStates: [
		...['APPROVED', 'ARCHIVED', 'DELETED', 'DISABLED', 'IN_APPEAL', 'LIMIT_EXCEEDED', 'PAUSED', 'PENDING', 'PENDING_DELETION', 'REJECTED'],
	],
	/** Milliseconds for a call that moves a whole file. */
	uploadTimeout: 10 * 60_000,
} as const satisfies Platform & Record<'files' | 'mimeAliases' | 'limits' | 'keepsZero' | 'windowClosed' | 'verticals' | 'templateStates' | 'uploadTimeout', unknown>;
