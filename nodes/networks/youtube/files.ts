import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import type { Upload } from '../../core/upload';
import { youtube } from '../../platforms/youtube';

const { files, limits } = youtube;

/** Programs that know no better call every file this. */
const UNKNOWN_TYPE = 'application/octet-stream';

interface Source {
	source: 'url' | 'binary';
	/** Display name of where the URL stands. */
	field: string;
	url: string;
	binaryField: string;
}

const given = async (api: Api, { source, field, url, binaryField }: Source, most: number): Promise<Upload> => (source === 'url' ? await api.fetched(field, url.trim(), most) : await api.file(binaryField, most));

/** The video, streamed from where it is: YouTube fetches nothing itself. */
export async function videoFile(api: Api, source: Source): Promise<Upload> {
	const file = await given(api, source, limits.video);
	if (file.mime.startsWith('video/') || file.mime === UNKNOWN_TYPE) return file;
	const found = file.mime === 'text/html' ? 'a web page' : file.mime;
	throw refused(source.source === 'url' ? source.field : 'Input Binary Field', `“${file.name}” is ${found}; YouTube takes videos: ${files.video}.`, 'Give a video, or name its type in the node before.');
}

/** The picture of a video. */
export async function thumbnailFile(api: Api, source: Source): Promise<Upload> {
	const file = await given(api, source, limits.thumbnail);
	const { taken, mimes } = files.thumbnail;
	if (file.mime === UNKNOWN_TYPE || mimes.some((mime) => mime === file.mime)) return file;
	throw refused(source.source === 'url' ? source.field : 'Input Binary Field', `“${file.name}” is ${file.mime}; YouTube takes ${taken} here.`, `Convert it to ${taken}.`);
}
