import { createArticle } from './createArticle';
import { createComment } from './createComment';
import { createDocument } from './createDocument';
import { createImage } from './createImage';
import { createImages } from './createImages';
import { createPoll } from './createPoll';
import { createReaction } from './createReaction';
import { createText } from './createText';
import { createVideo } from './createVideo';
import { deleteComment } from './deleteComment';
import { deletePost } from './deletePost';
import { deleteReaction } from './deleteReaction';
import { getAccount } from './getAccount';
import { getFollowerCount } from './getFollowerCount';
import { getFollowerStatistics } from './getFollowerStatistics';
import { getManyComments } from './getManyComments';
import { getManyOrganizations } from './getManyOrganizations';
import { getManyPosts } from './getManyPosts';
import { getManyReactions } from './getManyReactions';
import { getOrganization } from './getOrganization';
import { getPageStatistics } from './getPageStatistics';
import { getPost } from './getPost';
import { getPostStatistics } from './getPostStatistics';
import { getShareStatistics } from './getShareStatistics';
import { getSocialMetadata } from './getSocialMetadata';
import { replyToComment } from './replyToComment';
import { reshare } from './reshare';
import { updateComment } from './updateComment';
import { updatePost } from './updatePost';
import { updateSocialMetadata } from './updateSocialMetadata';

/** The first of each resource is what its menu offers first. */
export const operations = [
	createText,
	createArticle,
	createImage,
	createImages,
	createVideo,
	createDocument,
	createPoll,
	reshare,
	getPost,
	getManyPosts,
	updatePost,
	deletePost,
	getAccount,
	createComment,
	replyToComment,
	getManyComments,
	updateComment,
	deleteComment,
	getSocialMetadata,
	updateSocialMetadata,
	createReaction,
	getManyReactions,
	deleteReaction,
	getOrganization,
	getManyOrganizations,
	getFollowerCount,
	getShareStatistics,
	getPostStatistics,
	getFollowerStatistics,
	getPageStatistics,
];
