import type { Request } from 'express';
import { BodyError, readBody } from '../body';
import type { MediaStore, StoredMedia } from '../world';
import { invalid } from './errors';

export interface Intake {
	values: Record<string, unknown>;
	files: Map<string, StoredMedia>;
}

/** `attached_media[0]=…` and `metric[]=…` are how forms write arrays. */
function assign(values: Record<string, unknown>, name: string, value: unknown): void {
	const array = /^(\w+)\[\d*\]$/.exec(name)?.[1];
	if (array === undefined) {
		values[name] = value;
		return;
	}
	const present: unknown = values[array];
	values[array] = Array.isArray(present) ? [...present, value] : [value];
}

/** Reads query and body into one set of values; files go to the media store. */
export async function readIntake(request: Request, media: MediaStore): Promise<Intake> {
	const intake: Intake = { values: {}, files: new Map() };
	for (const [name, value] of new URL(request.url, 'http://localhost').searchParams) assign(intake.values, name, value);
	if (request.method === 'GET') return intake;
	try {
		const { fields, files } = await readBody(request);
		request.body = { ...fields, ...Object.fromEntries(files) };
		for (const [name, value] of Object.entries(fields)) assign(intake.values, name, value);
		for (const [name, { filename, ...file }] of files) intake.files.set(name, media.put({ ...file, name: filename || name }));
		return intake;
	} catch (error) {
		if (error instanceof BodyError) throw invalid(error.message);
		throw error;
	}
}
