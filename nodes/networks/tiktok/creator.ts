import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import { tiktok } from '../../platforms/tiktok';

/** https://developers.tiktok.com/doc/content-posting-api-reference-query-creator-info */
export interface Creator {
	creator_username: string;
	creator_nickname?: string;
	privacy_level_options?: string[];
	comment_disabled?: boolean;
	duet_disabled?: boolean;
	stitch_disabled?: boolean;
	max_video_post_duration_sec?: number;
}

/** Asked before every direct post, as TikTok wants it: what the account may do changes. */
export const creatorOf = async (api: Api): Promise<Creator> => await api.send<Creator>(tiktok.creatorInfo);

export type Allowed = 'comment' | 'duet' | 'stitch';
export type Promoted = 'own' | 'branded';

/** What a person chose for a post; an expression may leave it empty. */
export interface Choice {
	/** Display name of where the privacy level is chosen. */
	field: string;
	privacy?: string | null;
	/** Without it the account’s own settings decide. */
	allow?: readonly Allowed[] | null;
	promotes?: readonly Promoted[] | null;
}

const nameOf = (level: string): string => Object.entries(tiktok.privacyLevels).find(([value]) => value === level)?.[1] ?? level;
const named = (levels: readonly string[]): string => levels.map((level) => `“${nameOf(level)}”`).join(', ');

/** Refuses a choice that TikTok would, before anything is sent. https://developers.tiktok.com/doc/content-sharing-guidelines */
export function checkChoice({ field, privacy, promotes }: Choice, offered?: readonly string[]): void {
	const levels = offered ?? Object.keys(tiktok.privacyLevels);
	if (!privacy) throw refused(field, 'nobody has chosen who sees the post.', 'TikTok wants a person to choose that for each account: choose it here, there is no default.');
	if (!levels.includes(privacy)) {
		const told = offered ? `the account does not offer “${nameOf(privacy)}” now, only ${named(levels)}.` : `“${privacy}” is none of TikTok’s levels.`;
		throw refused(field, told, `Choose one of ${named(levels)}.`);
	}
	if (promotes?.includes('branded') && privacy === 'SELF_ONLY') throw refused(field, 'a post that promotes another brand cannot be seen by “Only Me”.', 'Choose who else sees it, or take the paid partnership out.');
}

/** A choice in TikTok’s words. What the account itself has switched off stays off. */
export function infoOf({ privacy, allow, promotes }: Choice, kind: 'video' | 'photo', creator: Partial<Creator> = {}): IDataObject {
	const off = (what: Allowed, isOff = false) => (allow ? isOff || !allow.includes(what) : undefined);
	const promoted = promotes ?? [];
	return {
		privacy_level: privacy,
		disable_comment: off('comment', creator.comment_disabled),
		...(kind === 'video' && { disable_duet: off('duet', creator.duet_disabled), disable_stitch: off('stitch', creator.stitch_disabled) }),
		brand_content_toggle: promoted.includes('branded'),
		brand_organic_toggle: promoted.includes('own'),
	};
}
