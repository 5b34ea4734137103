import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { Api } from '../../core/api';
import { asNodeError } from '../../core/errors';
import { openSession, platformFor } from '../../core/session';
import { asSystemUser } from '../../platforms/metaSystemUser';
import { whatsApp } from '../../platforms/whatsApp';
import { accountsRequest } from './accounts';
import type { Account } from './accounts';
import { approvedTemplates, templateKey } from './templates';

export const platforms = [whatsApp, asSystemUser(whatsApp)] as const;

interface Entry {
	name: string;
	value: string;
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Entries that hang below the accounts: the list search of the core takes one entry an item. */
const below = (entriesOf: (account: Account, api: Api) => Promise<Entry[]> | Entry[]) =>
	async function search(this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
		try {
			const api = new Api(await openSession(this, platformFor(this, platforms)), 'read');
			const results: Entry[] = [];
			for await (const account of api.pages<Account>(accountsRequest)) results.push(...(await entriesOf(account, api)));
			return { results: results.filter(({ name }) => plain(name).includes(plain(filter))) };
		} catch (error) {
			throw asNodeError(this.getNode(), error);
		}
	};

export const searchBusinessAccounts = below(({ id, name }) => [{ name, value: id }]);

export const searchPhoneNumbers = below(({ phone_numbers: numbers }) =>
	(numbers?.data ?? []).map(({ id, display_phone_number: number, verified_name: name }) => ({ name: name ? `${number} (${name})` : number, value: id })),
);

export const searchTemplates = below(async ({ id }, api) => (await approvedTemplates(api, id)).map((template) => ({ name: `${template.name} (${template.language})`, value: templateKey(template) })));
