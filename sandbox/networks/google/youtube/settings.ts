import { flag, type Setter } from '../../oauth/grantSettings';
import type { YouTube } from './store';

export interface YouTubeSettings {
	/** Clock seconds until an uploaded video is processed. */
	videoProcessingSeconds: number;
	/** What becomes of the videos that are uploaded from now on: a `failureReason`, or a `rejectionReason`. */
	videoFailure: string;
	videoRejection: string;
	/** The API project is not verified: its uploads are locked as private. */
	unverifiedProject: boolean;
	/** The channel's phone number is verified. */
	verifiedChannel: boolean;
	/** The Google accounts have no channel. */
	withoutChannel: boolean;
	/** Of the project, a day; `videos.insert` has a bucket of its own. */
	units: number;
	inserts: number;
	/** Videos that a channel may upload in 24 hours. */
	channelUploads: number;
	/** Life of an upload's session. */
	sessionSeconds: number;
	/** The next bytes that come are cut off after so many; 0 = they are not. So often. */
	cutUploadAfter: number;
	cutUploads: number;
	/** Clock seconds until the list of uploads shows a video. */
	uploadsLagSeconds: number;
}

export const defaults = (): YouTubeSettings => ({
	...{ videoProcessingSeconds: 10, videoFailure: '', videoRejection: '', unverifiedProject: false, verifiedChannel: true, withoutChannel: false },
	...{ units: 10_000, inserts: 100, channelUploads: 100, sessionSeconds: 7 * 86_400, cutUploadAfter: 0, cutUploads: 1, uploadsLagSeconds: 0 },
});

type Named<T> = { [K in keyof YouTubeSettings]: YouTubeSettings[K] extends T ? K : never }[keyof YouTubeSettings];

const counts: Record<string, Named<number>> = {
	...{ videoProcessingSeconds: 'videoProcessingSeconds', youTubeUnits: 'units', youTubeInserts: 'inserts', channelUploads: 'channelUploads' },
	...{ uploadSessionSeconds: 'sessionSeconds', cutUploadAfter: 'cutUploadAfter', cutUploads: 'cutUploads', uploadsLagSeconds: 'uploadsLagSeconds' },
};

/** What tests may set of YouTube. */
export function youtubeSetters({ settings }: YouTube): Record<string, Setter> {
	const setters: Record<string, Setter> = {};
	for (const [name, setting] of Object.entries(counts)) {
		setters[name] = (value) => {
			if (typeof value !== 'number' || !(value >= 0)) return 'a number, 0 or more';
			settings[setting] = value;
			return undefined;
		};
	}
	for (const name of ['videoFailure', 'videoRejection'] as const) {
		setters[name] = (value) => {
			if (typeof value !== 'string') return 'a reason';
			settings[name] = value;
			return undefined;
		};
	}
	for (const name of ['unverifiedProject', 'verifiedChannel', 'withoutChannel'] as const) setters[name] = flag((on) => (settings[name] = on));
	return setters;
}
