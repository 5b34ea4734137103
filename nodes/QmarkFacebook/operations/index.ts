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
import { getManyComments } from './getManyComments';
import { getManyPages } from './getManyPages';
import { getManyPosts } from './getManyPosts';
import { getPage } from './getPage';
import { getPageInsights } from './getPageInsights';
import { getPost } from './getPost';
import { getPostInsights } from './getPostInsights';
import { hideComment } from './hideComment';
import { replyToComment } from './replyToComment';
import { updatePost } from './updatePost';

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
	updatePost,
	deletePost,
	getManyComments,
	createComment,
	replyToComment,
	hideComment,
	deleteComment,
	getManyPages,
	getPage,
	getPageInsights,
	getPostInsights,
];
