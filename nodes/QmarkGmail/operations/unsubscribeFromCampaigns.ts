import { operation } from '../../core/operation';
import { journal, person } from '../campaign/fields';
import { unsubscribe } from '../campaign/optOut';

/** https://www.rfc-editor.org/rfc/rfc8058 */
export const unsubscribeFromCampaigns = operation({
	resource: 'campaign',
	operation: 'unsubscribe',
	effect: 'write',
	name: 'Unsubscribe',
	action: 'Unsubscribe a person from campaigns',
	description: 'Note that a person wants no more messages of campaigns',
	fields: [...person, ...journal],
	runTogether: unsubscribe,
});
