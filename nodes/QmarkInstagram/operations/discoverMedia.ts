import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { discoveredMedia } from '../../networks/instagram/discovery';
import { username } from '../discoveryFields';
import { account, pageSize } from '../fields';

/** https://developers.facebook.com/docs/instagram-platform/instagram-api-with-facebook-login/business-discovery */
export const discoverMedia = operation({
	resource: 'discovery',
	operation: 'getAllMedia',
	effect: 'read',
	scopes: ['instagram_basic', 'instagram_manage_insights', 'pages_read_engagement'],
	name: 'Get Many Media',
	action: 'Get many media of somebody else',
	description: 'Get many media that another professional account published, with likes and comments, newest first',
	fields: [{ ...account, description: 'The Instagram professional account that asks' }, username, ...many],
	run: ({ account: id, username: name, ...wanted }, api) => discoveredMedia(api, id, name, pageSize(wanted)),
});
