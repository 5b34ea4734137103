import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { propertiesOf } from '../core/properties';
import { runOperations } from '../core/runner';
import { authentication } from '../networks/meta/authentication';
import { searchPages } from '../networks/messenger/searches';
import { messenger } from '../platforms/messenger';
import { asSystemUser } from '../platforms/metaSystemUser';
import { operations } from './operations';

export class QmarkMessenger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QMARK Messenger',
		name: 'qmarkMessenger',
		icon: { light: 'file:../icons/messenger.svg', dark: 'file:../icons/messenger.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Answer people on Facebook Messenger and Instagram Direct, and read conversations',
		defaults: { name: 'QMARK Messenger' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [
			{ name: 'qmarkMetaOAuth2Api', required: true, displayOptions: { show: { authentication: ['qmarkMetaOAuth2Api'] } } },
			{ name: 'qmarkMetaSystemUserApi', required: true, displayOptions: { show: { authentication: ['qmarkMetaSystemUserApi'] } } },
		],
		properties: [authentication, ...propertiesOf(operations)],
	};

	methods = { listSearch: { searchPages } };

	async execute(this: IExecuteFunctions) {
		return await runOperations(this, [messenger, asSystemUser(messenger)], operations);
	}
}
