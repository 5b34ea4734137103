import type { INodeProperties } from 'n8n-workflow';

/** What the bot is doing, as its chat shows it: https://core.telegram.org/bots/api#sendchataction. */
export const chatAction = {
	displayName: 'Chat Action',
	name: 'action',
	type: 'options',
	default: 'typing',
	options: [
		{ name: 'Choosing a Sticker', value: 'choose_sticker' },
		{ name: 'Finding a Location', value: 'find_location' },
		{ name: 'Recording a Video', value: 'record_video' },
		{ name: 'Recording a Video Note', value: 'record_video_note' },
		{ name: 'Recording a Voice Message', value: 'record_voice' },
		{ name: 'Typing', value: 'typing' },
		{ name: 'Uploading a Document', value: 'upload_document' },
		{ name: 'Uploading a Photo', value: 'upload_photo' },
		{ name: 'Uploading a Video', value: 'upload_video' },
		{ name: 'Uploading a Video Note', value: 'upload_video_note' },
		{ name: 'Uploading a Voice Message', value: 'upload_voice' },
	],
} as const satisfies INodeProperties;
