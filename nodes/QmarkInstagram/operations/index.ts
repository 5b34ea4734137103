import { createComment } from './createComment';
import { deleteComment } from './deleteComment';
import { getAccount } from './getAccount';
import { getAccountInsights } from './getAccountInsights';
import { getManyAccounts } from './getManyAccounts';
import { getManyComments } from './getManyComments';
import { getManyMedia } from './getManyMedia';
import { getMedia } from './getMedia';
import { getMediaInsights } from './getMediaInsights';
import { getPublishingLimit } from './getPublishingLimit';
import { hideComment } from './hideComment';
import { publishCarousel } from './publishCarousel';
import { publishImage } from './publishImage';
import { publishReel } from './publishReel';
import { publishStory } from './publishStory';
import { replyToComment } from './replyToComment';

/** The first of each resource is what its menu offers first. */
export const operations = [
	publishImage,
	publishCarousel,
	publishReel,
	publishStory,
	getMedia,
	getManyMedia,
	getManyComments,
	createComment,
	replyToComment,
	hideComment,
	deleteComment,
	getAccountInsights,
	getMediaInsights,
	getAccount,
	getManyAccounts,
	getPublishingLimit,
];
