import type { Router } from 'express';

/** One thing a network now shows to the public. Newest first in `GET /timeline.json`. */
export interface TimelineEntry {
	network: string;
	/** Display name of the page, account, channel or chat that shows it. */
	account: string;
	/** `text`, `photo`, `video`, `album`, `reel`, `story`, `carousel`, `poll`, `comment` … as the network calls it. */
	kind: string;
	text: string;
	media: { kind: 'image' | 'video' | 'audio' | 'file'; url: string; alt?: string }[];
	/** Buttons under a message that lead somewhere. */
	buttons?: { text: string; url: string }[];
	/** Where a person sees it; the sandbox answers this address with a page. */
	url: string;
	/** ISO 8601 UTC, by the sandbox's clock. */
	at: string;
}

/** A part of the sandbox that may come back after a restart. */
export interface Remembered {
	/** Plain data only: objects, arrays, Map, Set, Buffer; no functions and no class instances. It is read at once and not changed. */
	save(): unknown;
	/** Takes over what `save` answered in an earlier run; called at most once, before the first request. */
	load(saved: unknown): void;
}

/** The sandbox's own time: real time plus what tests have added to it. */
export interface Clock extends Remembered {
	/** Milliseconds since 1970. */
	now(): number;
	advance(seconds: number): void;
	reset(): void;
}

export interface Timeline extends Remembered {
	/** Adds an entry and answers its id, to edit or remove it by. */
	add(entry: Omit<TimelineEntry, 'at'>): string;
	update(id: string, change: Partial<Pick<TimelineEntry, 'text' | 'media'>>): void;
	remove(id: string): void;
	list(): TimelineEntry[];
	clear(): void;
}

/** Bytes a network holds: uploaded by a client or fetched from a URL, served again under `/media/`. */
export interface MediaStore extends Remembered {
	/** `size` counts all bytes received; only the first megabyte of a large upload is kept, so that memory stays flat. */
	put(file: { name: string; mime: string; head: Buffer; size: number }): StoredMedia;
	get(id: string): StoredMedia | undefined;
	clear(): void;
}
export interface StoredMedia {
	id: string;
	name: string;
	mime: string;
	head: Buffer;
	size: number;
	/** Absolute URL under the sandbox. */
	url: string;
}

/** What a network may use, and all it may use, of the sandbox around it. */
export interface World {
	/** `http://127.0.0.1:4010`, no trailing slash. */
	origin: string;
	clock: Clock;
	timeline: Timeline;
	media: MediaStore;
	/** To be called after a change that no request makes: by the clock, or after the answer. */
	changed(): void;
}

/** One fake network. Mounted under its vendor's own host names: `/<host>/…`. */
export interface Network extends Remembered {
	name: string;
	/** Vendor host → what answers there, e.g. `{ 'graph.facebook.com': router }`. */
	hosts: Record<string, Router>;
	/** The vendor's own error body for an injected HTTP status (429, 500, 503 …), or undefined for a gateway's plain HTML. */
	errorBody(status: number): unknown;
	/** Settings a test may change through `POST /_sandbox/settings {"<name>": {…}}`; returns a sentence when refused. */
	configure(settings: Record<string, unknown>): string | undefined;
	/** Back to the seed. */
	reset(): void;
}

export type CreateNetwork = (world: World) => Network;
