import { createHmac, timingSafeEqual } from 'node:crypto';

export const hmac = (secret: string, text: string | Buffer): Buffer => createHmac('sha256', secret).update(text).digest();

/** Compares in constant time, so that an answer's delay tells nothing. */
export const equal = (one: Buffer, other: Buffer): boolean => one.length === other.length && timingSafeEqual(one, other);
