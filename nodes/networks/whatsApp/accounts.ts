import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';

export interface PhoneNumber {
	id: string;
	display_phone_number: string;
	verified_name?: string;
}

/** A WhatsApp Business account with its numbers. */
export interface Account {
	id: string;
	name: string;
	phone_numbers?: { data?: PhoneNumber[] };
}

const fields = 'id,name,phone_numbers{id,display_phone_number,verified_name}';

/** Those that the connected person or system user is assigned to. https://developers.facebook.com/docs/graph-api/reference/user/assigned_whatsapp_business_accounts */
export const accountsRequest = { url: '/me/assigned_whatsapp_business_accounts', qs: { fields, limit: 100 } };

/** What a number shows. https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account-to-number-current-status */
export const numberFields = 'id,display_phone_number,verified_name,quality_rating,code_verification_status,name_status,status,platform_type,throughput';

/** The account that a number belongs to. Meta tells it the other way round only: an account lists its numbers. */
export async function accountOf(api: Api, phoneNumber: string): Promise<string | undefined> {
	for await (const { id, phone_numbers: numbers } of api.pages<Account>(accountsRequest)) {
		if (numbers?.data?.some((number) => number.id === phoneNumber)) return id;
	}
	return undefined;
}

/** The numbers of an account. */
export const numbersOf = (api: Api, account: string): AsyncIterable<IDataObject> => api.pages({ url: `/${account}/phone_numbers`, qs: { fields: numberFields, limit: 100 } });
