import { operation } from '../../core/operation';
import { youtube } from '../../platforms/youtube';
import { createPlaylist as create } from '../../networks/youtube/playlists';
import { additional, extra, privacy, title } from '../fields';

/** https://developers.google.com/youtube/v3/docs/playlists/insert */
export const createPlaylist = operation({
	resource: 'playlist',
	operation: 'create',
	effect: 'write',
	scopes: [youtube.scopes.manage, youtube.scopes.read],
	name: 'Create',
	action: 'Create a playlist',
	description: 'Create a playlist on the channel',
	fields: [{ ...title, required: true, description: 'Up to 150 characters' }, privacy, additional(extra.description, extra.language)],
	run: async ({ title: name, privacy: seen, additionalFields }, api) => await create(api, { title: name, privacy: seen, ...additionalFields }),
});
