/** Channels of which messages are collected, as `Message.provider` names them. */
export type MessageProvider = 'whatsapp' | 'messenger' | 'instagram' | 'telegram' | 'gmail';

/** What a message is. `unsupported`: the network does not hand it to apps. */
export type MessageKind =
	| 'text'
	| 'image'
	| 'video'
	| 'audio'
	| 'document'
	| 'sticker'
	| 'location'
	| 'contacts'
	| 'reaction'
	| 'button'
	| 'order'
	| 'share'
	| 'referral'
	| 'system'
	| 'unsupported';

/** Who wrote, or is written to. `id` is the network's own and lasting one; a phone number or email may be missing. */
export interface Party {
	id: string;
	handle?: string;
	name?: string;
	/** Digits with the country code. */
	phone?: string;
	email?: string;
}

export interface MessageMedia {
	kind: 'image' | 'video' | 'audio' | 'document' | 'sticker';
	/** The network's ID, for networks that hand out files by ID. */
	id?: string;
	url?: string;
	mime?: string;
	fileName?: string;
	caption?: string;
	/** SHA-256 as the network gives it. */
	sha256?: string;
}

/** Where the conversation came from: an advertisement, a link, a story. */
export interface Referral {
	adId?: string;
	/** Click ID of a click-to-WhatsApp ad, to report conversions with. */
	ctwaClid?: string;
	/** What the link or the button carried. */
	payload?: string;
	url?: string;
	headline?: string;
}

/** One message of a conversation, in or out, in the same shape for every network. Times are ISO 8601 UTC. */
export interface Message {
	/** `{provider}:{providerMessageId}`: the same whenever it is delivered. */
	id: string;
	provider: MessageProvider;
	providerMessageId: string;
	/** The business's own account, number or page. */
	account: string;
	/** `{provider}:{account}:{party}`. */
	conversationId: string;
	direction: 'in' | 'out';
	from: Party;
	to: Party;
	kind: MessageKind;
	text: string;
	media: MessageMedia[];
	/** The provider's ID of the message that is answered or reacted to. */
	replyTo?: string;
	/** Of a button, list row or quick reply that was tapped. */
	payload?: string;
	referral?: Referral;
	sentAt: string;
	/** Until when a free-form answer is allowed; absent where this message opens no window. */
	windowClosesAt?: string;
}
