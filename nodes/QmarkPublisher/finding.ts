import type { Target } from '../model/content';

/** `error` keeps the target from being published; `warning` does not, but the post will not look as it was meant. */
export type Severity = 'error' | 'warning';

/** One thing that a network would refuse or change, and what to do about it. */
export interface Finding extends Target {
	severity: Severity;
	/** `text`, `media 2`, `first comment`, `targets` … */
	field: string;
	/** Names the rule, for filters: `text-length`, `media-ratio` … */
	rule: string;
	message: string;
	/** What is allowed and what was found, in the limit's unit. */
	limit?: string | number;
	found?: string | number;
	fix: string;
	/** The vendor's page that says so. */
	source?: string;
}

/** A finding without its target. */
export type Found = Omit<Finding, 'network' | 'account'>;

/** `a`, `a and b`, `a, b and c`. */
export const listed = (names: readonly string[]) => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`);

const UNITS = ['bytes', 'KB', 'MB', 'GB'];

/** `8 MB` */
export function sized(bytes: number): string {
	const unit = Math.min(UNITS.length - 1, bytes > 0 ? Math.floor(Math.log(bytes) / Math.log(1024)) : 0);
	return `${Number((bytes / 1024 ** unit).toFixed(1))} ${UNITS[unit] ?? ''}`;
}
