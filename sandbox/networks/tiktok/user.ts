import type { Request } from 'express';
import { readQuery } from '../oauth/endpoint';
import { ApiError } from './errors';
import { capOf } from './limits';
import type { Account, TikTok } from './state';

/** Every field with the scope it needs. https://developers.tiktok.com/doc/tiktok-api-v2-get-user-info */
function fieldsOf({ id, name, username }: Account, avatar: string): Map<string, { scope: string; value: unknown }> {
	const byScope = {
		'user.info.basic': {
			open_id: id,
			union_id: `union-${username}`,
			avatar_url: avatar,
			avatar_url_100: avatar,
			avatar_large_url: avatar,
			display_name: name,
		},
		'user.info.profile': {
			username,
			bio_description: '',
			profile_deep_link: `https://vm.tiktok.com/${username}`,
			profile_web_link: `https://www.tiktok.com/@${username}`,
			is_verified: false,
		},
		'user.info.stats': { follower_count: 1840, following_count: 126, likes_count: 22_300, video_count: 94 },
	};
	return new Map(
		Object.entries(byScope).flatMap(([scope, fields]) => Object.entries(fields).map(([field, value]) => [field, { scope, value }])),
	);
}

/** `GET /v2/user/info/?fields=…`: the fields asked for, or nothing at all when one of them is not granted. */
export function userInfo(request: Request, tiktok: TikTok): object {
	const { account: id, scopes } = tiktok.authorized(request, 'user.info.basic').grant;
	const asked = readQuery(request).fields?.split(',') ?? [];
	if (asked.length === 0) throw new ApiError(400, 'invalid_params', 'The fields parameter is required.');
	const account = tiktok.account(id);
	const fields = fieldsOf(account, avatarOf(tiktok, account));
	const values = asked.map((name) => {
		const field = fields.get(name);
		if (!field) throw new ApiError(400, 'invalid_params', `Invalid fields: ${name}.`);
		if (!scopes.includes(field.scope))
			throw new ApiError(400, 'scope_permission_missed', 'Access token is invalid, some fields need additional scopes.');
		return [name, field.value];
	});
	return { user: Object.fromEntries(values) };
}

/** What a private account may choose differs: nobody but its followers sees it. */
export const privacyLevels = (privateAccount: boolean): string[] => [
	privateAccount ? 'FOLLOWER_OF_CREATOR' : 'PUBLIC_TO_EVERYONE',
	'MUTUAL_FOLLOW_FRIENDS',
	'SELF_ONLY',
];

/** `POST /v2/post/publish/creator_info/query/`. https://developers.tiktok.com/doc/content-posting-api-reference-query-creator-info */
export function creatorInfo(request: Request, tiktok: TikTok): object {
	const account = tiktok.account(tiktok.authorized(request, 'video.publish').grant.account);
	const cap = capOf(account.id, tiktok);
	// “The response has HTTP 200 on purpose.”
	if (cap) throw new ApiError(200, cap.code, cap.message);
	return {
		creator_avatar_url: avatarOf(tiktok, account),
		creator_username: account.username,
		creator_nickname: account.name,
		privacy_level_options: privacyLevels(tiktok.settings.privateAccount),
		comment_disabled: false,
		duet_disabled: tiktok.settings.privateAccount,
		stitch_disabled: tiktok.settings.privateAccount,
		max_video_post_duration_sec: tiktok.settings.longestVideo,
	};
}

const avatarOf = ({ world }: TikTok, { username }: Account): string => `${world.origin}/www.tiktok.com/avatar/${username}.svg`;
