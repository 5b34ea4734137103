import type { TimelineEntry } from '../../world';
import { download, FetchFailure } from '../media';
import type { WhatsAppNumber } from '../model';
import type { Meta } from '../state';
import { invalidMessage } from './errors';
import { largest, mediaOf, refusedFile } from './media';
import { isRecord, type Fields } from './shape';
import type { Kind } from './shapes';
import { templateContent } from './templateMessage';

export interface Content extends Pick<TimelineEntry, 'kind' | 'text' | 'media' | 'buttons'> {
	/** Of a template; free-form messages have none. */
	category?: string;
	/** What Meta finds out only after it has accepted the message. */
	failure?: { code: number; details: string };
}

type Shown = Content['media'][number]['kind'];
const shownAs: Readonly<Record<string, Shown>> = { image: 'image', sticker: 'image', video: 'video', audio: 'audio', document: 'file' };

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const inside = (value: unknown, name: string): Fields => (isRecord(value) && isRecord(value[name]) ? value[name] : {});

/** A file by its ID, or fetched from its address as Meta does. */
export async function fileContent(kind: string, value: Fields, number: WhatsAppNumber, meta: Meta): Promise<Pick<Content, 'media' | 'failure'>> {
	const shown = shownAs[kind] ?? 'file';
	if (typeof value.id === 'string') {
		const { file } = mediaOf(value.id, number, meta);
		const problem = refusedFile(kind, file.mime, file.size);
		if (problem) throw invalidMessage(`Param ${kind}['id']: ${problem}`);
		return { media: [{ kind: shown, url: file.url, alt: file.name }] };
	}
	const link = textOf(value.link);
	try {
		const { file } = await download(meta.world, link, largest(kind));
		const problem = refusedFile(kind, file.mime, file.size);
		return { media: [{ kind: shown, url: link, alt: file.name }], ...(problem && { failure: { code: 131053, details: problem } }) };
	} catch (error) {
		if (error instanceof FetchFailure) return { media: [], failure: { code: 131053, details: `Downloading media from weblink failed. ${error.message}` } };
		throw error;
	}
}

async function interactiveContent(value: Fields, number: WhatsAppNumber, meta: Meta): Promise<Content> {
	const header = inside(value, 'header');
	const kind = textOf(header.type);
	const file = kind in shownAs ? await fileContent(kind, inside(header, kind), number, meta) : { media: [] };
	const parameters = inside(inside(value, 'action'), 'parameters');
	const url = textOf(parameters.url);
	const text = [textOf(header.text), textOf(inside(value, 'body').text), textOf(inside(value, 'footer').text)].filter(Boolean).join('\n');
	return { kind: textOf(value.type), text, ...file, ...(url && { buttons: [{ text: textOf(parameters.display_text), url }] }) };
}

/** What the person sees of a message whose shape is right; refuses what does not exist. */
export async function shownOf(kind: Kind, value: unknown, number: WhatsAppNumber, meta: Meta): Promise<Content> {
	const fields = isRecord(value) ? value : {};
	if (kind === 'template') return await templateContent(fields, number, meta);
	if (kind === 'interactive') return await interactiveContent(fields, number, meta);
	if (kind in shownAs) return { kind, text: textOf(fields.caption), ...(await fileContent(kind, fields, number, meta)) };
	const names = Array.isArray(value) ? value.map((contact) => textOf(inside(contact, 'name').formatted_name)) : [];
	const place = [fields.name, fields.address, `${textOf(fields.latitude)}, ${textOf(fields.longitude)}`].map(textOf).filter(Boolean);
	const texts: Partial<Record<Kind, string>> = { text: textOf(fields.body), reaction: textOf(fields.emoji), location: place.join('\n'), contacts: names.join('\n') };
	return { kind, text: texts[kind] ?? '', media: [] };
}
