import type { MediaStore, StoredMedia } from '../world';

/** A file the bot may send again by its `file_id`. */
export interface TelegramFile {
	file_id: string;
	file_unique_id: string;
	file_path: string;
	media: StoredMedia;
	/** Pixels, when the bytes said so. */
	width?: number;
	height?: number;
}

const FOLDERS: Record<string, string> = {
	photo: 'photos',
	video: 'videos',
	animation: 'animations',
	audio: 'music',
	voice: 'voice',
	document: 'documents',
};

/** All files the fake Telegram holds, by `file_id` and by the path `getFile` answers. */
export class FileShelf {
	private readonly byId = new Map<string, TelegramFile>();
	private readonly byPath = new Map<string, TelegramFile>();
	private last = 0;

	constructor(private readonly media: MediaStore) {}

	add(
		kind: string,
		file: { name: string; mime: string; head: Buffer; size: number },
		pixels: { width?: number; height?: number },
	): TelegramFile {
		const media = this.media.put(file);
		const number = ++this.last;
		const extension = /\.\w+$/.exec(file.name)?.[0] ?? '';
		const kept: TelegramFile = {
			file_id: `SANDBOX-${kind}-${String(number).padStart(8, '0')}-file-id`,
			file_unique_id: `SBX${String(number).padStart(8, '0')}`,
			file_path: `${FOLDERS[kind] ?? 'documents'}/file_${number}${extension}`,
			media,
			...pixels,
		};
		this.byId.set(kept.file_id, kept);
		this.byPath.set(kept.file_path, kept);
		return kept;
	}

	/** The smaller size of a photo (`-s`) is the same file here. */
	get(fileId: string): TelegramFile | undefined {
		return this.byId.get(fileId.replace(/-s$/, ''));
	}

	at(path: string): TelegramFile | undefined {
		return this.byPath.get(path);
	}
}
