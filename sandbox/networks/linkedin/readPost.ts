import { ApiError } from './errors';
import { readersSee } from './littleText';

/** What a post shows beside its text, as it was sent. */
export type PostContent =
	| { media: { id: string; title?: string; altText?: string } }
	| { multiImage: { images: { id: string; altText?: string }[] } }
	| { article: { source: string; title: string; description?: string; thumbnail?: string; thumbnailAltText?: string } }
	| { poll: { question: string; options: { text: string }[]; settings: { duration: string } } };

/** A post's body, all of it checked but for what it names. */
export interface PostBody {
	author: string;
	commentary: string;
	visibility: string;
	distribution: object;
	content?: PostContent;
	parent?: string;
	isReshareDisabledByAuthor: boolean;
}

type Fields = Record<string, unknown>;

/** Length by practice; LinkedIn's refusals name it. It is the text's that counts, not what escapes it. */
const COMMENTARY = 3000;

const bad = (code: string, message: string): ApiError => new ApiError(400, code, message);
const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const invalid = (path: string, value: unknown): ApiError => bad('INVALID_VALUE_FOR_FIELD', `${path} can't be set to ${String(value)}`);

/** An object with no other fields than these. */
function record(value: unknown, path: string, required: readonly string[], optional: readonly string[] = []): Fields {
	if (!isRecord(value)) throw bad('INVALID_VALUE_FOR_FIELD', `${path || '/'} must be an object`);
	const unknown = Object.keys(value).find((name) => !required.includes(name) && !optional.includes(name));
	if (unknown !== undefined) throw new ApiError(422, undefined, `ERROR :: ${path}/${unknown} :: unrecognized field found but not allowed\n`);
	const absent = required.find((name) => value[name] === undefined);
	if (absent !== undefined) throw bad('MISSING_FIELD', `${path}/${absent} is required but missing`);
	return value;
}

function text(fields: Fields, name: string, path: string, most = Infinity): string {
	const value = fields[name];
	if (typeof value !== 'string') throw bad('INVALID_VALUE_FOR_FIELD', `${path}/${name} must be a string`);
	if (value.length > most) throw new ApiError(422, 'FIELD_LENGTH_TOO_LONG', `${path}/${name} length ${value.length} can't exceeded maximum ${most} length`);
	return value;
}

const optionalText = (fields: Fields, name: string, path: string, most?: number): Fields => (fields[name] === undefined ? {} : { [name]: text(fields, name, path, most) });

function list(fields: Fields, name: string, path: string, least: number, most: number): unknown[] {
	const value = fields[name];
	if (!Array.isArray(value) || value.length < least || value.length > most) throw bad('INVALID_VALUE_FOR_FIELD', `${path}/${name} must have ${least} to ${most} elements`);
	return value;
}

/** The text as readers see it must fit. */
export function readCommentary(value: unknown, path = '/commentary'): string {
	if (typeof value !== 'string') throw bad('INVALID_VALUE_FOR_FIELD', `${path} must be a string`);
	const { length } = readersSee(value);
	if (length > COMMENTARY) throw new ApiError(422, 'FIELD_LENGTH_TOO_LONG', `${path} length ${length} can't exceeded maximum ${COMMENTARY} length`);
	return value;
}

