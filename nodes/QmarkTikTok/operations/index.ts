import { cancelPost } from './cancelPost';
import { getCreatorInfo } from './getCreatorInfo';
import { getManyVideos } from './getManyVideos';
import { getPostStatus } from './getPostStatus';
import { getUser } from './getUser';
import { getVideo } from './getVideo';
import { publishPhotos } from './publishPhotos';
import { publishVideo } from './publishVideo';
import { uploadPhotosDraft } from './uploadPhotosDraft';
import { uploadVideoDraft } from './uploadVideoDraft';
import { waitForPost } from './waitForPost';

/** The first of each resource is what its menu offers first. */
export const operations = [
	publishVideo,
	uploadVideoDraft,
	getManyVideos,
	getVideo,
	publishPhotos,
	uploadPhotosDraft,
	getPostStatus,
	waitForPost,
	cancelPost,
	getCreatorInfo,
	getUser,
];
