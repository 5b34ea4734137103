import type { Request } from 'express';
import { readBody } from '../../body';
import type { Google } from '../state';
import { checkCaller, reaches } from './access';
import { missing, noPermission, refusal, refuseIfAny } from './errors';
import { filterOf } from './filter';
import { userList, type UserList } from './messages';
import { check, snake } from './shape';
import { fresh, type DataManagerStore } from './store';

export interface Path extends Record<string, string> {
	type: string;
	account: string;
}

const DAY = 86_400;
const LONGEST = 540;
const [PAGE, MOST] = [50, 1_000];

/** The account of the path, if the person reaches it: the header names another way than directly. */
function accountOf(req: Request<Path>, google: Google, method: string): string {
	checkCaller(req, google, `UserListService.${method}`);
	const { type, account } = req.params;
	const header = req.get('login-account');
	const login = header === undefined ? account : /^accountTypes\/GOOGLE_ADS\/accounts\/(\d{10})$/.exec(header)?.[1];
	if (type !== 'GOOGLE_ADS' || !/^\d{10}$/.test(account) || login === undefined) throw refusal(400, 'Request contains an invalid argument.', 'INVALID_RESOURCE_NAME');
	if (!reaches(google, account, login)) throw noPermission();
	return account;
}

type Fields = Partial<UserList>;

async function fieldsOf(req: Request<Path>): Promise<Fields> {
	const { fields } = await readBody(req);
	req.body = fields;
	check(fields, userList);
	return fields;
}

const only = (req: Request<Path>, names: string[]) => {
	const strange = Object.keys(req.query).find((name) => !names.includes(name));
	if (strange !== undefined) throw refusal(400, `Invalid JSON payload received. Unknown name "${strange}": Cannot bind query parameter.`, 'INVALID_ARGUMENT');
};

/** What is wrong with the values of a list, be it new or changed. */
function checkValues(store: DataManagerStore, account: string, { displayName, membershipDuration }: Fields, id?: string): void {
	const at = 'user_list';
	if (displayName === '') refuseIfAny([{ field: `${at}.display_name`, description: 'The display name is not valid.', reason: 'INVALID_DISPLAY_NAME' }]);
	const other = store.listsOf(account).find((list) => list.displayName === displayName && list.id !== id);
	if (other) refuseIfAny([{ field: `${at}.display_name`, description: 'The display name is already being used for another user list for the account.', reason: 'DISPLAY_NAME_ALREADY_USED' }]);
	const seconds = Number((membershipDuration ?? `${DAY}s`).replace('s', ''));
	if (seconds <= 0 || seconds % DAY !== 0) refuseIfAny([{ field: `${at}.membership_duration`, description: 'Valid durations are exact multiples of 24 hours.', reason: 'INVALID_ARGUMENT' }]);
	if (seconds > LONGEST * DAY) refuseIfAny([{ field: `${at}.membership_duration`, description: 'The user list membership duration is too long.', reason: 'MEMBERSHIP_DURATION_TOO_LONG' }]);
}

const shown = (store: DataManagerStore, account: string, list: UserList): UserList => {
	const size = String(store.members.get(`${account}/${list.id}`)?.size ?? 0);
	return { ...list, sizeInfo: Object.fromEntries(Object.keys(list.sizeInfo).map((name) => [name, size])) };
};

function existing(store: DataManagerStore, account: string, id: string): UserList {
	const list = store.list(account, id);
	if (!list) throw missing();
	return list;
}

