const { run } = require('./client');

/** What a page's own inbox does: answer a person, send a file that Meta keeps, show that it is typing, and read the conversation. */
run(async ({ Page, UnifiedThread }, { page: pageId, person, platform, text, photoUrl }) => {
	const page = new Page(pageId);
	const recipient = { id: person };
	const sent = await page.createMessage([], { recipient, messaging_type: 'RESPONSE', message: { text } });
	const kept = await page.createMessageAttachment([], { platform, message: { attachment: { type: 'image', payload: { url: photoUrl, is_reusable: true } } } });
	const attachment = { type: 'image', payload: { attachment_id: kept.attachment_id } };
	const photo = await page.createMessage([], { recipient, messaging_type: 'RESPONSE', message: platform === 'instagram' ? { attachments: [attachment] } : { attachment } });
	const action = await page.createMessage([], { recipient, sender_action: 'typing_on' });
	const [thread] = await page.getConversations(['id', 'updated_time', 'participants', 'snippet'], { platform, user_id: person });
	const listed = await new UnifiedThread(thread.id).getMessages(['id', 'message', 'from', 'created_time', 'attachments'], { limit: 1 });
	const newest = listed.map(({ _data, ...message }) => _data ?? message);
	const second = (await listed.next()).map(({ _data, ...message }) => _data ?? message);
	return { sent: sent._data, kept: kept.attachment_id, photo: photo._data, action: action._data, thread: thread._data, newest, second };
});
