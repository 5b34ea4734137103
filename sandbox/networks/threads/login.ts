import { Login } from '../meta/login/login';
import type { Refuse } from '../meta/login/authorize';
import { seed } from '../seed';
import type { World } from '../world';

/** https://developers.facebook.com/docs/threads/get-started */
export const createLogin = (world: World): Login =>
	new Login(world, {
		...seed.threads,
		name: 'Threads',
		scopes: [
			'threads_basic',
			'threads_content_publish',
			'threads_manage_replies',
			'threads_read_replies',
			'threads_manage_insights',
			'threads_keyword_search',
			'threads_manage_mentions',
			'threads_delete',
			'threads_location_tagging',
			'threads_profile_discovery',
		],
		tokenPrefix: 'THSANDBOX',
		grantPrefix: 'th',
		settingsAt: 'threads',
		tellsPermissions: false,
		callbackId: (account) => account,
	});

/** The authorization window answers bare JSON to what it cannot use: https://github.com/fbsamples/threads_api/issues/24 */
export const jsonRefusal: Refuse = (response, sentence) => {
	response.status(400).json({ error_message: `Invalid Request: ${sentence}`, error_code: sentence.endsWith('platform app') ? 1349026 : 1349048 });
};