export async function createList(req: Request<Path>, google: Google): Promise<object> {
	const account = accountOf(req, google, 'CreateUserList');
	only(req, ['validateOnly']);
	const store = google.dataManager;
	const { displayName, description, integrationCode, membershipDuration, membershipStatus, ingestedUserListInfo } = await fieldsOf(req);
	if (displayName === undefined) refuseIfAny([{ field: 'user_list.display_name', description: 'Required field is missing.', reason: 'REQUIRED_FIELD_MISSING' }]);
	if (!ingestedUserListInfo?.uploadKeyTypes?.length) refuseIfAny([{ field: 'user_list.ingested_user_list_info.upload_key_types', description: 'Required field is missing.', reason: 'REQUIRED_FIELD_MISSING' }]);
	checkValues(store, account, { displayName, membershipDuration });
	const id = store.newId();
	const base = fresh(LONGEST);
	const list: UserList = {
		name: `accountTypes/GOOGLE_ADS/accounts/${account}/userLists/${id}`,
		...{ id, displayName: displayName ?? '', ...(description && { description }), ...(integrationCode && { integrationCode }) },
		...base,
		...{ ...(membershipDuration && { membershipDuration }), ...(membershipStatus && { membershipStatus }) },
		ingestedUserListInfo: { ...base.ingestedUserListInfo, ...ingestedUserListInfo },
	};
	if (req.query.validateOnly !== 'true') store.lists.set(`${account}/${id}`, list);
	return list;
}

export function getList(req: Request<Path>, google: Google): object {
	const account = accountOf(req, google, 'GetUserList');
	return shown(google.dataManager, account, existing(google.dataManager, account, req.params.id ?? ''));
}

export function listLists(req: Request<Path>, google: Google): object {
	const account = accountOf(req, google, 'ListUserLists');
	only(req, ['pageSize', 'pageToken', 'filter']);
	const { pageSize = '0', pageToken, filter } = req.query;
	const size = Math.min(Number(pageSize) || PAGE, MOST);
	const start = pageToken === undefined ? 0 : Number(Buffer.from(String(pageToken), 'base64url').toString());
	if (!Number.isInteger(start)) refuseIfAny([{ field: 'page_token', description: 'The page token is invalid.', reason: 'INVALID_PAGE_TOKEN' }]);
	const store = google.dataManager;
	const all = store.listsOf(account).filter(typeof filter === 'string' && filter !== '' ? filterOf(filter) : () => true);
	const userLists = all.slice(start, start + size).map((list) => shown(store, account, list));
	return { ...(userLists.length > 0 && { userLists }), ...(start + size < all.length && { nextPageToken: Buffer.from(String(start + size)).toString('base64url') }) };
}

const changeable = ['displayName', 'description', 'membershipStatus', 'integrationCode', 'membershipDuration', 'accountAccessStatus'] as const;

export async function updateList(req: Request<Path>, google: Google): Promise<object> {
	const account = accountOf(req, google, 'UpdateUserList');
	only(req, ['updateMask', 'validateOnly']);
	const store = google.dataManager;
	const list = existing(store, account, req.params.id ?? '');
	const fields = await fieldsOf(req);
	const mask = typeof req.query.updateMask === 'string' ? req.query.updateMask.split(',') : Object.keys(fields);
	const names = mask.map((path) => changeable.find((name) => name === path || snake(name) === path));
	if (mask.some((path) => /^ingested/.test(path))) refuseIfAny([{ field: 'update_mask', description: 'Attempted to set an immutable field for an update request.', reason: 'IMMUTABLE_FIELD_FOR_UPDATE' }]);
	if (names.includes(undefined)) refuseIfAny([{ field: 'update_mask', description: 'The update mask is invalid.', reason: 'INVALID_UPDATE_MASK' }]);
	const values: Fields = Object.fromEntries(names.flatMap((name) => (name ? [[name, fields[name] ?? '']] : [])));
	checkValues(store, account, values, list.id);
	const changed = { ...list, ...values };
	if (req.query.validateOnly !== 'true') store.lists.set(`${account}/${list.id}`, changed);
	return shown(store, account, changed);
}

export function deleteList(req: Request<Path>, google: Google): object {
	const account = accountOf(req, google, 'DeleteUserList');
	only(req, ['validateOnly']);
	const store = google.dataManager;
	const { id } = existing(store, account, req.params.id ?? '');
	if (req.query.validateOnly === 'true') return {};
	for (const map of [store.lists, store.members]) map.delete(`${account}/${id}`);
	store.gone.add(`${account}/${id}`);
	return {};
}
