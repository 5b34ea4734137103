import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import { messenger } from '../../platforms/messenger';
import type { Channel } from '../../platforms/messenger';
import { secondsOf } from '../facebook/schedule';
import { newestRequest } from './conversations';
import type { Newest } from './conversations';

const { standard, humanAgent, privateReply } = messenger.windows;
const DAYS = 24 * 60 * 60_000;

/** Who is written to, and as whom. */
export interface Addressed {
	page: string;
	channel: Channel;
	recipient: string;
}

/** What the person who builds the workflow knows of the window. */
export interface WindowOptions {
	windowClosesAt?: string;
	lookUpWindow?: boolean;
	humanAgent?: boolean;
}

const shown = (at: number) => new Date(at).toISOString();

/** Refuses what Meta would refuse: 24 hours after the person last wrote all but a human agent's answer, after 7 days everything. */
function checkClosing(field: string, closesAt: number, byHuman: boolean): void {
	const now = Date.now();
	if (now <= closesAt) return;
	const lastDay = closesAt - standard + humanAgent;
	if (now > lastDay) {
		const message = `the person last wrote on ${shown(closesAt - standard)}, more than ${humanAgent / DAYS} days ago; Meta takes no message to them any more.`;
		throw refused(field, message, 'Wait until they write again, or send a private reply to a comment of theirs that is less than 7 days old.');
	}
	if (byHuman) return;
	const hint = `If a person of yours writes this answer, turn on “Sent by a Human Agent”: that is allowed until ${shown(lastDay)}. A comment of theirs that is less than 7 days old may get a private reply.`;
	throw refused(field, `the 24-hour window closed on ${shown(closesAt)}.`, hint);
}

/** When the window closes by what the conversation shows; undefined where it shows nothing that the person wrote. */
async function closingFound(api: Api, { page, channel, recipient }: Addressed): Promise<number | undefined> {
	const { data } = await api.send<Newest>(newestRequest(page, channel, recipient));
	if (!data[0]) {
		const hint = 'Check “Recipient ID” and “Channel”. A page cannot write first: wait for the person, or send a private reply to a comment of theirs.';
		throw refused('Recipient ID', `${recipient} has no conversation with this page on ${messenger.channels[channel].name}.`, hint);
	}
	const written = data[0].messages?.data.find(({ from }) => from?.id === recipient);
	return written && Date.parse(written.created_time) + standard;
}

/** Checks the window before anything is sent: by the date that is given, or by the conversation where that is wished. */
export async function checkWindow(api: Api, addressed: Addressed, { windowClosesAt, lookUpWindow, humanAgent: byHuman = false }: WindowOptions): Promise<void> {
	const given = secondsOf('Window Closes At', windowClosesAt);
	if (given !== undefined) checkClosing('Window Closes At', given * 1000, byHuman);
	else if (lookUpWindow) {
		const found = await closingFound(api, addressed);
		if (found !== undefined) checkClosing('Recipient ID', found, byHuman);
	}
}

/** A comment may be answered privately for 7 days. */
export function checkCommented(commentedAt: string | undefined): void {
	const at = secondsOf('Commented At', commentedAt);
	if (at === undefined || Date.now() <= at * 1000 + privateReply) return;
	throw refused('Commented At', `${shown(at * 1000)} is more than ${privateReply / DAYS} days ago; Meta takes no private reply any more.`, 'Answer the comment publicly, or wait until the person writes.');
}
