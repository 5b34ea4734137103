import { operation } from '../../core/operation';
import { journal, person } from '../campaign/fields';
import { resubscribe } from '../campaign/optOut';

/** https://support.google.com/a/answer/81126 */
export const resubscribeToCampaigns = operation({
	resource: 'campaign',
	operation: 'resubscribe',
	effect: 'write',
	name: 'Resubscribe',
	action: 'Resubscribe a person to campaigns',
	description: 'Take an opt-out back that the person has asked to end',
	fields: [...person, ...journal],
	runTogether: resubscribe,
});
