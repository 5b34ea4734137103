import type { datamanager_v1 } from 'googleapis/build/src/apis/datamanager/v1';
import type { Api } from '../../../core/api';
import { PlatformError, refused } from '../../../core/errors';
import { dataManager } from '../../../platforms/dataManager';
import { idOf, inAccount } from './destination';

export type UserList = datamanager_v1.Schema$UserList;

const DAY = 86_400;
const { host } = dataManager;

/** An audience as people read it: its ID in front, days instead of seconds. */
export function audienceOf({ id, name: resourceName, displayName, membershipDuration, ...more }: UserList) {
	const days = Number(membershipDuration?.replace('s', '') ?? 0) / DAY;
	return { id, name: displayName, resourceName, ...(membershipDuration && { membershipDays: days }), ...more };
}

function durationOf(given?: unknown): string | undefined {
	if (given === undefined) return undefined;
	const days = Number(given);
	if (Number.isInteger(days) && days >= 1 && days <= dataManager.membershipDays) return `${days * DAY}s`;
	throw refused('Membership Days', `${String(given)} is not what Google takes: whole days from 1 to ${dataManager.membershipDays}.`, 'Correct it.');
}

/** Page after page, fetched as they are asked for. https://developers.google.com/data-manager/api/reference/rest/v1/accountTypes.accounts.userLists/list */
export async function* userLists(api: Api, account: string, { filter, most = Infinity }: { filter?: string; most?: number } = {}): AsyncGenerator<ReturnType<typeof audienceOf>> {
	const qs = { pageSize: Math.min(most, dataManager.listsPerPage), ...(filter && { filter }) };
	for (let pageToken: string | undefined, first = true; first || pageToken; first = false) {
		const page: datamanager_v1.Schema$ListUserListsResponse = await api.send<datamanager_v1.Schema$ListUserListsResponse>({ host, url: inAccount(account, '/userLists'), qs: { ...qs, ...(pageToken && { pageToken }) } });
		yield* (page.userLists ?? []).map(audienceOf);
		pageToken = page.nextPageToken ?? undefined;
	}
}

const pathOf = (account: string, audience: string) => inAccount(account, `/userLists/${idOf('userLists', audience, account)}`);

export const userList = async (api: Api, account: string, audience: string) => audienceOf(await api.send<UserList>({ host, url: pathOf(account, audience) }));

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;

interface New {
	name: string;
	description?: string;
	days?: number;
	integrationCode?: string;
}

/** An audience of contact details. Names are unique in an account, so one that was made without an answer is found by its own. */
export async function createUserList(api: Api, account: string, { name, description, days, integrationCode }: New) {
	const reconcile = async () => {
		for await (const found of userLists(api, account, { filter: `display_name = ${quoted(name)}` })) return { result: { ...found, displayName: found.name, name: found.resourceName } };
		return undefined;
	};
	const body = { displayName: name, description: description || undefined, integrationCode: integrationCode || undefined, membershipDuration: durationOf(days), ingestedUserListInfo: { uploadKeyTypes: ['CONTACT_ID'] } };
	return audienceOf(await api.send<UserList>({ method: 'POST', host, url: inAccount(account, '/userLists'), body, reconcile }));
}

export interface Changes {
	description?: string;
	integrationCode?: string;
	membershipDays?: number;
	membershipStatus?: string;
	name?: string;
}

/** Changes an audience to fixed values, which may be repeated. */
export async function updateUserList(api: Api, account: string, audience: string, { name, membershipDays, ...more }: Changes) {
	const body = { displayName: name || undefined, membershipDuration: durationOf(membershipDays), ...more };
	const changed = Object.entries(body).flatMap(([key, value]) => (value === undefined ? [] : key));
	if (changed.length === 0) throw refused('Update Fields', 'nothing is to be changed.', 'Add a field to change.');
	return audienceOf(await api.send<UserList>({ method: 'PATCH', host, url: pathOf(account, audience), qs: { updateMask: changed.join(',') }, body, idempotent: true }));
}

/** Without an answer it is looked whether the audience is still there. */
export async function deleteUserList(api: Api, account: string, audience: string) {
	const url = pathOf(account, audience);
	const reconcile = async () =>
		await api.send({ host, url }).then(
			() => undefined,
			(error: unknown) => {
				if (error instanceof PlatformError && error.code === 'NOT_FOUND') return { result: {} };
				throw error;
			},
		);
	await api.send({ method: 'DELETE', host, url, reconcile });
	return { id: idOf('userLists', audience, account), deleted: true };
}
