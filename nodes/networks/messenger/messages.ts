import type { Api } from '../../core/api';
import type { Message, MessageKind, MessageMedia, Party } from '../../model/message';
import { messenger } from '../../platforms/messenger';
import type { Channel } from '../../platforms/messenger';
import { accountOf, conversationId } from './conversations';
import type { Listed, Named } from './conversations';

type Attachment = NonNullable<Listed['attachments']>['data'][number];

const mediaKind = (mime: string): MessageMedia['kind'] => {
	const [kind] = mime.split('/');
	return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'document';
};

const mediaOf = ({ id, mime_type: mime = '', name, image_data: image, video_data: video, file_url: file }: Attachment): MessageMedia => ({
	kind: image ? 'image' : video ? 'video' : mediaKind(mime),
	url: image?.url ?? video?.url ?? file,
	...(id && { id }),
	...(mime && { mime }),
	...(name && { fileName: name }),
});

function kindOf({ message, sticker, shares, story, is_unsupported: unsupported }: Listed, [first]: readonly MessageMedia[]): MessageKind {
	if (unsupported) return 'unsupported';
	if (sticker) return 'sticker';
	if (first) return first.kind;
	return !message && (shares?.data.length || story?.mention) ? 'share' : 'text';
}

const partyOf = (person: { id: string; name?: string; username?: string } | undefined): Party => ({
	id: person?.id ?? '',
	...(person?.username && { handle: person.username }),
	...(person?.name && { name: person.name }),
});

/** A message that a conversation lists, in the shape all networks share. `account` is the business's own ID. */
export function messageOf(listed: Listed, channel: Channel, account: string): Message & { raw: Listed } {
	const { id, from, to, created_time: created, message: text = '', sticker, shares, story, reply_to: answered } = listed;
	const { provider } = messenger.channels[channel];
	const incoming = from?.id !== account;
	const [sender, receiver] = [partyOf(from), partyOf(to?.data[0])];
	const media = [...(sticker ? [{ kind: 'sticker' as const, url: sticker }] : []), ...(listed.attachments?.data ?? []).map(mediaOf)];
	const link = shares?.data[0]?.link ?? story?.mention?.link ?? story?.reply_to?.link;
	const at = Date.parse(created);
	return {
		id: `${provider}:${id}`,
		provider,
		providerMessageId: id,
		account,
		conversationId: `${provider}:${account}:${incoming ? sender.id : receiver.id}`,
		direction: incoming ? 'in' : 'out',
		from: sender,
		to: receiver,
		kind: kindOf(listed, media),
		text,
		media,
		...(answered?.mid && { replyTo: answered.mid }),
		...(link && { referral: { url: link } }),
		sentAt: new Date(at).toISOString(),
		...(incoming && { windowClosesAt: new Date(at + messenger.windows.standard).toISOString() }),
		raw: listed,
	};
}

/** The messages of a conversation, newest first. https://developers.facebook.com/docs/graph-api/reference/conversation */
export async function* messagesOf(api: Api, page: string, channel: Channel, { limit, ...named }: Named & { limit: number }): AsyncGenerator<object> {
	const id = await conversationId(api, page, channel, named);
	const account = await accountOf(api, page, channel);
	const { messageFields: fields } = messenger.channels[channel];
	for await (const listed of api.pages<Listed>({ url: `/${id}/messages`, qs: { fields, limit } })) yield messageOf(listed, channel, account);
}
