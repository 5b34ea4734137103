import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { rowsOf } from './gaql';

const fields = 'id name status type category origin primary_for_goal counting_type owner_customer click_through_lookback_window_days value_settings.default_value value_settings.default_currency_code';

export type ConversionAction = IDataObject & { id?: string; name?: string; type?: string };

/** https://developers.google.com/google-ads/api/fields/v25/conversion_action */
export async function* conversionActions(api: Api, account: string): AsyncGenerator<ConversionAction> {
	const select = fields.split(' ').map((field) => `conversion_action.${field}`).join(', ');
	const rows = rowsOf<{ conversionAction?: ConversionAction }>(api, account, `SELECT ${select} FROM conversion_action WHERE conversion_action.status != 'REMOVED' ORDER BY conversion_action.name`);
	for await (const { conversionAction = {} } of rows) yield conversionAction;
}
