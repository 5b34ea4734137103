import { setImmediate as turn } from 'node:timers/promises';
import { Ranges } from '../../../nodes/core/ranges';
import { madeUpload } from '../../../nodes/core/upload';

const SIZE = 1000;
const bytes = Buffer.from(Array.from({ length: SIZE }, (_, n) => n % 251));

/** A file that comes in pieces of 64 bytes, each a moment later. */
function fileOf(size = SIZE, there = size) {
	const opened: number[] = [];
	let closed = 0;
	async function* read(offset = 0) {
		opened.push(offset);
		try {
			for (let at = offset; at < there; at += 64) {
				await turn();
				yield bytes.subarray(at, Math.min(at + 64, there));
			}
		} finally {
			closed++;
		}
	}
	return { file: madeUpload({ name: 'film.mp4', mime: 'video/mp4', size, read }), opened, closed: () => closed };
}

async function all(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
	const read: Uint8Array[] = [];
	for await (const piece of pieces) read.push(piece);
	return Buffer.concat(read);
}

const sliced = (start: number, end: number) => Buffer.from(bytes.subarray(start, end));

test('ranges that follow each other are read in one go, wherever the pieces end', async () => {
	const { file, opened, closed } = fileOf();
	const ranges = new Ranges(file);
	for (const [start, end] of [[0, 100], [100, 356], [356, 357], [357, SIZE]] as const) {
		const range = ranges.range(start, end);
		expect(range.size).toBe(end - start);
		expect(await all(range.read())).toEqual(sliced(start, end));
	}
	expect(opened).toEqual([0]);
	await ranges.close();
	expect(closed()).toBe(1);
});

test('a range is sent again as it was, also after it has been read whole', async () => {
	const { file, opened } = fileOf();
	const ranges = new Ranges(file);
	await all(ranges.range(0, 200).read());
	expect(await all(ranges.range(0, 200).read())).toEqual(sliced(0, 200));
	expect(await all(ranges.range(200, 300).read(50))).toEqual(sliced(250, 300));
	expect(opened).toEqual([0, 0, 250]);
});

test.each([0, 1, 2])('what broke off after %i pieces and still waits for one takes nothing from the next try', async (taken) => {
	const { file } = fileOf();
	const ranges = new Ranges(file);
	const broken = ranges.range(100, 500).read()[Symbol.asyncIterator]();
	for (let piece = 0; piece < taken; piece++) await broken.next();
	const waiting = broken.next();
	const again = all(ranges.range(100, 500).read());
	const late = Array.from({ length: 5 }, async () => await broken.next());
	expect(await again).toEqual(sliced(100, 500));
	await Promise.all([waiting, ...late]);
	expect(await all(ranges.range(500, SIZE).read())).toEqual(sliced(500, SIZE));
});

test('a file that ends too early is told', async () => {
	const { file } = fileOf(SIZE, 300);
	const ranges = new Ranges(file);
	await expect(all(ranges.range(0, SIZE).read())).rejects.toThrow('“film.mp4” ends before the 1000 bytes that it is said to have.');
});
