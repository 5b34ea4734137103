import { full, gmail } from '../scopes';

interface Method {
	/** As Google's errors name it. */
	name: string;
	/** Any of these is enough. */
	scopes: readonly string[];
	/** Quota units until, and since, May 2026: https://developers.google.com/workspace/gmail/api/reference/quota */
	units: { old: number; new: number };
}

const of = (...names: string[]): string[] => [full, ...names.map(gmail)];
const read = of('modify', 'readonly', 'metadata');
const readFull = of('modify', 'readonly');
const change = of('modify');
const write = of('modify', 'compose');
const add = of('modify', 'insert');
const organise = of('modify', 'labels');

const method = (name: string, scopes: readonly string[], units: number, since = units): Method => ({ name, scopes, units: { old: units, new: since } });

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1 */
export const methods = {
	'getProfile': method('GetProfile', of('modify', 'compose', 'readonly', 'metadata'), 1),
	'messages.send': method('SendMessage', of('modify', 'compose', 'send'), 100),
	'messages.list': method('ListMessages', read, 5),
	'messages.get': method('GetMessage', read, 5, 20),
	'messages.modify': method('ModifyMessage', change, 5),
	'messages.batchModify': method('BatchModifyMessages', change, 50),
	'messages.trash': method('TrashMessage', change, 5),
	'messages.untrash': method('UntrashMessage', change, 5),
	'messages.delete': method('DeleteMessage', [full], 10),
	'messages.batchDelete': method('BatchDeleteMessages', [full], 50),
	'messages.insert': method('InsertMessage', add, 25),
	'messages.import': method('ImportMessage', add, 25),
	'attachments.get': method('GetAttachment', readFull, 5),
	'drafts.create': method('CreateDraft', write, 10),
	'drafts.update': method('UpdateDraft', write, 15),
	'drafts.get': method('GetDraft', of('modify', 'compose', 'readonly'), 5),
	'drafts.list': method('ListDrafts', of('modify', 'compose', 'readonly'), 5),
	'drafts.send': method('SendDraft', write, 100),
	'drafts.delete': method('DeleteDraft', write, 10),
	'threads.list': method('ListThreads', read, 10),
	'threads.get': method('GetThread', read, 10, 40),
	'threads.modify': method('ModifyThread', change, 10),
	'threads.trash': method('TrashThread', change, 10),
	'threads.untrash': method('UntrashThread', change, 10),
	'threads.delete': method('DeleteThread', [full], 20),
	'labels.list': method('ListLabels', of('modify', 'labels', 'readonly', 'metadata'), 1),
	'labels.get': method('GetLabel', of('modify', 'labels', 'readonly', 'metadata'), 1),
	'labels.create': method('CreateLabel', organise, 5),
	'labels.update': method('UpdateLabel', organise, 5),
	'labels.delete': method('DeleteLabel', organise, 5),
	'history.list': method('ListHistory', read, 2),
	'settings.sendAs.list': method('ListSendAs', of('modify', 'readonly', 'settings.basic'), 1),
} as const satisfies Record<string, Method>;

export type MethodName = keyof typeof methods;

/** With it alone, no bodies and no search. */
export const isMetadataOnly = (scopes: readonly string[]): boolean => !scopes.some((scope) => readFull.includes(scope));
