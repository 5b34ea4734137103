import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { propertiesOf } from '../core/properties';
import { authentication } from '../networks/meta/authentication';
import { searchDatasets } from '../networks/meta/datasets';
import { runGathered } from '../core/gather';
import { metaConversionsPlatforms } from '../platforms/metaConversions';
import { eventBatch } from './batch';
import { operations } from './operations';
import { sendEvent } from './operations/sendEvent';

export class QmarkMetaConversions implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QMARK Meta Conversions',
		name: 'qmarkMetaConversions',
		icon: { light: 'file:../icons/metaConversions.svg', dark: 'file:../icons/metaConversions.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Send purchases, leads and other events to Meta’s Conversions API',
		defaults: { name: 'QMARK Meta Conversions' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [
			{ name: 'qmarkMetaOAuth2Api', required: true, displayOptions: { show: { authentication: ['qmarkMetaOAuth2Api'] } } },
			{ name: 'qmarkMetaSystemUserApi', required: true, displayOptions: { show: { authentication: ['qmarkMetaSystemUserApi'] } } },
		],
		properties: [authentication, ...propertiesOf(operations)],
	};

	methods = { listSearch: { searchDatasets } };

	async execute(this: IExecuteFunctions) {
		return await runGathered(this, metaConversionsPlatforms, operations, new Map([[sendEvent, eventBatch]]));
	}
}
