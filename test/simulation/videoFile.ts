import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../support/stage';

const sample = join(root, 'sandbox', 'networks', 'media', 'bouquet-du-jour.mp4');

/**
 * A playable MP4 of exactly so many bytes: a short film, and behind it one box of padding, as the format allows. It takes no room on disk.
 * https://developer.apple.com/documentation/quicktime-file-format/free_atom
 */
export async function videoFile(path: string, bytes: number): Promise<void> {
	const film = await readFile(sample);
	const box = Buffer.alloc(16);
	// A size of 1 says that the real one, of 64 bits, follows the type.
	box.writeUInt32BE(1, 0);
	box.write('free', 4, 'latin1');
	box.writeBigUInt64BE(BigInt(bytes - film.length), 8);
	const file = await open(path, 'w');
	try {
		await file.write(film);
		await file.write(box);
		await file.truncate(bytes);
	} finally {
		await file.close();
	}
}
