import type { INodeProperties } from 'n8n-workflow';

/** TikTok's own names of its events are the values. https://developers.tiktok.com/doc/webhooks-events */
export const fields: INodeProperties[] = [
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		options: [
			{ name: 'Authorization Removed', value: 'authorization.removed', description: 'An account is not connected to your app any more; its token is dead already' },
			{ name: 'Data Download Ready', value: 'portability.download.ready', description: 'A copy of a person’s data that your app asked for can be fetched. It names no account.' },
			{ name: 'Draft Delivered', value: 'post.publish.inbox_delivered', description: 'A draft has arrived in the inbox of the TikTok app, where the person finishes it' },
			{ name: 'Post Failed', value: 'post.publish.failed', description: 'TikTok could not publish what was handed over; the reason is told' },
			{ name: 'Post No Longer Public', value: 'post.publish.no_longer_publicaly_available', description: 'A post was deleted, made private or taken down' },
			{ name: 'Post Public', value: 'post.publish.publicly_available', description: 'A post has passed moderation and everybody sees it; its ID is told' },
			{ name: 'Post Published', value: 'post.publish.complete', description: 'What was handed over is published, for whoever may see it' },
			{ name: 'Share Kit Upload Failed', value: 'video.upload.failed', description: 'A video shared from your own mobile app could not be uploaded' },
			{ name: 'Share Kit Video Published', value: 'video.publish.completed', description: 'A video shared from your own mobile app is published' },
		],
		default: ['authorization.removed', 'post.publish.complete', 'post.publish.failed', 'post.publish.publicly_available'],
	},
	{
		displayName: 'Accounts',
		name: 'accounts',
		type: 'options',
		options: [
			{ name: 'All Accounts of the App', value: 'all', description: 'Everybody who has connected your app. The item says whose event it is.' },
			{ name: 'Connected Account', value: 'connected', description: 'Only the account that the credential is connected to' },
		],
		default: 'connected',
		description: 'Whose events start the workflow. TikTok tells your app those of every account; events that name no account come all the same.',
	},
	{
		displayName: 'Event Options',
		name: 'eventOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Oldest Signature',
				name: 'oldest',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 300,
				description: 'Age in seconds from which on an event is turned away as a replay. Raise it, up to 259200, where TikTok’s later tries are turned away; an event that was taken before starts nothing in any case.',
			},
			{
				displayName: 'Other Workflows',
				name: 'otherWorkflows',
				type: 'string',
				typeOptions: { rows: 3 },
				default: '',
				placeholder: 'e.g. https://n8n.example.com/webhook/5f1c…/callback',
				description: 'URLs that other QMARK TikTok Triggers of this n8n show, one a line. TikTok calls one URL for an app: give it this trigger’s, and every event is handed on to these as well. Each starts with its own events, once.',
			},
		],
	},
	// With it n8n leaves bodies unread, as for its own Webhook node: a signature is made over the bytes.
	{
		displayName: 'Raw Body',
		name: 'options',
		type: 'hidden',
		default: { binaryData: true },
	},
];
