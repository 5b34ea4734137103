import { listSearch } from '../../core/search';
import { threads } from '../../platforms/threads';

/** The one account that is connected. https://developers.facebook.com/docs/threads/threads-profiles */
export const searchProfiles = listSearch<{ id: string; username: string }>(threads, { url: '/me', qs: { fields: 'id,username' } }, ({ id, username }) => ({
	name: `@${username}`,
	value: id,
	url: `https://www.threads.net/@${username}`,
}));
