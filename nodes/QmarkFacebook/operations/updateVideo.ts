import { operation } from '../../core/operation';
import { changeVideo } from '../../networks/facebook/videos';
import { page, publishAt, videoId } from '../fields';
import { title } from '../mediaFields';

/** https://developers.facebook.com/docs/graph-api/reference/video#Updating */
export const updateVideo = operation({
	resource: 'video',
	operation: 'update',
	effect: 'write',
	scopes: ['pages_manage_posts', 'pages_read_engagement'],
	name: 'Update',
	action: 'Update a video',
	description: 'Change the texts or the time of a video or reel',
	fields: [
		page,
		videoId,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{ displayName: 'Content Tags', name: 'contentTags', type: 'string', default: '', placeholder: 'e.g. fleurs,bouquet', description: 'Comma-separated words that describe the video' },
				{ displayName: 'Description', name: 'description', type: 'string', typeOptions: { rows: 4 }, default: '', description: 'The text of the video’s post' },
				{ displayName: 'Embeddable', name: 'embeddable', type: 'boolean', default: true, description: 'Whether other sites may show the video' },
				{ ...publishAt, description: 'A new time for a scheduled video, from 10 minutes to 29 days from now' },
				{ displayName: 'Publish Now', name: 'publishNow', type: 'boolean', default: true, description: 'Whether to publish a scheduled or unpublished video at once' },
				title,
			],
		},
	],
	run: async ({ videoId: id, updateFields }, api) => await changeVideo(api, id, updateFields),
});
