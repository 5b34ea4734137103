import { randomUUID } from 'node:crypto';
import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1';
import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { PlatformError, failureOf } from '../../core/errors';
import { carried } from './carried';
import { draftByKey, lookedFor } from './look';
import { addressesOf } from './mime/addresses';
import { composeMessage } from './mime/compose';
import type { Mail } from './mime/compose';
import { at, idOf, one } from './paths';
import { headerOf } from './read/body';
import { answerTo, fetchOriginal } from './reply';
import type { ReplyExtras } from './reply';
import { SENDING } from './send';
import { contentOf, extrasOf } from './written';
import type { Content } from './written';

type Draft = gmail_v1.Schema$Draft;
type Message = gmail_v1.Schema$Message;

export type DraftInput = Content & { subject?: string; additionalFields?: ReplyExtras & { replyToMessageId?: string; to?: string } };

/** What the thread of a draft is known by. */
type Place = Pick<Mail, 'inReplyTo' | 'references'> & { threadId?: string };

const asDraft = (message: IDataObject): IDataObject => ({ message });

/** The draft as the panel describes it; as an answer, what it leaves open comes from the message answered. */
async function draftOf(api: Api, { subject = '', additionalFields: { replyToMessageId = '', to = '', ...extras } = {}, ...content }: DraftInput, place: Place = {}): Promise<{ mail: Mail; threadId?: string }> {
	const recipients = addressesOf(to, 'To');
	if (replyToMessageId === '') {
		const { threadId, ...ties } = place;
		return { mail: { ...(await extrasOf(api, extras)), ...contentOf(content), to: recipients, subject, ...ties }, threadId };
	}
	const original = await fetchOriginal(api, idOf(replyToMessageId, 'Reply to Message ID'), extras.quote ?? false);
	const answer = await answerTo(api, original, { ...content, additionalFields: extras });
	return { mail: { ...answer, ...(recipients.length > 0 && { to: recipients }), ...(subject && { subject }) }, threadId: original.threadId };
}

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.drafts/create */
export async function createDraft(api: Api, input: DraftInput): Promise<Draft> {
	const { mail, threadId } = await draftOf(api, input);
	const key = randomUUID();
	const message = await carried(composeMessage({ ...mail, key }), threadId, asDraft);
	return await api.send<Draft>({ method: 'POST', url: at('drafts'), ...message, once: true, reconcile: draftByKey(api, key) });
}

/** Writes a draft anew in its thread: what was in it is replaced. https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.drafts/update */
export async function updateDraft(api: Api, id: string, input: DraftInput): Promise<Draft> {
	const url = one('drafts', id);
	const { message } = await api.send<Draft>({ url, qs: { format: 'metadata' } });
	const header = (name: string) => headerOf(message?.payload ?? {}, name);
	const isAnswer = header('In-Reply-To') !== '';
	const place = isAnswer ? { inReplyTo: header('In-Reply-To'), references: header('References'), threadId: message?.threadId ?? undefined } : {};
	const { mail, threadId } = await draftOf(api, input, place);
	const carrying = await carried(composeMessage({ ...mail, key: randomUUID() }), threadId, asDraft);
	return await api.send<Draft>({ method: 'PUT', url, ...carrying, idempotent: true });
}

const isMissing = (error: unknown): 'missing' => {
	const failure = failureOf(error);
	if (failure.status === 404) return 'missing';
	throw new PlatformError(failure);
};

const answerOf = ({ id, threadId, labelIds }: Message): Message => ({ id, threadId, labelIds });

/** What a draft has become: a draft that is gone was sent, as the newest sent message of its thread. */
async function sentFrom(api: Api, draft: Draft): Promise<Message | undefined> {
	const there = await api.send<Draft>({ url: at('drafts', draft.id ?? ''), qs: { format: 'minimal' } }).catch(isMissing);
	if (there !== 'missing') return undefined;
	const thread = await api.send<gmail_v1.Schema$Thread>({ url: at('threads', draft.message?.threadId ?? ''), qs: { format: 'minimal' } }).catch(isMissing);
	const sent = thread === 'missing' ? undefined : thread.messages?.findLast(({ labelIds }) => labelIds?.includes('SENT'));
	// It was sent all the same where the thread does not show it.
	return answerOf(sent ?? { threadId: draft.message?.threadId, labelIds: ['SENT'] });
}

/** Sends a draft as it is. https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.drafts/send */
export async function sendDraft(api: Api, draftId: string): Promise<Message> {
	const draft = await api.send<Draft>({ url: one('drafts', draftId), qs: { format: 'minimal' } });
	const reconcile = lookedFor(async () => await sentFrom(api, draft));
	return await api.send<Message>({ method: 'POST', url: at('drafts', 'send'), body: { id: draft.id }, lane: SENDING, once: true, reconcile });
}
