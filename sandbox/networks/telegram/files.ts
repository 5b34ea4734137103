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
	sticker: 'stickers',
	video_note: 'video_notes',
};

/** So many of the newest files come back after a restart. */
const REMEMBERED = 5000;

/** What comes back after a restart. */
export interface SavedFiles {
	files: TelegramFile[];
	last: number;
}

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
		return this.keep(kept);
	}

	/** The smaller size of a photo (`-s`) is the same file here. */
	get(fileId: string): TelegramFile | undefined {
		return this.byId.get(fileId.replace(/-s$/, ''));
	}

	at(path: string): TelegramFile | undefined {
		return this.byPath.get(path);
	}

	save(): SavedFiles {
		return { files: [...this.byId.values()].slice(-REMEMBERED), last: this.last };
	}

	load({ files, last }: SavedFiles): void {
		for (const file of files) this.keep(file);
		this.last = last;
	}

	private keep(file: TelegramFile): TelegramFile {
		this.byId.set(file.file_id, file);
		this.byPath.set(file.file_path, file);
		return file;
	}
}
