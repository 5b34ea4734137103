import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { refused } from './errors';

type Readable = Awaited<ReturnType<IExecuteFunctions['helpers']['getBinaryStream']>>;

/** A file of the input item, still where n8n keeps it. `size` is in bytes. */
export interface Upload {
	name: string;
	mime: string;
	size: number;
	/** The bytes from `offset` on, in pieces, never all at once. Each call reads anew. */
	read(offset?: number): AsyncIterable<Uint8Array>;
	/** The same file as the whole body of a request. */
	body(): Promise<Readable | Buffer | File>;
	/** The same file as a part of a multipart form. */
	part(): File;
}

/** 64 KB: large enough to be fast, small enough to keep memory flat. */
const PIECE = 64 * 1024;

async function* skip(pieces: AsyncIterable<Uint8Array>, offset: number) {
	let left = offset;
	for await (const piece of pieces) {
		if (left < piece.length) yield left > 0 ? piece.subarray(left) : piece;
		left = Math.max(0, left - piece.length);
	}
}

/** Reads on demand, so that a slow network never fills memory. */
function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
	const iterator = pieces[Symbol.asyncIterator]();
	return new ReadableStream<Uint8Array>({
		async pull(controller) {
			const { done, value } = await iterator.next();
			if (done) controller.close();
			else controller.enqueue(value);
		},
		async cancel() {
			await iterator.return?.();
		},
	});
}

/** A form part whose bytes are read while they are sent; a plain `File` would need them all beforehand. */
class StreamedFile extends File {
	override readonly size: number;

	constructor(private readonly upload: Upload) {
		super([], upload.name, { type: upload.mime });
		this.size = upload.size;
	}

	override stream(): ReturnType<File['stream']> {
		return streamOf(this.upload.read());
	}
}

/** An upload that is made while it is sent, of a size known beforehand. */
export function madeUpload(made: Pick<Upload, 'name' | 'mime' | 'size' | 'read'>): Upload {
	const part = () => new StreamedFile(upload);
	const upload: Upload = { ...made, part, body: async () => part() };
	return upload;
}

/** The item's binary `property` as an upload. Streams what n8n keeps on disk or in S3; what it holds in memory is used as it is. */
export async function uploadOf(context: IExecuteFunctions, itemIndex: number, property: string): Promise<Upload> {
	const binary: IBinaryData | undefined = context.getInputData()[itemIndex]?.binary?.[property];
	if (!binary) throw refused('Input Binary Field', `the item has no binary field “${property}”.`, 'Name a field that a previous node fills with a file.');
	return await uploadFrom(context, { fileName: property, ...binary });
}

/** A file that n8n keeps, as an upload. */
export async function uploadFrom(context: IExecuteFunctions, binary: IBinaryData): Promise<Upload> {
	const { id, mimeType: mime, fileName: name = 'file' } = binary;
	const memory = id ? undefined : Buffer.from(binary.data, 'base64');
	const size = id ? (await context.helpers.getBinaryMetadata(id)).fileSize : (memory?.length ?? 0);
	async function* read(offset = 0): AsyncIterable<Uint8Array> {
		if (memory) yield memory.subarray(offset);
		else if (id) yield* skip(await context.helpers.getBinaryStream(id, PIECE), offset);
	}
	const body = async () => memory ?? (await context.helpers.getBinaryStream(id ?? '', PIECE));
	const upload: Upload = { name, mime, size, read, body, part: () => new StreamedFile(upload) };
	return upload;
}
