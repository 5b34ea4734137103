import { addPlaylistItem } from './addPlaylistItem';
import { createPlaylist } from './createPlaylist';
import { deletePlaylist } from './deletePlaylist';
import { deleteVideo } from './deleteVideo';
import { getChannel } from './getChannel';
import { getChannelReport } from './getChannelReport';
import { getManyPlaylistItems } from './getManyPlaylistItems';
import { getManyPlaylists } from './getManyPlaylists';
import { getManyVideos } from './getManyVideos';
import { getVideo } from './getVideo';
import { getVideoReport } from './getVideoReport';
import { removePlaylistItem } from './removePlaylistItem';
import { setThumbnail } from './setThumbnail';
import { updatePlaylist } from './updatePlaylist';
import { updateVideo } from './updateVideo';
import { uploadVideo } from './uploadVideo';

/** The first of each resource is what its menu offers first. */
export const operations = [
	uploadVideo,
	getVideo,
	getManyVideos,
	updateVideo,
	deleteVideo,
	setThumbnail,
	createPlaylist,
	getManyPlaylists,
	updatePlaylist,
	deletePlaylist,
	addPlaylistItem,
	getManyPlaylistItems,
	removePlaylistItem,
	getChannel,
	getChannelReport,
	getVideoReport,
];
