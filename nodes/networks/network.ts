import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../core/api';
import type { Platform } from '../core/platform';
import type { Media } from '../model/content';
import type { PostFacts } from '../model/postFacts';

/** A content in the shape in which one account of one network is to show it. */
export interface Post {
	/** Account, page or chat, by the network's own ID or name. */
	account: string;
	/** Where the network has titles and the content has one, or a text. */
	title?: string;
	/** The texts, one for each post of a thread; the first stands under the media. */
	texts: readonly [string, ...string[]];
	link?: string;
	firstComment?: string;
	media: readonly Media[];
	stories: readonly Media[];
}

/** Something that is out. */
export interface Done {
	id: string;
	permalink?: string;
	/** It waits as a draft in the network's app: what a person has to do there, as a sentence. */
	draft?: string;
}

/** What a step has to remember until its call is made: IDs of what was uploaded. JSON. */
export type Memo = Record<string, string | string[] | number>;

export interface Prepared {
	memo: Memo;
	/** False while the network still works on it: ask again with this memo. */
	ready: boolean;
}

/** What became of a call whose answer is missing. `later`: the network cannot tell yet · `unclear`: it never will. */
export type Outcome = Done | 'absent' | 'later' | 'unclear';

/** What the steps before this one made, in order. */
export type Earlier = readonly Done[];

/** One call that makes something public, and what surrounds it. */
export interface Step {
	/** `post`, `comment`, `message 2`, `story 1`. */
	name: string;
	/** The publication stands without it: its failure is told and nothing else. */
	optional?: true;
	/** When this step is refused, the one before it has come to nothing: the network took a video that it could not show. */
	voids?: true;
	/** Milliseconds that the call may take. */
	atMost?: number;
	/** Everything that nobody sees: it may be done again, also from the start. Called with an empty memo at first. */
	prepare?(api: Api, memo: Memo, earlier: Earlier): Promise<Prepared>;
	/** The call itself. It is written down before it is made, and never repeated while its outcome is unknown. */
	publish(api: Api, memo: Memo, earlier: Earlier): Promise<Done>;
	/** Looks what became of it. `since`: when it was made, in ms since 1970. `memo.latest`: ID of the newest post known to be out before, where one is. */
	find?(api: Api, memo: Memo, earlier: Earlier, since: number): Promise<Outcome>;
	/** `find` knows it by its text, and has nothing to go by where that has changed since. */
	byText?: true;
	/** Milliseconds after the call from which `absent` is certain; at once where it is missing. */
	settle?: number;
}

/** How an account stands: what keeps it from publishing, and how many posts it has left today where the network tells. */
export interface Standing {
	name?: string;
	problem?: { message: string; fix: string; rule: 'account' | 'permission' };
	left?: number;
}

/** What a network counted for one post, by QMARK's names; absent where it does not count. */
export interface Results {
	views?: number;
	reach?: number;
	likes?: number;
	comments?: number;
	shares?: number;
	saves?: number;
	clicks?: number;
}

/** Choices of the node that concern some networks only. */
export interface Choices {
	/** A chat of the bot's with its operator, through which Telegram's messages can be read back. */
	controlChat?: string;
	/** Who sees it on TikTok: a `privacy_level`, or `draft` for the inbox of the app. TikTok wants a person to choose: there is no default. */
	tikTokAudience?: string;
	/** What others may do with a TikTok post; left to the account's own settings where it is missing. */
	tikTokAllows?: readonly ('comment' | 'duet' | 'stitch')[];
	/** What a TikTok post advertises: the creator's own brand, another's. */
	tikTokPromotes?: readonly ('own' | 'branded')[];
	/** Who sees it on YouTube. Public where it is missing. */
	youTubeAudience?: 'public' | 'unlisted' | 'private';
	/** YouTube's question whether a video is made for children. */
	youTubeMadeForKids?: boolean;
}

/** A choice that a network does not do without. */
export interface Demand {
	/** Display name of the choice. */
	field: string;
	message: string;
	fix: string;
	source: string;
}

/** All that the Publisher knows of a network. A new one joins by its facts and this. */
export interface Network {
	/** As contents name it. */
	name: string;
	platform: Platform;
	facts: PostFacts;
	/** An account in the one form in which the journal knows it; as it is where that is missing. */
	normal?(account: string): string;
	/** The input by which the platform signs calls as the account: see `Platform.actor`. */
	actAs(account: string): IDataObject;
	/** What the choices lack for this post. */
	demands?(post: Post, choices: Choices): Demand[];
	/** Permissions that publishing takes. */
	scopes: readonly string[];
	standing(api: Api, account: string, choices: Choices): Promise<Standing>;
	steps(post: Post, choices: Choices): Step[];
	/** Takes a publication back, all of its steps. */
	remove(api: Api, account: string, done: Earlier): Promise<void>;
	/** Absent where the network gives no numbers to apps. */
	results?(api: Api, done: Done): Promise<Results>;
}
