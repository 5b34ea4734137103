import { createHash } from 'node:crypto';
import type { Content } from '../model/content';
import type { Row } from './table';

const digest = (parts: readonly unknown[]) => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** What a content says, whatever it is called, whenever and wherever it goes. Files of the item count by their bytes where those are known. */
function said({ text, variants, media, link }: Content, prints: Row['prints'] = {}): readonly unknown[] {
	const sources = media.map(({ role, source }) => [role, 'binary' in source ? (prints[source.binary] ?? source.binary) : source]);
	return [text, variants, sources, link];
}

export const saidBy = (content: Content, row: Row): string => digest(said(content, row.prints));

/** The same row gets the same ID in every run: what it says and when. */
export const derivedId = (content: Content, row: Row): string => `c-${digest([...said(content, row.prints), content.publishAt]).slice(0, 12)}`;
