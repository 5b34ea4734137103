import { invalid } from './errors';
import type { Params } from './params';

/** When something shows: now, at a time of the clock (ms), or only when somebody publishes it. */
export type Release = { state: 'published' } | { state: 'scheduled'; at: number } | { state: 'draft' };

const minute = 60_000;
const soonest = 10 * minute;
const day = 86_400_000;

function checkWindow(at: number, now: number, days: number): void {
	if (at >= now + soonest && at <= now + days * day) return;
	throw invalid('The specified scheduled publish time is invalid.', {
		userTitle: 'Invalid Scheduled Publish Time',
		userMessage: `The scheduled publish time must lie between 10 minutes and ${days} days after the call.`,
	});
}

/**
 * Reads `published`, `scheduled_publish_time` and `unpublished_content_type`; `days` is how far ahead the edge allows.
 * https://developers.facebook.com/docs/pages-api/posts#schedule-a-post
 */
export function readRelease(params: Params, now: number, unasked: Release['state'] = 'published', days = 30): Release {
	const kind = params.text('unpublished_content_type');
	const at = params.time('scheduled_publish_time', now);
	const published = params.flag('published') ?? unasked === 'published';
	if (published) {
		if (at !== undefined) throw invalid('You cannot specify a scheduled publish time on a published post');
		return { state: 'published' };
	}
	if (at !== undefined) {
		checkWindow(at, now, days);
		return { state: 'scheduled', at };
	}
	if (kind === 'SCHEDULED') throw invalid('The parameter scheduled_publish_time is required for unpublished_content_type SCHEDULED');
	return { state: 'draft' };
}
