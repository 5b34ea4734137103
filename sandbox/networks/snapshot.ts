import { types } from 'node:util';
import { DefaultDeserializer, DefaultSerializer } from 'node:v8';

const FORMAT = 'qmark-sandbox-networks';
/** Raise it whenever anything that a `save` answers changes its shape: older files are then set aside instead of misread. */
const VERSION = 5;

interface Header {
	format: string;
	version: number;
	/** Lengths of what follows the header's line, in bytes. */
	state: number;
	buffers: number[];
}

/** A value as bytes: `state` is small, `buffers` are the value's own, neither copied nor to be changed. */
export interface Encoded {
	state: Buffer;
	buffers: Buffer[];
}

/** Leaves buffers outside: the media are most of the bytes, and copying them would hold up every request meanwhile. */
class StateWriter extends DefaultSerializer {
	readonly buffers: Buffer[] = [];

	/** https://nodejs.org/api/v8.html#serializer_writehostobjectobject */
	_writeHostObject(buffer: Buffer): void {
		this.writeUint32(this.buffers.push(buffer) - 1);
	}
}

class StateReader extends DefaultDeserializer {
	constructor(
		state: Buffer,
		private readonly buffers: Buffer[],
	) {
		super(state);
	}

	/** https://nodejs.org/api/v8.html#deserializer_readhostobject */
	_readHostObject(): Buffer {
		const buffer = this.buffers[this.readUint32()];
		if (!buffer) throw new Error('it names bytes that it does not hold');
		return buffer;
	}
}

/** Takes plain data: objects, arrays, Map, Set, Date, Buffer. One object met twice stays one object. */
export function encode(value: unknown): Encoded {
	const writer = new StateWriter();
	writer.writeHeader();
	writer.writeValue(value);
	return { state: writer.releaseBuffer(), buffers: writer.buffers };
}

/** The pieces of the file, in order. */
export function fileOf({ state, buffers }: Encoded): Buffer[] {
	const header: Header = { format: FORMAT, version: VERSION, state: state.length, buffers: buffers.map(({ length }) => length) };
	return [Buffer.from(`${JSON.stringify(header)}\n`), state, ...buffers];
}

/** What `encode` was given. @throws Error whose message completes "cannot be read because …". */
export function decode(file: Buffer): ReturnType<DefaultDeserializer['readValue']> {
	const start = file.indexOf('\n') + 1;
	const { format, version, state, buffers }: Header = JSON.parse(file.toString('utf8', 0, start));
	if (format !== FORMAT) throw new Error('it is none of the sandbox');
	if (version !== VERSION) throw new Error(`its version is ${version} and this sandbox reads version ${VERSION}`);
	let at = start + state;
	// Copies, because a view would keep the whole file in memory for as long as one upload of it lives.
	const parts = buffers.map((length) => Buffer.from(file.subarray(at, (at += length))));
	if (at !== file.length) throw new Error(`it has ${file.length} bytes instead of ${at}`);
	const reader = new StateReader(file.subarray(start, start + state), parts);
	reader.readHeader();
	return reader.readValue();
}

/** Writes `to` wherever a text in `value` says `from`, an origin such as `http://127.0.0.1:4010`; changes `value` itself. */
export function moveOrigin(value: unknown, from: string, to: string): void {
	const origin = new RegExp(`${from.replaceAll('.', '\\.')}(?!\\d)`, 'g');
	const seen = new Set<object>();
	const moved = (inner: unknown): unknown => {
		if (typeof inner === 'string') return inner.replace(origin, () => to);
		if (typeof inner !== 'object' || inner === null || ArrayBuffer.isView(inner) || seen.has(inner)) return inner;
		seen.add(inner);
		if (types.isMap(inner)) for (const [key, member] of inner) inner.set(key, moved(member));
		else for (const [key, member] of Object.entries(inner)) Reflect.set(inner, key, moved(member));
		return inner;
	};
	moved(value);
}
