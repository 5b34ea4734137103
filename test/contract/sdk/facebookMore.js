const { run } = require('./client');

const data = ({ _data }) => _data;

/** What a page's manager does: what the page says of itself, who runs it, what others wrote, likes, stories and videos. */
run(async ({ Page, PagePost, AdVideo, Stories, AssignedUser, InsightsResult }, { page: pageId, business, videoUrl }) => {
	const page = new Page(pageId);
	const post = await page.createFeed([], { message: 'Bonjour' });
	await new PagePost(post.id).createLike([], {});
	await new PagePost(post.id).deleteLikes({});
	await page.update([], { about: 'Fleurs du marché', emails: ['bonjour@ateliercamelia.example'] });
	const { about } = await page.get(['about']);
	const roles = (await page.getRoles(['id', 'name'])).map(data);
	const assigned = (await page.getAssignedUsers([AssignedUser.Fields.id, AssignedUser.Fields.user_type], { business })).map(data);
	const visitors = (await page.getVisitorPosts(['id', 'message'])).map(data);
	const tagged = (await page.getTagged(['id', 'message'])).map(data);
	const ratings = (await page.getRatings(['recommendation_type'])).map(data);
	const video = await page.createVideo([], { file_url: videoUrl, title: 'Atelier', description: 'Le film' });
	// The SDK’s video is written by hand: it takes the parameters alone, and has no call for its insights.
	await new AdVideo(video.id).update({ name: 'Le film', description: 'Nouveau' });
	const videos = (await page.getVideos(['id', 'title'], { type: 'uploaded' })).map(data);
	const insights = (await new AdVideo(video.id).getEdge(InsightsResult, [], { metric: ['total_video_views'], period: 'lifetime' }, true, '/video_insights')).map(({ name }) => name);
	const deleted = await new AdVideo(video.id).delete({});
	const photo = await page.createPhoto([], { url: videoUrl.replace('bouquet-du-jour.mp4', 'tulipes-vase.jpg'), published: false });
	await page.createPhotoStory([], { photo_id: photo.id });
	const [story] = await page.getStories([], { status: ['PUBLISHED'] });
	const storyInsights = (await new Stories(story.post_id).getInsights([], { metric: ['STORY_INTERACTION'] })).map(({ name }) => name);
	return { about, roles, assigned, visitors, tagged, ratings, videos, insights, deleted: deleted._data ?? deleted, story: data(story), storyInsights };
});
