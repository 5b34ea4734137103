import type { Owned } from '../ads/model';

/** An event as it came in, and what became of it. */
export interface StoredEvent {
	event: Record<string, unknown>;
	/** Dropped, as the same name and ID had come within 48 hours. */
	duplicate: boolean;
	testCode?: string;
	/** Clock milliseconds. */
	at: number;
}

/** A dataset, by its old name a pixel. */
export interface Dataset extends Owned {
	type: 'AdsPixel';
	/** Oldest first. */
	events: StoredEvent[];
}
