import type { Owned } from './model';

/** A customer list, or people like those of one. */
export interface CustomAudience extends Owned {
	type: 'CustomAudience';
	subtype: 'CUSTOM' | 'LOOKALIKE';
	/** The rows that are in, each by Meta's keys. */
	people: Record<string, unknown>[];
	/** Session → the last batch of it. */
	sessions: Record<string, { last: number; ended: boolean; received: number }>;
}

export interface AdRule extends Owned {
	type: 'AdRule';
	status: 'ENABLED' | 'DISABLED' | 'DELETED' | 'HAS_ISSUES';
	createdBy: string;
}
