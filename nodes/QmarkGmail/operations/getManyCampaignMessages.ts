import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { filters, journal } from '../campaign/fields';
import { getManyLines } from '../campaign/getMany';

/** https://support.google.com/a/answer/81126 */
export const getManyCampaignMessages = operation({
	resource: 'campaign',
	operation: 'getAll',
	effect: 'read',
	name: 'Get Many',
	action: 'Get many messages of campaigns',
	description: 'List who was sent what, and what was not',
	fields: [...journal, ...many, filters],
	runTogether: getManyLines,
});