const kinds: Record<string, (value: unknown, path: string) => PostContent> = {
	media: (value, path) => {
		const fields = record(value, path, ['id'], ['title', 'altText']);
		const id = text(fields, 'id', path);
		if (!/^urn:li:(image|video|document):/.test(id)) throw bad('INVALID_URN_TYPE', `${path}/id value ${id} must be an image, video or document URN`);
		return { media: { id, ...optionalText(fields, 'title', path), ...optionalText(fields, 'altText', path, 4085) } };
	},
	multiImage: (value, path) => {
		const fields = record(value, path, ['images'], ['altText']);
		const images = list(fields, 'images', path, 2, 20).map((one, index) => {
			const at = `${path}/images/${index}`;
			const image = record(one, at, ['id'], ['altText']);
			const id = text(image, 'id', at);
			if (!id.startsWith('urn:li:image:')) throw bad('INVALID_URN_TYPE', `${at}/id value ${id} must be an image URN`);
			return { id, ...optionalText(image, 'altText', at, 4085) };
		});
		return { multiImage: { images } };
	},
	article: (value, path) => {
		const fields = record(value, path, ['source', 'title'], ['description', 'thumbnail', 'thumbnailAltText']);
		const source = text(fields, 'source', path);
		if (!/^https?:\/\//.test(source)) throw bad('INVALID_VALUE_FOR_FIELD', `${path}/source ${source} is not a valid URL`);
		const title = text(fields, 'title', path, 400);
		if (title.trim() === '') throw bad('INVALID_VALUE_BLANK_FIELD', `${path}/title can't be blank`);
		return { article: { source, title, ...optionalText(fields, 'description', path, 4085), ...optionalText(fields, 'thumbnail', path), ...optionalText(fields, 'thumbnailAltText', path, 4085) } };
	},
	poll: (value, path) => {
		const fields = record(value, path, ['question', 'options', 'settings']);
		const options = list(fields, 'options', path, 2, 4).map((one, index) => ({ text: text(record(one, `${path}/options/${index}`, ['text']), 'text', `${path}/options/${index}`, 30) }));
		const { duration } = record(fields.settings, `${path}/settings`, ['duration']);
		if (!['ONE_DAY', 'THREE_DAYS', 'SEVEN_DAYS', 'FOURTEEN_DAYS'].includes(String(duration))) throw invalid(`${path}/settings/duration`, duration);
		return { poll: { question: text(fields, 'question', path, 140), options, settings: { duration: String(duration) } } };
	},
};

function readContent(value: unknown): PostContent {
	const names = isRecord(value) ? Object.keys(value) : [];
	const [name = ''] = names;
	const read = kinds[name];
	if (!isRecord(value) || names.length !== 1 || !read) throw bad('INVALID_CONTENT', `/content must have exactly one of ${Object.keys(kinds).join(', ')}`);
	return read(value[name], `/content/${name}`);
}

function checkDistribution(value: unknown): object {
	const fields = record(value, '/distribution', ['feedDistribution'], ['targetEntities', 'thirdPartyDistributionChannels']);
	if (!['MAIN_FEED', 'NONE'].includes(String(fields.feedDistribution))) throw invalid('/distribution/feedDistribution', fields.feedDistribution);
	for (const name of ['targetEntities', 'thirdPartyDistributionChannels']) if (fields[name] !== undefined) list(fields, name, '/distribution', 0, 100);
	return fields;
}

/** @throws ApiError for anything that LinkedIn's schema of a post does not have. */
export function readPostBody(body: Fields): PostBody {
	const required = ['author', 'commentary', 'visibility', 'distribution', 'lifecycleState'];
	record(body, '', required, ['content', 'contentLandingPage', 'contentCallToActionLabel', 'isReshareDisabledByAuthor', 'reshareContext']);
	const author = text(body, 'author', '');
	const commentary = readCommentary(body.commentary);
	const { visibility, lifecycleState, content, reshareContext, isReshareDisabledByAuthor = false } = body;
	if (!/^urn:li:(person|organization):.+$/.test(author)) throw bad('INVALID_URN_TYPE', `/author value ${author} must be a person or organization URN`);
	if (!['PUBLIC', 'CONNECTIONS', 'LOGGED_IN', 'CONTAINER'].includes(String(visibility))) throw invalid('/visibility', visibility);
	if (visibility === 'CONNECTIONS' && author.startsWith('urn:li:organization:')) throw invalid('/visibility', visibility);
	if (lifecycleState !== 'PUBLISHED') throw invalid('/lifecycleState', lifecycleState);
	if (typeof isReshareDisabledByAuthor !== 'boolean') throw invalid('/isReshareDisabledByAuthor', isReshareDisabledByAuthor);
	const distribution = checkDistribution(body.distribution);
	const parent = reshareContext === undefined ? undefined : text(record(reshareContext, '/reshareContext', ['parent']), 'parent', '/reshareContext');
	if (parent !== undefined && content !== undefined) throw bad('INVALID_CONTENT', '/content must not be set beside /reshareContext');
	if (commentary === '' && content === undefined && parent === undefined) throw bad('INVALID_VALUE_BLANK_FIELD', "/commentary can't be blank");
	return { author, commentary, visibility: String(visibility), distribution, isReshareDisabledByAuthor, ...(content !== undefined && { content: readContent(content) }), ...(parent !== undefined && { parent }) };
}
