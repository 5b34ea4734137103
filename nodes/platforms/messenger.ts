import type { Failure, Verdict } from '../core/errors';
import type { Platform, Reply } from '../core/platform';
import type { Request } from '../core/request';
import { facebook } from './facebook';
import { meta } from './meta';

const MEGABYTE = 1024 * 1024;
const SECOND = 1_000;
const HOUR = 60 * 60 * SECOND;
const DAY = 24 * HOUR;

/** How long after a person wrote, or commented, Meta lets a page answer. https://developers.facebook.com/docs/messenger-platform/policy/policy-overview */
const windows = { standard: DAY, humanAgent: 7 * DAY, privateReply: 7 * DAY };

/** Calls a second, for each page and account. Meta's pages name 100 or 300 for texts: the smaller one. https://developers.facebook.com/docs/messenger-platform/overview/rate-limiting */
const rates = { send: 100, clip: 10, conversations: 2, privateReply: 750 / 3600 };

const closed = ['fix-input', 'A page may write freely for 24 hours after the person last wrote. Until 7 days a human agent may answer (“Sent by a Human Agent”); a comment may get one private reply within 7 days.'] as const;
const replied = ['fix-input', 'A comment gets one private reply, within 7 days: go on in the conversation once the person has answered.'] as const;
const gone = ['fix-input', 'Check the recipient’s ID: it belongs to one page and one channel, and is that of a person who has written to it.'] as const;

/** Sub-codes, and codes that say enough. https://developers.facebook.com/docs/messenger-platform/error-codes */
const refusals: Readonly<Record<string, readonly [verdict: Verdict, hint: string]>> = {
	2018278: closed,
	2534022: closed,
	2534025: replied,
	10900: replied,
	10903: replied,
	2018001: gone,
	2534014: gone,
	551: ['stop', 'This person cannot be written to: they blocked the page or closed their account.'],
};

function parseError(reply: Reply): Failure | undefined {
	const failure = meta.parseError(reply);
	const [code = '', subcode = ''] = failure?.code?.split('/') ?? [];
	const [verdict, hint] = refusals[subcode] ?? refusals[code] ?? [];
	return failure && verdict && hint ? { ...failure, verdict, hint } : failure;
}

interface Sent {
	recipient?: { comment_id?: string };
	message?: { attachment?: { type?: string } };
}

const sentIn = ({ body }: Request): Sent => ({ ...body });

/** A slower kind of call takes several places. */
function cost(request: Request): number {
	const type = sentIn(request).message?.attachment?.type;
	if (type === 'audio' || type === 'video') return rates.send / rates.clip;
	return request.url.endsWith('/conversations') ? rates.send / rates.conversations : 1;
}

const image = { mimes: ['image/jpeg', 'image/png', 'image/gif'], taken: 'JPEG, PNG and GIF images', bytes: 8 * MEGABYTE };
const clip = { bytes: 25 * MEGABYTE };

/** Messenger takes any file of a kind. https://developers.facebook.com/docs/messenger-platform/send-messages/saving-assets */
const anyOf = (kind: string) => ({ ...clip, mimes: [kind], taken: `${kind.replace('/', '')} files` });

/** What each channel takes and how it speaks of it. Both are reached through the page. */
const channels = {
	messenger: {
		name: 'Messenger',
		provider: 'messenger',
		/** https://developers.facebook.com/docs/messenger-platform/reference/send-api: characters. */
		text: { most: 2000, unit: 'characters', of: (text: string) => text.length },
		images: 1,
		files: { image, video: anyOf('video/'), audio: anyOf('audio/'), file: { ...clip, mimes: [''], taken: 'files' } },
		heart: '❤️',
		messageFields: 'id,created_time,from,to,message,attachments,shares,sticker',
		profileFields: 'id,first_name,last_name,profile_pic',
	},
	instagram: {
		name: 'Instagram',
		provider: 'instagram',
		/** https://developers.facebook.com/docs/messenger-platform/instagram/features/send-message: bytes of UTF-8. */
		text: { most: 1000, unit: 'bytes', of: (text: string) => Buffer.byteLength(text) },
		images: 10,
		files: {
			image,
			video: { ...clip, mimes: ['video/mp4', 'video/ogg', 'video/x-msvideo', 'video/quicktime', 'video/webm'], taken: 'MP4, OGG, AVI, MOV and WebM videos' },
			audio: { ...clip, mimes: ['audio/aac', 'audio/mp4', 'audio/x-m4a', 'audio/m4a', 'audio/wav', 'audio/x-wav', 'video/mp4'], taken: 'AAC, M4A, WAV and MP4 sounds' },
			file: { ...clip, mimes: ['application/pdf'], taken: 'PDF files' },
		},
		heart: 'love',
		messageFields: 'id,created_time,from,to,message,attachments,shares,story,is_unsupported,reply_to',
		profileFields: 'id,name,username,profile_pic,is_user_follow_business',
	},
} as const;

/** Messages of a page and of the Instagram account linked to it: https://developers.facebook.com/docs/messenger-platform */
export const messenger = {
	...meta,
	name: 'Messenger',
	docs: 'https://developers.facebook.com/docs/messenger-platform',
	verified: '2026-11 https://developers.facebook.com/docs/messenger-platform/overview',
	/** Messages are signed as the page: https://developers.facebook.com/docs/messenger-platform/reference/send-api */
	actor: facebook.actor,
	parseError,
	/** Two readers at once, as Meta allows two calls of the Conversations API a second. */
	concurrency: { read: 2, send: 4 },
	rate: {
		perSecond: () => rates.send,
		cost,
		/** Private replies have an allowance of their own: half of it may go at once, the rest at its pace. */
		recipient: (request) => (sentIn(request).recipient?.comment_id ? { id: 'private replies', perSecond: rates.privateReply / 2, burst: 375 } : undefined),
	},
	channels,
	windows,
	rates,
	limits: {
		/** https://developers.facebook.com/docs/messenger-platform/send-messages/quick-replies */
		quickReplies: { most: 13, title: 20, payload: 1000 },
		/** https://developers.facebook.com/docs/messenger-platform/send-messages/template/button */
		buttons: { most: 3, text: 640, title: 20, payload: 1000 },
		/** Items of one page of a listing. */
		pageSize: 100,
		/** Meta shows what is in the newest messages of a conversation, and no more. https://developers.facebook.com/docs/messenger-platform/conversations */
		newest: 20,
	},
	/** Milliseconds. Meta fetches a video for up to 75 seconds before it answers. */
	mediaTimeout: 90 * SECOND,
	uploadTimeout: 15 * 60 * SECOND,
	/** After a lost answer: how often, and for how long, the conversation is read. In ms. */
	settling: { asks: 3, every: 1_500, atMost: 20 * SECOND },
} as const satisfies Platform & Record<'channels' | 'windows' | 'rates' | 'limits' | 'mediaTimeout' | 'uploadTimeout' | 'settling', unknown>;

/** How a message travels: `messenger` or `instagram`. */
export type Channel = keyof typeof channels;
