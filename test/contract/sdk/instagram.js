const { run } = require('./client');

/** What Instagram's own publisher does: container → publication for each kind, comments, and reading them. */
run(async ({ IGUser, IGMedia, IGComment }, { account, containers, caption }) => {
	const user = new IGUser(account);
	const create = async (parameters) => (await user.createMedia([], parameters)).id;
	const publish = async (creation_id) => (await user.createMediaPublish([], { creation_id })).id;
	const image = await publish(await create({ ...containers.image, caption }));
	const children = [];
	for (const item of containers.carousel) children.push(await create({ ...item, is_carousel_item: true }));
	const carousel = await publish(await create({ media_type: 'CAROUSEL', children: children.join(','), caption }));
	const story = await publish(await create(containers.story));
	const comment = (await new IGMedia(image).createComment([], { message: 'Merci !' })).id;
	const reply = (await new IGComment(comment).createReply([], { message: 'De rien' })).id;
	const listed = (await user.getMedia(['id', 'caption', 'permalink'], { limit: 10 })).map(({ _data }) => _data);
	const comments = (await new IGMedia(image).getComments(['id', 'text'])).map(({ text }) => text);
	const limit = (await user.getContentPublishingLimit(['config', 'quota_usage'])).map(({ _data }) => _data);
	const insights = (await new IGMedia(image).getInsights([], { metric: ['reach', 'views'] })).map(({ name }) => name);
	await new IGComment(comment).update([], { hide: true });
	const { hidden } = await new IGComment(comment).get(['hidden']);
	const deleted = await new IGComment(comment).delete([]);
	return { image, carousel, story, comment, reply, listed, comments, limit, insights, hidden, deleted: deleted._data ?? deleted };
});
