import { createComment } from './createComment';
import { createLinkPost } from './createLinkPost';
import { createPhotoPost } from './createPhotoPost';
import { createPhotosPost } from './createPhotosPost';
import { createReel } from './createReel';
import { createStory } from './createStory';
import { createTextPost } from './createTextPost';
import { createVideoPost } from './createVideoPost';
import { deleteComment } from './deleteComment';
import { deletePost } from './deletePost';
import { deleteVideo } from './deleteVideo';
import { getManyComments } from './getManyComments';
import { getManyPages } from './getManyPages';
import { getManyPosts } from './getManyPosts';
import { getManyStories } from './getManyStories';
import { getManyVideos } from './getManyVideos';
import { getPage } from './getPage';
import { getPageInsights } from './getPageInsights';
import { getPageRatings } from './getPageRatings';
import { getPageRoles } from './getPageRoles';
import { getPost } from './getPost';
import { getPostInsights } from './getPostInsights';
import { getStoryInsights } from './getStoryInsights';
import { getVideo } from './getVideo';
import { getVideoInsights } from './getVideoInsights';
import { getVisitorPosts } from './getVisitorPosts';
import { hideComment } from './hideComment';
import { likeComment } from './likeComment';
import { likePost } from './likePost';
import { replyToComment } from './replyToComment';
import { updatePage } from './updatePage';
import { updatePost } from './updatePost';
import { updateVideo } from './updateVideo';

export const operations = [
	createTextPost,
	createLinkPost,
	createPhotoPost,
	createPhotosPost,
	createVideoPost,
	createReel,
	createStory,
	getPost,
	getManyPosts,
	getVisitorPosts,
	updatePost,
	likePost,
	deletePost,
	getManyComments,
	createComment,
	replyToComment,
	likeComment,
	hideComment,
	deleteComment,
	getManyPages,
	getPage,
	updatePage,
	getPageRoles,
	getPageRatings,
	getManyVideos,
	getVideo,
	updateVideo,
	deleteVideo,
	getManyStories,
	getPageInsights,
	getPostInsights,
	getVideoInsights,
	getStoryInsights,
];
