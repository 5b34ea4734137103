import type { StoredMedia } from '../../world';
import type { Dataset } from '../conversions/model';
import type { AdRule, CustomAudience } from './audienceModel';

export interface AdAccount {
	type: 'AdAccount';
	/** `act_…` */
	id: string;
	/** The same without the prefix. */
	accountId: string;
	name: string;
	currency: string;
	timeZone: string;
	/** In minor units. */
	minDailyBudget: number;
	businessId: string;
}

export type Status = 'ACTIVE' | 'PAUSED' | 'ARCHIVED' | 'DELETED';

export interface Owned {
	id: string;
	/** Without `act_`. */
	accountId: string;
	name: string;
	createdAt: number;
	updatedAt: number;
	/** The other parameters, as they were given: money in minor units, objects as objects. */
	values: Record<string, unknown>;
}

interface Delivered extends Owned {
	status: Status;
	/** What it is a copy of. */
	sourceId?: string;
}

export interface Campaign extends Delivered {
	type: 'Campaign';
}

export interface AdSet extends Delivered {
	type: 'AdSet';
	campaignId: string;
}

export interface Ad extends Delivered {
	type: 'Ad';
	adSetId: string;
	creativeId: string;
}

export interface AdCreative extends Owned {
	type: 'AdCreative';
	status: 'ACTIVE' | 'DELETED';
}

export interface AdImage extends Owned {
	type: 'AdImage';
	/** Of the bytes: the same image is there once. */
	hash: string;
	file: StoredMedia;
	width?: number;
	height?: number;
}

export interface AdVideo extends Owned {
	type: 'AdVideo';
	/** Announced size in bytes; 0 until known. */
	size: number;
	received: number;
	file?: StoredMedia;
	/** Clock time when the encoder is through; undefined until all bytes are there. */
	readyAt?: number;
}

/** A report that is prepared in the background. */
export interface AdReportRun {
	type: 'AdReportRun';
	id: string;
	accountId: string;
	/** What it reports on. */
	subjectId: string;
	/** The parameters of the report. */
	values: Record<string, unknown>;
	createdAt: number;
	updatedAt: number;
}

/** Whatever pauses, ends and is copied. */
export type AdsObject = Campaign | AdSet | Ad;

/** Every node of an ad account. */
export type AdsNode = AdAccount | AdsObject | AdCreative | AdImage | AdVideo | AdReportRun | CustomAudience | AdRule | Dataset;
