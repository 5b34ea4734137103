import type { Target } from './content';

/**
 * What became of a content on one network. `processing`: begun, not public yet · `draft`: handed over, and a person finishes it in the network's app · `refused`: not out, and the content must change ·
 * `failed`: not out, and the next run tries again · `unknown`: it may be out, and only a person can tell.
 */
export const statuses = ['published', 'draft', 'scheduled', 'processing', 'unknown', 'refused', 'failed', 'deleted'] as const;
export type Status = (typeof statuses)[number];

/** One change that was made to a content so that a network takes it. */
export interface Adaptation {
	/** `text`, `hashtags`, `link`, `media` … */
	field: string;
	/** What was done: `shortened`, `split` … */
	rule: string;
	before: string;
	after: string;
	/** Why, as a sentence. */
	why: string;
}

/** The result of one target. `at` is ISO 8601 UTC. */
export interface Published extends Required<Target> {
	contentId: string;
	/** The idempotency key: a second publication under it cannot happen. */
	key: string;
	status: Status;
	postId?: string;
	permalink?: string;
	at?: string;
	/** What went wrong, as a sentence. */
	reason?: string;
	verdict?: string;
	hint?: string;
	adapted: Adaptation[];
}
