import { deletePost } from './deletePost';
import { getAccountInsights } from './getAccountInsights';
import { getConversation } from './getConversation';
import { getManyMentions } from './getManyMentions';
import { getManyPosts } from './getManyPosts';
import { getManyReplies } from './getManyReplies';
import { getPost } from './getPost';
import { getPostInsights } from './getPostInsights';
import { getProfile } from './getProfile';
import { getPublishingLimit } from './getPublishingLimit';
import { hideReply } from './hideReply';
import { publishCarousel } from './publishCarousel';
import { publishImage } from './publishImage';
import { publishReply } from './publishReply';
import { publishText } from './publishText';
import { publishVideo } from './publishVideo';
import { repost } from './repost';
import { searchPosts } from './searchPosts';

/** The first of each resource is what its menu offers first. */
export const operations = [
	publishText,
	publishImage,
	publishVideo,
	publishCarousel,
	getPost,
	getManyPosts,
	searchPosts,
	repost,
	deletePost,
	getManyReplies,
	getConversation,
	publishReply,
	hideReply,
	getManyMentions,
	getPostInsights,
	getAccountInsights,
	getProfile,
	getPublishingLimit,
];
