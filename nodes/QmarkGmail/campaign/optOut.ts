import { Journal } from '../../core/journal/journal';
import { ownerOf, storeOf } from '../../core/journal/open';
import type { Answer, InputOf, Together } from '../../core/operation';
import { textOf } from '../../networks/gmail/written';
import { oneAddress } from './address';
import { kind, newEntry, optOutKeyOf, table } from './entry';
import type { Entry } from './entry';
import type { journal as journalFields, person } from './fields';

type Input = InputOf<[...typeof journalFields, ...typeof person]>;

export const journalOf = ({ context, session }: Pick<Together, 'context' | 'session'>): Journal<Entry> => new Journal(storeOf(context, table), kind, ownerOf(context), session.signal);

/** Whom it is about: an address, or the reader of the message whose link was followed. */
async function keyFor(journal: Journal<Entry>, { by, address, link }: Input): Promise<{ key: string; campaign: string } | undefined> {
	if (by === 'address') return { key: optOutKeyOf(oneAddress(address, 'Address').address), campaign: '' };
	const whole = textOf(link).trim();
	const [, token = whole] = /[?&]t=([^&#\s]*)/.exec(whole) ?? [];
	// A link that was cut short matches nobody.
	const [line] = /^[\w-]{32}$/.test(token) ? await journal.find({ token }, 1) : [];
	return line && { key: optOutKeyOf(line.recipient), campaign: line.campaign };
}

/** Notes that a person wants no more, whatever the campaign. A second time changes nothing. */
export async function unsubscribe(all: Together<Input>): Promise<Answer[]> {
	const journal = journalOf(all);
	return await eachOf(all, async (input) => {
		const found = await keyFor(journal, input);
		if (!found) return { status: 'not-found' };
		const seen = await journal.look(found.key);
		if (seen?.status === 'unsubscribed') return { status: 'unsubscribed', since: seen.at };
		const at = new Date().toISOString();
		const line = await journal.claim(newEntry(found.key, { campaign: found.campaign }), seen);
		// Any line counts, so that another run that has it leaves nothing to do.
		if (line.owner === journal.owner) await journal.write({ ...line, status: 'unsubscribed', at });
		return { status: 'unsubscribed', since: at };
	});
}

/** Takes the note back: the person has asked for messages again. */
export async function resubscribe(all: Together<Input>): Promise<Answer[]> {
	const journal = journalOf(all);
	return await eachOf(all, async (input) => {
		const found = await keyFor(journal, input);
		const line = found && (await journal.look(found.key));
		if (line) await journal.remove([line]);
		return { status: found ? 'subscribed' : 'not-found' };
	});
}

/** One after another; an address that is none keeps nobody else’s wish from being noted. */
async function eachOf(all: Together<Input>, work: (input: Input) => Promise<object>): Promise<Answer[]> {
	const answers: Answer[] = [];
	for (const item of all.context.getInputData().keys()) {
		try {
			answers.push({ item, json: await work(all.inputOf(item)) });
		} catch (error) {
			answers.push({ item, error });
		}
	}
	return answers;
}
