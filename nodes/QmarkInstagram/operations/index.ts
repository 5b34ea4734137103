import { createComment } from './createComment';
import { deleteComment } from './deleteComment';
import { deleteMedia } from './deleteMedia';
import { discoverAccount } from './discoverAccount';
import { discoverMedia } from './discoverMedia';
import { enableComments } from './enableComments';
import { findHashtag } from './findHashtag';
import { findLocations } from './findLocations';
import { getAccount } from './getAccount';
import { getAccountInsights } from './getAccountInsights';
import { getCollaborators } from './getCollaborators';
import { getHashtagMedia } from './getHashtagMedia';
import { getManyAccounts } from './getManyAccounts';
import { getManyComments } from './getManyComments';
import { getManyMedia } from './getManyMedia';
import { getManyMentions } from './getManyMentions';
import { getMedia } from './getMedia';
import { getMediaInsights } from './getMediaInsights';
import { getMentionedComment } from './getMentionedComment';
import { getMentionedMedia } from './getMentionedMedia';
import { getPublishingLimit } from './getPublishingLimit';
import { getSearchedHashtags } from './getSearchedHashtags';
import { hideComment } from './hideComment';
import { likeComment } from './likeComment';
import { likeMedia } from './likeMedia';
import { publishCarousel } from './publishCarousel';
import { publishImage } from './publishImage';
import { publishReel } from './publishReel';
import { publishStory } from './publishStory';
import { replyToComment } from './replyToComment';
import { replyToMention } from './replyToMention';

/** The first of each resource is what its menu offers first. */
export const operations = [
	publishImage,
	publishCarousel,
	publishReel,
	publishStory,
	getMedia,
	getManyMedia,
	getCollaborators,
	likeMedia,
	enableComments,
	deleteMedia,
	getManyComments,
	createComment,
	replyToComment,
	likeComment,
	hideComment,
	deleteComment,
	getAccountInsights,
	getMediaInsights,
	getAccount,
	getManyAccounts,
	getPublishingLimit,
	getManyMentions,
	getMentionedMedia,
	getMentionedComment,
	replyToMention,
	getHashtagMedia,
	findHashtag,
	getSearchedHashtags,
	discoverAccount,
	discoverMedia,
	findLocations,
];
