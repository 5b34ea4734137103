import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { fieldChoices } from './fieldChoices';

export class QmarkContentImport implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QMARK Content Import',
		name: 'qmarkContentImport',
		icon: { light: 'file:../icons/contentImport.svg', dark: 'file:../icons/contentImport.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["source"] === "file" ? "from a file" : "from rows"}}',
		description: 'Turn the rows of a sheet, feed, form or file into contents to publish, and tell what is wrong with which cell',
		defaults: { name: 'QMARK Content Import' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Content', 'Problems'],
		usableAsTool: true,
		properties: [
			{
				displayName: 'Source',
				name: 'source',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'CSV or JSON File', value: 'file', description: 'A file in a binary field of each item' },
					{ name: 'Rows of Input Items', value: 'items', description: 'One row an item, from Google Sheets, Extract From File, RSS Read, a form, a webhook or any other node' },
				],
				default: 'items',
			},
			{
				displayName: 'Input Binary Field',
				name: 'binaryField',
				type: 'string',
				required: true,
				default: 'data',
				description: 'The field that a previous node filled with the file',
				displayOptions: { show: { source: ['file'] } },
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add option',
				default: {},
				options: [
					{
						displayName: 'Columns',
						name: 'columns',
						type: 'fixedCollection',
						typeOptions: { multipleValues: true },
						placeholder: 'Add column',
						default: {},
						description: 'What columns hold, where their names do not say it',
						options: [
							{
								displayName: 'Column',
								name: 'column',
								values: [
									{ displayName: 'Column Name', name: 'column', type: 'string', default: '', description: 'The header as it stands in the sheet or file' },
									{ displayName: 'Holds', name: 'field', type: 'options', options: [...fieldChoices], default: 'text' },
								],
							},
						],
					},
					{
						displayName: 'Date Order',
						name: 'dateOrder',
						type: 'options',
						options: [
							{ name: 'Day First', value: 'dayFirst', description: 'The 3rd of December is 03/12' },
							{ name: 'Month First', value: 'monthFirst', description: 'The 3rd of December is 12/03' },
						],
						default: 'dayFirst',
						description: 'How to read dates such as 03/12/2026',
					},
					{
						displayName: 'Default Labels',
						name: 'labels',
						type: 'string',
						default: '',
						description: 'Comma-separated labels for rows that have none',
					},
					{
						displayName: 'Default Networks',
						name: 'networks',
						type: 'string',
						default: '',
						placeholder: 'e.g. facebook, telegram:@mychannel',
						description: 'Comma-separated networks for rows that name none, with the account behind a colon where it is not the node’s own',
					},
					{
						displayName: 'Delimiter',
						name: 'delimiter',
						type: 'options',
						options: [
							{ name: 'Comma', value: 'comma' },
							{ name: 'Detect', value: 'detect' },
							{ name: 'Pipe', value: 'pipe' },
							{ name: 'Semicolon', value: 'semicolon' },
							{ name: 'Tab', value: 'tab' },
						],
						default: 'detect',
						description: 'What stands between the cells of a CSV file',
						displayOptions: { show: { '/source': ['file'] } },
					},
					{
						displayName: 'Encoding',
						name: 'encoding',
						type: 'options',
						options: [
							{ name: 'Detect', value: 'detect' },
							{ name: 'UTF-16', value: 'utf-16' },
							{ name: 'UTF-8', value: 'utf-8' },
							{ name: 'Windows-1252', value: 'windows-1252' },
						],
						default: 'detect',
						description: 'How the letters of a file are written down',
						displayOptions: { show: { '/source': ['file'] } },
					},
					{
						displayName: 'Time Where None Is Given',
						name: 'timeWhereNone',
						type: 'string',
						default: '09:00',
						description: 'The time of day for dates without one',
					},
					{
						displayName: 'Time Zone',
						name: 'timeZone',
						type: 'string',
						default: '',
						placeholder: 'e.g. Europe/Paris',
						description: 'The zone of times that name none. Empty: the workflow’s.',
					},
					{
						displayName: 'Use Files of the Item',
						name: 'useFiles',
						type: 'boolean',
						default: true,
						description: 'Whether to publish the files that came with an item, as those uploaded in a form',
						displayOptions: { show: { '/source': ['items'] } },
					},
					{
						displayName: 'When There Is No ID',
						name: 'withoutId',
						type: 'options',
						options: [
							{ name: 'Derive One', value: 'derive', description: 'The same from the same text, files, link and date' },
							{ name: 'Error', value: 'error', description: 'The row goes to Problems' },
						],
						default: 'derive',
						description: 'What was published is remembered by its ID',
					},
				],
			},
		],
	};

	async execute(this: IExecuteFunctions) {
		// Loaded when it is first used, so that n8n starts without it.
		const { runImport } = await import('./run');
		return await runImport(this);
	}
}
