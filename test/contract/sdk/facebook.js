const { run } = require('./client');

/** What a page's own publisher does: a post, a photo by URL, comments, reading and deleting them. */
run(async ({ Page, PagePost, Comment }, { page: pageId, message, photoUrl }) => {
	const page = new Page(pageId);
	const post = await page.createFeed(['id', 'permalink_url'], { message });
	const photo = await page.createPhoto([], { url: photoUrl, caption: message });
	const comment = await new PagePost(post.id).createComment([], { message: 'Merci !' });
	const reply = await new Comment(comment.id).createComment([], { message: 'De rien' });
	const listed = await page.getPublishedPosts(['id', 'message'], { limit: 1 });
	const firstPage = listed.map(({ id }) => id);
	const secondPage = (await listed.next()).map(({ id }) => id);
	const comments = (await new PagePost(post.id).getComments(['id', 'message'], { filter: 'stream' })).map(({ message: text }) => text);
	const deleted = await new PagePost(post.id).delete([]);
	return { post: post._data, photo: photo._data, comment: comment._data, reply: reply._data, firstPage, secondPage, comments, deleted: deleted._data ?? deleted };
});
