import type { World } from '../../world';
import type { Playlist, PlaylistItem, Session, Video } from './model';
import { defaults } from './settings';

/** A person's channel; `id` is UC and 22 characters, its list of uploads UU and the same. */
export interface Channel {
	id: string;
	account: string;
	title: string;
	handle: string;
	createdAt: string;
	/** Custom thumbnails and videos of more than 15 minutes take a verified phone number. */
	verified: boolean;
}

/** The day in California, by which Google counts quota. */
export const pacificDay = (at: number): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' }).format(at);

export interface SavedYouTube {
	videos: Map<string, Video>;
	playlists: Map<string, Playlist>;
	sessions: Map<string, Session>;
	used: { day: string; units: number; inserts: number };
	last: number;
}

/** All that YouTube remembers. */
export class YouTube {
	readonly settings = defaults();
	videos = new Map<string, Video>();
	playlists = new Map<string, Playlist>();
	sessions = new Map<string, Session>();
	/** Of the project, since midnight in California. */
	used = { day: '', units: 0, inserts: 0 };
	private last = 0;

	constructor(
		readonly world: World,
		readonly channels: readonly Channel[],
	) {}

	channelOf(account: string): Channel | undefined {
		return this.settings.withoutChannel ? undefined : this.channels.find((channel) => channel.account === account);
	}

	channel(id: string): Channel | undefined {
		return this.channels.find((channel) => channel.id === id);
	}

	/** `length` characters that end in a number of their own. */
	newId(prefix: string, length: number): string {
		return prefix + String(++this.last).padStart(length - prefix.length, '0');
	}

	/** A channel's own, the newest first. */
	uploadsOf(channel: string): Video[] {
		return [...this.videos.values()].filter((video) => video.channel === channel).reverse();
	}

	/** Uploads are a playlist of their own, whose items have no ID but the video's. */
	uploadsPlaylist(channel: Channel): Playlist {
		const shown = this.uploadsOf(channel.id).filter(({ uploadedAt }) => uploadedAt + this.settings.uploadsLagSeconds * 1000 <= this.world.clock.now());
		const items = shown.map(({ id, uploadedAt }): PlaylistItem => ({ id: `VVV${id}`, videoId: id, addedAt: uploadedAt }));
		return { id: uploadsOf(channel), channel: channel.id, title: `Uploads from ${channel.title}`, description: '', privacyStatus: 'public', createdAt: Date.parse(channel.createdAt), items };
	}

	url(id: string): string {
		return `${this.world.origin}/www.youtube.com/watch?v=${id}`;
	}

	/** Brings what the timeline shows in line with who may see the video; a date that has come makes it public. */
	show(video: Video): void {
		const now = this.world.clock.now();
		const { status, snippet, file, channel } = video;
		if (status.publishAt && Date.parse(status.publishAt) <= now) {
			delete status.publishAt;
			if (!video.locked) status.privacyStatus = 'public';
		}
		const seen = status.privacyStatus === 'public' && video.failure === undefined && video.rejection === undefined;
		const text = [snippet.title, snippet.description].filter(Boolean).join('\n\n');
		if (!seen && video.entry !== undefined) {
			this.world.timeline.remove(video.entry);
			delete video.entry;
		} else if (seen && video.entry !== undefined) this.world.timeline.update(video.entry, { text });
		else if (seen) {
			video.publishedAt = now;
			video.entry = this.world.timeline.add({ network: 'youtube', account: this.channel(channel)?.title ?? channel, kind: 'video', text, media: [{ kind: 'video', url: file.url }], url: this.url(video.id) });
		}
	}

	/** What the clock has done since the last call. */
	catchUp(): void {
		for (const video of this.videos.values()) if (video.status.publishAt) this.show(video);
	}

	remove(video: Video): void {
		if (video.entry !== undefined) this.world.timeline.remove(video.entry);
		this.videos.delete(video.id);
		for (const playlist of this.playlists.values()) playlist.items = playlist.items.filter(({ videoId }) => videoId !== video.id);
	}

	reset(): void {
		Object.assign(this.settings, defaults());
		Object.assign(this, { videos: new Map(), playlists: new Map(), sessions: new Map(), used: { day: '', units: 0, inserts: 0 }, last: 0 });
	}

	save(): SavedYouTube {
		const { videos, playlists, sessions, used, last } = this;
		return { videos, playlists, sessions, used, last };
	}

	load(saved: SavedYouTube): void {
		Object.assign(this, saved);
	}
}

export const uploadsOf = ({ id }: Channel): string => `UU${id.slice(2)}`;
