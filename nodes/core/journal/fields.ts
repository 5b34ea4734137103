import type { INodeProperties } from 'n8n-workflow';

interface Chosen {
	/** Where the panel shows them. */
	show?: Record<string, string[]>;
	/** The Data Table that is made when it is first used. */
	table: string;
	/** The shipped workflow that keeps the journal elsewhere. */
	workflow: string;
	description: string;
}

/** Where a journal is kept: see `storeOf`. */
export const journalFields = ({ show, table, workflow, description }: Chosen) =>
	[
		{
			displayName: 'Journal',
			name: 'journal',
			type: 'options',
			options: [
				{ name: 'Data Table', value: 'dataTable', description: 'A table of this n8n, made when it is first used' },
				{ name: 'Workflow', value: 'workflow', description: `A workflow that keeps it elsewhere, such as “${workflow}”` },
			],
			default: 'dataTable',
			...(show && { displayOptions: { show } }),
			description,
		},
		{
			displayName: 'Table Name',
			name: 'journalTable',
			type: 'string',
			required: true,
			default: table,
			placeholder: `e.g. ${table}`,
			description: 'Made when it is first used',
			displayOptions: { show: { ...show, journal: ['dataTable'] } },
		},
		{
			displayName: 'Workflow',
			name: 'journalWorkflow',
			type: 'workflowSelector',
			required: true,
			default: '',
			displayOptions: { show: { ...show, journal: ['workflow'] } },
		},
	] as const satisfies INodeProperties[];
