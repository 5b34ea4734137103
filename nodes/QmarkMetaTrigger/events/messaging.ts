import type { IDataObject } from 'n8n-workflow';
import type { Message, MessageKind, MessageMedia, Referral } from '../../model/message';
import type { EventName } from './catalogue';
import type { MetaEvent } from './event';
import { digestOf, isRecord, isoOf, optional, recordIn, recordsIn, textIn, textsIn, timeIn } from './event';

type Channel = 'messenger' | 'instagram';

/** https://developers.facebook.com/docs/messenger-platform/policy/policy-overview#standard_messaging */
const WINDOW = 24 * 60 * 60_000;

const names: Record<Channel, { message: EventName; status: EventName }> = {
	messenger: { message: 'messengerMessage', status: 'messengerMessageStatus' },
	instagram: { message: 'instagramMessage', status: 'instagramMessageStatus' },
};

const fileKinds: Readonly<Record<string, MessageMedia['kind']>> = { image: 'image', video: 'video', audio: 'audio', file: 'document', reel: 'video', ig_reel: 'video', ephemeral: 'image', sticker: 'sticker' };

function mediaOf(attachments: readonly IDataObject[]): MessageMedia[] {
	return attachments.flatMap(({ type, payload }) => {
		const kind = fileKinds[textIn(type)];
		return kind ? [{ kind, url: optional(recordIn(payload).url) }] : [];
	});
}

function kindOf({ message, postback, reaction, referral, optin }: IDataObject, media: readonly MessageMedia[]): MessageKind {
	if (reaction) return 'reaction';
	if (postback) return 'button';
	if (!message) return referral || optin ? 'referral' : 'unsupported';
	const { text, is_unsupported: isUnsupported, quick_reply: quickReply, attachments } = recordIn(message);
	if (isUnsupported) return 'unsupported';
	if (quickReply) return 'button';
	return media[0]?.kind ?? (textIn(text) ? 'text' : recordsIn(attachments).length > 0 ? 'share' : 'text');
}

/** https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/messaging_referrals */
function referralOf(happening: IDataObject): Referral | undefined {
	const found = [happening.referral, recordIn(happening.postback).referral, recordIn(happening.message).referral].find(isRecord);
	if (!found) return undefined;
	const { ad_id: adId, ref, ads_context_data: context, referer_uri: url } = found;
	return { adId: optional(adId), payload: optional(ref), url: optional(url), headline: optional(recordIn(context).ad_title) };
}

/** What a message of a person's, or an echo of the account's own, says. */
function messageOf(channel: Channel, account: string, happening: IDataObject, id: string, at: number): Message {
	const { sender, recipient, postback, reaction, optin } = happening;
	const message = recordIn(happening.message);
	const isOwn = message.is_echo === true;
	const [from, to] = [textIn(recordIn(sender).id), textIn(recordIn(recipient).id)];
	const person = isOwn ? to : from;
	const media = mediaOf(recordsIn(message.attachments));
	const replied = recordIn(message.reply_to);
	const text = textIn(message.text) || textIn(recordIn(postback).title) || textIn(recordIn(reaction).emoji) || textIn(recordIn(reaction).reaction);
	const payload = optional(recordIn(message.quick_reply).payload) ?? optional(recordIn(postback).payload) ?? optional(recordIn(optin).payload);
	return {
		...{ id: `${channel}:${id}`, provider: channel, providerMessageId: id, account, conversationId: `${channel}:${account}:${person}` },
		...{ direction: isOwn ? 'out' : 'in', from: { id: from }, to: { id: to }, kind: kindOf(happening, media), text, media },
		...{ replyTo: optional(replied.mid) ?? optional(recordIn(reaction).mid) ?? optional(recordIn(replied.story).id), payload, referral: referralOf(happening) },
		sentAt: isoOf(at),
		// Taking a message back is not writing one.
		...(!isOwn && message.is_deleted !== true && { windowClosesAt: isoOf(at + WINDOW) }),
	};
}

/** The one thing that happened, by the name under which Meta puts it. */
const happenings = ['message', 'postback', 'reaction', 'referral', 'optin'];
const statuses = ['delivery', 'read'];

function statusEvents(channel: Channel, account: string, happening: IDataObject, at: number | undefined): MetaEvent[] {
	return statuses.filter((name) => isRecord(happening[name])).map((name) => {
		const status = recordIn(happening[name]);
		const reader = textIn(recordIn(happening.sender).id);
		const until = timeIn(status.watermark);
		const messages = [...textsIn(status.mids), ...textsIn([status.mid])];
		const json = {
			...{ provider: channel, account, status: name === 'read' ? 'read' : 'delivered', conversationId: `${channel}:${account}:${reader}`, recipient: { id: reader } },
			...{ providerMessageIds: messages, upTo: until === undefined ? undefined : isoOf(until), at: isoOf(at), raw: happening },
		};
		return { event: names[channel].status, key: digestOf(account, name, reader, status), account, owner: account, at, json };
	});
}

/** What happened in the conversations of one page or Instagram account. */
export function messagingEvents(channel: Channel, account: string, happening: IDataObject): MetaEvent[] {
	const at = timeIn(happening.timestamp);
	if (!happenings.some((name) => isRecord(happening[name]))) return statusEvents(channel, account, happening, at);
	const { message, postback, reaction } = happening;
	const mid = textIn(recordIn(message).mid) || textIn(recordIn(postback).mid);
	// A reaction names the message that it stands under, and has no ID of its own.
	const id = reaction ? digestOf(account, happening) : mid || digestOf(account, happening);
	const isDeleted = recordIn(message).is_deleted === true;
	const json = { ...messageOf(channel, account, happening, id, at ?? Date.now()), ...(isDeleted && { deleted: true }), raw: happening };
	return [{ event: names[channel].message, key: isDeleted ? `${id}:deleted` : id, account, owner: account, at, own: recordIn(message).is_echo === true, json }];
}
