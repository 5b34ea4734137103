import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeExecutionData, INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';
import { asNodeError } from '../core/errors';
import { getLabels } from '../networks/gmail/searches';
import { fields } from './fields';
import { poll } from './poll';

export class QmarkGmailTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QMARK Gmail Trigger',
		name: 'qmarkGmailTrigger',
		icon: { light: 'file:../icons/gmail.svg', dark: 'file:../icons/gmail.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{$parameter["events"].join(", ")}}',
		description: 'Starts on new messages and added labels in Gmail, each once',
		eventTriggerDescription: 'The newest messages that fit are shown',
		activationMessage: 'Messages that arrive in the mailbox from now on start this workflow.',
		defaults: { name: 'QMARK Gmail Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		polling: true,
		credentials: [{ name: 'qmarkGmailOAuth2Api', required: true }],
		properties: fields,
	};

	methods = { loadOptions: { getLabels } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		try {
			return await poll(this);
		} catch (error) {
			throw asNodeError(this.getNode(), error);
		}
	}
}
