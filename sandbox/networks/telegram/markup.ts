import type { TelegramMessageEntity } from '@gramio/types';
import { badRequest, type ApiError } from './errors';

/** Text without markup and what its markup meant. Offsets and lengths count UTF-16 code units, as JavaScript strings do. */
export interface Formatted {
	text: string;
	entities: TelegramMessageEntity[];
}

/** A markup error with Telegram's prefix. */
export function cannotParse(reason: string): ApiError {
	return badRequest(`can't parse entities: ${reason}`);
}

/** Telegram counts UTF-8 bytes in its complaints. */
export function byteOffset(source: string, index: number): number {
	return Buffer.byteLength(source.slice(0, index));
}
