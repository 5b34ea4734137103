import { operation } from '../../core/operation';
import { mentionedMedia } from '../../networks/instagram/mentions';
import { mentionMediaId } from '../discoveryFields';
import { account } from '../fields';

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/mentioned_media */
export const getMentionedMedia = operation({
	resource: 'mention',
	operation: 'getMedia',
	effect: 'read',
	scopes: ['instagram_basic', 'instagram_manage_comments', 'pages_read_engagement'],
	name: 'Get Media',
	action: 'Get media that mentions the account',
	description: 'Get the image, carousel or reel of somebody else whose caption names the account',
	fields: [account, mentionMediaId],
	run: async ({ account: id, mediaId }, api) => await mentionedMedia(api, id, mediaId),
});
