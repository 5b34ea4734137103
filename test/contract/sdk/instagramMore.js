const { run } = require('./client');

const data = ({ _data }) => _data;

/** What Instagram's community manager does: tags, mentions, hashtags, other accounts, comments on and off, deleting. */
run(async ({ IGUser, IGMedia, ShadowIGHashtag }, { account, imageUrl, hashtag, mentioningMedia, username }) => {
	const user = new IGUser(account);
	const tags = (await user.getTags(['id', 'caption'])).map(data);
	const mentioned = (await user.get([`mentioned_media.media_id(${mentioningMedia}){id,username}`]))._data.mentioned_media;
	// The answer's id becomes that of the object it was called on.
	const reply = await new IGUser(account).createMention([], { media_id: mentioningMedia, message: 'Merci !' });
	const discovered = (await user.get([`business_discovery.username(${username}){followers_count,media.limit(2){id}}`]))._data.business_discovery;
	const top = (await new ShadowIGHashtag(hashtag).getTopMedia(['id', 'like_count'], { user_id: account, limit: 2 })).map(data);
	const searched = (await user.getRecentlySearchedHashtags(['id', 'name'])).map(data);
	const container = (await user.createMedia([], { image_url: imageUrl })).id;
	const media = new IGMedia((await user.createMediaPublish([], { creation_id: container })).id);
	await media.update([], { comment_enabled: false });
	const { is_comment_enabled: open } = await media.get(['is_comment_enabled']);
	const deleted = await media.delete([]);
	return { tags, mentioned, reply: data(reply), discovered, top, searched, open, deleted: deleted._data ?? deleted };
});
