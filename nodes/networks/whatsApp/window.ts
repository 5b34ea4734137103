import { tryToParseDateTime } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { PlatformError, failureOf, refused } from '../../core/errors';
import { whatsApp } from '../../platforms/whatsApp';
import { accountOf } from './accounts';
import { approvedTemplates } from './templates';

interface Conversation {
	phoneNumber: string;
	windowClosesAt?: string;
	businessAccount?: string;
}

/** Names that a hint can sensibly hold. */
const SHOWN = 20;

async function listed(api: Api, { phoneNumber, businessAccount }: Conversation): Promise<string> {
	const account = businessAccount || (await accountOf(api, phoneNumber));
	if (!account) return 'Choose “WhatsApp Business Account” to be told which templates are approved.';
	const names = (await approvedTemplates(api, account)).map(({ name, language }) => `${name} (${language})`);
	if (names.length === 0) return `Account ${account} has no approved template yet: make one with Template > Create.`;
	const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
	return `Use “Send Template” with an approved template: ${names.slice(0, SHOWN).join(', ')}${more}.`;
}

/** What may be sent instead. Asked at most once a minute, so that a list of late answers does not use up what Meta allows an hour. */
const hints = new Map<string, { until: number; hint: Promise<string> }>();
const KEEP = 60_000;

async function hintFor(api: Api, conversation: Conversation): Promise<string> {
	const key = `${conversation.phoneNumber}/${conversation.businessAccount ?? ''}`;
	const now = Date.now();
	for (const [old, { until }] of hints) if (until < now) hints.delete(old);
	const known = hints.get(key);
	if (known) return await known.hint;
	const hint = listed(api, conversation).catch((error: unknown) => `Use “Send Template”. Which templates are approved could not be asked: ${failureOf(error).message}`);
	hints.set(key, { until: now + KEEP, hint });
	return await hint;
}

/** The refusal of a free-form message after 24 hours: Meta's own code, and the templates that are allowed. */
export async function closedWindow(api: Api, conversation: Conversation, message: string): Promise<PlatformError> {
	return new PlatformError({ verdict: 'fix-input', code: whatsApp.windowClosed, message, hint: await hintFor(api, conversation) });
}

function timeOf(value: string): Date {
	try {
		return tryToParseDateTime(value).toJSDate();
	} catch {
		throw refused('Window Closes At', `“${value}” is not a date and time.`, 'Give it as 2027-01-31T09:30:00Z, or by an expression such as {{ $json.windowClosesAt }}.');
	}
}

/** Sends nothing that Meta would refuse: a free-form message is for 24 hours after the person's last one. Without a time Meta decides. */
export async function checkWindow(api: Api, conversation: Conversation): Promise<void> {
	const { windowClosesAt } = conversation;
	if (windowClosesAt === undefined || windowClosesAt === null || windowClosesAt === '') return;
	const closes = timeOf(String(windowClosesAt));
	if (closes.getTime() > Date.now()) return;
	throw await closedWindow(api, conversation, `Window Closes At: the 24 hours after the person’s last message ended at ${closes.toISOString()}, and nothing was sent.`);
}
