import { refuseIfAny } from './errors';
import { snake } from './shape';
import type { UserList } from './messages';

const known = ['id', 'display_name', 'description', 'membership_status', 'integration_code', 'access_reason', 'ingested_user_list_info.upload_key_types'];

function wrong(filter: string): never {
	refuseIfAny([{ field: 'filter', description: `The query filter is invalid: ${filter}`, reason: 'INVALID_FILTER' }]);
	throw new Error('unreachable');
}

const valueOf = (list: UserList, field: string): string => {
	const values: Record<string, string> = {
		id: list.id,
		display_name: list.displayName,
		description: list.description ?? '',
		membership_status: list.membershipStatus,
		integration_code: list.integrationCode ?? '',
		access_reason: list.accessReason,
		'ingested_user_list_info.upload_key_types': list.ingestedUserListInfo.uploadKeyTypes.join(' '),
	};
	return values[field] ?? '';
};

const order = (a: string, b: string) => (/^\d+$/.test(a) && /^\d+$/.test(b) ? Number(a) - Number(b) : a.localeCompare(b));

const tests: Record<string, (value: string, asked: string) => boolean> = {
	'=': (value, asked) => value === asked,
	'!=': (value, asked) => value !== asked,
	'>': (value, asked) => order(value, asked) > 0,
	'>=': (value, asked) => order(value, asked) >= 0,
	'<': (value, asked) => order(value, asked) < 0,
	'<=': (value, asked) => order(value, asked) <= 0,
	':': (value, asked) => value.includes(asked),
};

/** Conditions joined by AND. https://google.aip.dev/160 */
export function filterOf(filter: string): (list: UserList) => boolean {
	const conditions = filter.split(/ AND /i).map((text) => {
		const [, name = '', sign = '', quoted, bare = ''] = /^\s*([\w.]+)\s*(!=|>=|<=|=|>|<|:)\s*(?:"((?:[^"\\]|\\.)*)"|([\w-]+))\s*$/.exec(text) ?? [];
		const field = name.split('.').map(snake).join('.');
		if (!known.includes(field)) wrong(filter);
		const asked = quoted?.replace(/\\(.)/g, '$1') ?? bare;
		return (list: UserList) => tests[sign]?.(valueOf(list, field), asked) ?? false;
	});
	return (list) => conditions.every((condition) => condition(list));
}
