import type { StoredMedia } from '../../world';

export type Privacy = 'public' | 'unlisted' | 'private';

/** What a person may set of a video. https://developers.google.com/youtube/v3/docs/videos#properties */
export interface VideoSnippet {
	title: string;
	description: string;
	categoryId: string;
	tags?: string[];
	defaultLanguage?: string;
	defaultAudioLanguage?: string;
}

export interface VideoStatus {
	privacyStatus: Privacy;
	/** ISO 8601; the video turns public then. */
	publishAt?: string;
	license: string;
	embeddable: boolean;
	publicStatsViewable: boolean;
	selfDeclaredMadeForKids: boolean;
	containsSyntheticMedia: boolean;
}

export interface Video {
	id: string;
	channel: string;
	snippet: VideoSnippet;
	status: VideoStatus;
	file: StoredMedia;
	/** In ms by the sandbox's clock, as all times here. */
	uploadedAt: number;
	/** From when on it is processed. */
	processedAt: number;
	/** Of `status.failureReason`, or of `status.rejectionReason`. */
	failure?: string;
	rejection?: string;
	publishedAt?: number;
	/** A thumbnail of its own. */
	thumbnail?: string;
	/** Uploaded through a project that is not verified: nobody can make it anything but private. */
	locked: boolean;
	/** Of the timeline, while it is public. */
	entry?: string;
}

export interface Playlist {
	id: string;
	channel: string;
	title: string;
	description: string;
	defaultLanguage?: string;
	tags?: string[];
	privacyStatus: Privacy;
	/** Whether it is shown as a podcast. */
	podcastStatus?: string;
	createdAt: number;
	items: PlaylistItem[];
}

export interface PlaylistItem {
	id: string;
	videoId: string;
	addedAt: number;
	note?: string;
}

/** A resumable upload. https://developers.google.com/youtube/v3/guides/using_resumable_upload_protocol */
export interface Session {
	id: string;
	channel: string;
	snippet: VideoSnippet;
	status: VideoStatus;
	parts: string[];
	mime: string;
	size: number;
	received: number;
	head: Buffer;
	begunAt: number;
	/** The video that it became. */
	video?: string;
}
