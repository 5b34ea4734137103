import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { PlatformError } from '../../core/errors';
import type { Operation } from '../../core/operation';
import type { Request } from '../../core/request';
import { telegram } from '../../platforms/telegram';

/** What the items of one run tell each other. The tries of n8n's *Retry On Fail* are one run. */
export interface Run {
	/** Groups that became supergroups: their old ID → the new one. */
	moved: Map<string, string>;
	/** Chats that a message to many has been meant for already. */
	served: Set<string>;
}

const runs = new Map<string, Run>();

/** Of runs that failed so many are kept, in case they are tried again. */
const KEPT = 20;

function keyOf(context: IExecuteFunctions): string {
	const { $runIndex } = context.getWorkflowDataProxy(0);
	return [context.getExecutionId(), context.getNode().id, $runIndex].join('/');
}

/** Does the work of one run with what its items have in common. */
export async function inRun<T>(context: IExecuteFunctions, work: (run: Run) => Promise<T>): Promise<T> {
	const key = keyOf(context);
	const run: Run = runs.get(key) ?? { moved: new Map(), served: new Set() };
	runs.delete(key);
	runs.set(key, run);
	for (const old of [...runs.keys()].slice(0, -KEPT)) runs.delete(old);
	const result = await work(run);
	runs.delete(key);
	return result;
}

const ofApi = new WeakMap<Api, Run>();

/** The run that an operation's item belongs to. */
export const runOf = (api: Api): Run => ofApi.get(api) ?? { moved: new Map(), served: new Set() };

/** The operations, with every call following the groups that moved. */
export const following = (operations: readonly Operation[], run: Run): Operation[] =>
	operations.map((one) => ('run' in one ? { ...one, run: (input, api) => one.run(input, followed(api, run)) } : one));

function followed(api: Api, run: Run): Api {
	const send: Api['send'] = async (request) => await follow(api, request, run);
	const own: Api = Object.create(api, { send: { value: send } });
	ofApi.set(own, run);
	return own;
}

/** Numbers of messages belong to their chat: after a move the same number is another message, so such calls stay where they are. */
const BOUND = ['message_id', 'message_ids', 'reply_parameters', 'message_thread_id'];

const chatOf = ({ body, form }: Request): string | undefined => {
	const given = body ?? form ?? {};
	return given.chat_id === undefined || BOUND.some((name) => given[name] !== undefined) ? undefined : String(given.chat_id);
};

function sentTo(chat: string, request: Request): Request {
	const { body, form } = request;
	return { ...request, ...(body && { body: { ...body, chat_id: chat } }), ...(form && { form: { ...form, chat_id: chat } }) };
}

/** What Telegram answered, with the chat's new ID beside it, so that a list can be corrected. */
const marked = <T>(result: T, newChatId: string): T => {
	if (Array.isArray(result)) return Object.assign(result.map((one: unknown) => marked(one, newChatId)));
	return typeof result === 'object' && result !== null ? { ...result, newChatId } : result;
};

/** A group that became a supergroup refuses by naming its new ID: the call is then made there, once. Nothing was done for the refused one. */
async function follow<T = IDataObject>(api: Api, request: Request, { moved, served }: Run): Promise<T> {
	const chat = chatOf(request);
	if (chat === undefined) return await api.send<T>(request);
	const known = moved.get(chat);
	if (known) return marked(await api.send<T>(sentTo(known, request)), known);
	return await api.send<T>(request).catch(async (error: unknown) => {
		const next = error instanceof PlatformError ? newChatOf(error) : undefined;
		if (next) moved.set(chat, next);
		// In a message to many the group may stand under both IDs: then it has its message already.
		if (!next || served.has(next)) throw error;
		if (served.has(chat)) served.add(next);
		return marked(await api.send<T>(sentTo(next, request)), next);
	});
}

/** The new ID of a chat that moved, where that is why a call was refused. */
export const newChatOf = ({ code, message }: PlatformError): string | undefined => (code === '400' ? telegram.words.moved.exec(message)?.[1] : undefined);
