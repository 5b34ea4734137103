import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Api } from '../core/api';
import { refused } from '../core/errors';
import type { InputOf } from '../core/operation';
import type { Request } from '../core/request';
import { call } from '../networks/telegram/call';
import { telegram } from '../platforms/telegram';
import { businessConnection, caption } from './fields';
import { upload } from './media';
import { captionOf } from './message';

/** https://core.telegram.org/bots/api#inputstorycontent */
export const storyContent = [
	businessConnection,
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		default: 'photo',
		options: [
			{ name: 'Photo', value: 'photo', description: '1080 × 1920 pixels, up to 10 MB' },
			{ name: 'Video', value: 'video', description: '720 × 1280 pixels, MP4 with H.265, up to 60 seconds and 30 MB' },
		],
	},
	upload,
	...caption,
] as const satisfies readonly INodeProperties[];

export const storyId = {
	displayName: 'Story ID',
	name: 'storyId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 3',
	description: 'The number of the story, which the operation that posted it answered',
} as const satisfies INodeProperties;

export const videoOptions = [
	{ displayName: 'Cover Frame', name: 'cover_frame_timestamp', type: 'number', default: 0, typeOptions: { minValue: 0, numberPrecision: 2 }, description: 'The second of the video that stands for it' },
	{ displayName: 'Duration', name: 'duration', type: 'number', default: 0, typeOptions: { minValue: 0, maxValue: 60, numberPrecision: 2 }, description: 'Length of the video in seconds' },
	{ displayName: 'Without Sound', name: 'is_animation', type: 'boolean', default: false, description: 'Whether the video has no sound' },
] as const satisfies readonly INodeProperties[];

export function storyIdOf(given: string): number {
	const id = Number(given);
	if (Number.isInteger(id) && id > 0) return id;
	throw refused('Story ID', `“${given}” is not the number of a story.`, 'Use “id” in the output of the operation that posted it.');
}

type Story = InputOf<typeof storyContent> & { additionalFields?: Partial<InputOf<typeof videoOptions>> & IDataObject };

/** A story that is posted or edited; its file always travels with the call. */
export async function storyCall(method: string, own: IDataObject, { businessConnectionId, type, binaryField, additionalFields = {}, ...input }: Story, api: Api): Promise<Request> {
	const { cover_frame_timestamp, duration, is_animation, ...plain } = additionalFields;
	const video = type === 'video' ? { cover_frame_timestamp, duration, is_animation } : {};
	const file = await api.file(binaryField, type === 'video' ? telegram.limits.storyVideo : telegram.limits.photo);
	const parameters = { business_connection_id: businessConnectionId, ...own, content: { type, [type]: 'attach://file', ...video }, ...captionOf(input), ...plain };
	return call(method, parameters, { file });
}
