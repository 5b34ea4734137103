import type { IBinaryData, IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { wait } from './wait';
import { actorToken } from './actor';
import { PlatformError, refused } from './errors';
import { fetchedFile } from './fetched';
import type { Effect } from './operation';
import { pagesOf } from './paging';
import { connectionOf } from './session';
import type { Session } from './session';
import { deliver } from './transport';
import type { Request } from './request';
import type { Upload } from './upload';
import { uploadFrom, uploadOf } from './upload';

/** The input item an operation runs for; an editor's list search has none. */
export interface Item {
	context: IExecuteFunctions;
	index: number;
}

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** What an operation may do: call its platform, as the account that the item names, and use the item's files. */
export class Api {
	constructor(
		private readonly session: Session,
		private readonly effect: Effect,
		private readonly input: IDataObject = {},
		private readonly item?: Item,
		private readonly before?: () => Promise<void>,
	) {}

	/** The same, but a call that may be made only once goes out as long as `isOurs` alone: when it has waited too long, another run may have taken the work over. */
	guarded(isOurs: () => boolean): Api {
		const late = { verdict: 'retry', code: 'late', message: `${this.session.platform.name} made QMARK wait too long.`, hint: 'Nothing was sent: run it again.' } as const;
		const before = async () => await (isOurs() ? Promise.resolve() : Promise.reject(new PlatformError(late)));
		return new Api(this.session, this.effect, this.input, this.item, before);
	}

	/** One call; answers the body without its envelope, as the vendor documents it. Throws a `PlatformError` with a verdict. */
	async send<T = IDataObject>(request: Request): Promise<T> {
		const lane = this.session.platform.lane?.(this.input);
		const isOnce = request.method !== undefined && request.method !== 'GET' && !request.idempotent;
		return (await deliver({ lane, ...(isOnce && { before: this.before }), ...request }, this.effect, this.session, await this.token())) as T;
	}

	/** What is remembered of an answer beyond this run is kept by it. */
	get connection(): string {
		return connectionOf(this.session);
	}

	/** Every item of a listing, page after page, fetched as they are asked for. */
	pages<T extends object = IDataObject>(request: Request): AsyncIterable<T> {
		return pagesOf<T>(request, this.session.platform, async (page) => await this.send(page));
	}

	/** Repeats a read every `every` ms until `done` says so. Verdict `wait` after `atMost` ms: what was begun may still complete. */
	async until<T = IDataObject>(request: Request, done: (body: T) => boolean, { every, atMost }: { every: number; atMost: number }): Promise<T> {
		for (const end = Date.now() + atMost; ; ) {
			const body = await this.send<T>(request);
			if (done(body)) return body;
			if (Date.now() + every > end) break;
			await wait(every, this.session.signal);
		}
		const message = `${this.session.platform.name} is still processing after ${Math.round(atMost / 1000)} seconds.`;
		throw new PlatformError({ verdict: 'wait', code: 'processing', message, hint: 'Nothing was published yet. Raise “Wait at Most”, or run this item again later.' });
	}

	/** The item's binary field as an upload; refuses one that is missing, empty or larger than `most` bytes (the platform's own limit unless given). */
	async file(property: string, most = this.session.platform.uploadLimit?.(this.session.credentials) ?? Infinity): Promise<Upload> {
		if (!this.item) throw refused('Input Binary Field', 'there is no item here.', 'Run the node in a workflow.');
		return this.fitting('Input Binary Field', await uploadOf(this.item.context, this.item.index, property), most);
	}

	/** A public file from the web as an upload, for a platform that takes no URLs: kept where n8n keeps files; it has them in memory in its database mode alone. `field` is the display name of where the URL stands. */
	async fetched(field: string, url: string, most = this.session.platform.uploadLimit?.(this.session.credentials) ?? Infinity): Promise<Upload> {
		if (!this.item) throw refused(field, 'there is no item here.', 'Run the node in a workflow.');
		const { context } = this.item;
		const fits = (file: Pick<Upload, 'name' | 'size'>) => this.fitting(field, file, most);
		return this.fitting(field, await uploadFrom(context, await fetchedFile(context, field, url, fits)), most);
	}

	private fitting<File extends Pick<Upload, 'name' | 'size'>>(field: string, upload: File, most: number): File {
		if (upload.size === 0) throw refused(field, `the file “${upload.name}” is empty.`, 'Check the node that makes it.');
		if (upload.size <= most) return upload;
		const message = `“${upload.name}” has ${megabytes(upload.size)}; ${this.session.platform.name} takes at most ${megabytes(most)}.`;
		throw refused(field, message, 'Make the file smaller.');
	}

	/** Fetches a file and answers `json` with it in the binary field `data`. */
	async download(request: Request, name: string, json: IDataObject): Promise<INodeExecutionData> {
		if (!this.item) throw refused('File', 'there is no item here.', 'Run the node in a workflow.');
		const bytes = await this.send<Buffer>({ ...request, encoding: 'arraybuffer' });
		return await this.attach(Buffer.from(bytes), name, json);
	}

	/** Answers `json` with the bytes in the binary field `data`. */
	async attach(bytes: Buffer, name: string, json: IDataObject, mime?: string): Promise<INodeExecutionData> {
		return { json, binary: { data: await this.keep(bytes, name, mime) } };
	}

	/** Puts bytes where n8n keeps files, for a binary field of the output. */
	async keep(bytes: Buffer, name: string, mime?: string): Promise<IBinaryData> {
		if (!this.item) throw refused('File', 'there is no item here.', 'Run the node in a workflow.');
		return await this.item.context.helpers.prepareBinaryData(bytes, name, mime);
	}

	private async token(): Promise<string | undefined> {
		const { actor } = this.session.platform;
		const id = actor && this.input[actor.field];
		if (!actor || typeof id !== 'string') return undefined;
		return await actorToken(id, this.session, async () => await actor.token(id, new Api(this.session, 'read')));
	}
}
