import { operation } from '../../core/operation';
import { uploadVideo as upload } from '../../networks/meta/ads/video';
import { adAccount, additionalFields } from '../fields';
import { newVideo, videoDetails, waiting } from '../fileFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account/advideos#Creating */
export const uploadVideo = operation({
	resource: 'video',
	operation: 'upload',
	effect: 'write',
	scopes: ['ads_management'],
	name: 'Upload',
	action: 'Upload a video',
	description: 'Upload a file or a URL to the media library of an ad account',
	fields: [adAccount, ...newVideo, ...waiting, { ...additionalFields, options: [...videoDetails] }],
	run: async (input, api) => await upload(api, input),
});
