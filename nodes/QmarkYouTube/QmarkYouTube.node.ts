import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { propertiesOf } from '../core/properties';
import { runOperations } from '../core/runner';
import { getCategories, searchPlaylists, searchVideos } from '../networks/youtube/searches';
import { youtube } from '../platforms/youtube';
import { operations } from './operations';

export class QmarkYouTube implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QMARK YouTube',
		name: 'qmarkYouTube',
		icon: { light: 'file:../icons/youtube.svg', dark: 'file:../icons/youtube.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Upload videos to YouTube, set thumbnails, manage playlists and read analytics',
		defaults: { name: 'QMARK YouTube' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'qmarkYouTubeOAuth2Api', required: true }],
		properties: [...propertiesOf(operations)],
	};

	methods = { listSearch: { searchPlaylists, searchVideos }, loadOptions: { getCategories } };

	async execute(this: IExecuteFunctions) {
		return await runOperations(this, youtube, operations);
	}
}
