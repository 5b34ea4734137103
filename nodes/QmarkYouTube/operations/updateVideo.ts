import { operation } from '../../core/operation';
import { youtube } from '../../platforms/youtube';
import { videoIdIn } from '../../networks/youtube/find';
import { metadataOf } from '../../networks/youtube/metadata';
import { changeVideo, shown } from '../../networks/youtube/videos';
import { extra, updates, video } from '../fields';

/** https://developers.google.com/youtube/v3/docs/videos/update */
export const updateVideo = operation({
	resource: 'video',
	operation: 'update',
	effect: 'write',
	scopes: [youtube.scopes.manage, youtube.scopes.read],
	name: 'Update',
	action: 'Update a video',
	description: 'Change the title, description, privacy or other fields of a video; what is not given stays',
	fields: [video, updates(extra.audioLanguage, extra.category, extra.containsSyntheticMedia, extra.description, extra.embeddable, extra.language, extra.license, extra.madeForKids, extra.privacy, extra.publicStatsViewable, extra.publishAt, extra.tags, extra.title)],
	run: async ({ videoId, updateFields }, api) => shown(await changeVideo(api, videoIdIn('Video', videoId), metadataOf(updateFields)), updateFields.privacy),
});
