import { operation } from '../../core/operation';
import { mediaId } from '../fields';

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-media/collaborators */
export const getCollaborators = operation({
	resource: 'media',
	operation: 'getAllCollaborators',
	effect: 'read',
	scopes: ['instagram_basic', 'pages_read_engagement'],
	name: 'Get Many Collaborators',
	action: 'Get many collaborators of media',
	description: 'Get the accounts that were invited as co-authors, and what they answered',
	fields: [mediaId],
	run: ({ mediaId: id }, api) => api.pages({ url: `/${id}/collaborators` }),
});
