import type { Answer, InputOf, Together } from '../../core/operation';
import type { many } from '../../core/fields';
import { textOf } from '../../networks/gmail/written';
import type { Entry } from './entry';
import type { filters, journal } from './fields';
import { journalOf } from './optOut';

type Input = InputOf<[...typeof journal, ...typeof many, typeof filters]>;

/** More than anybody keeps in a Data Table. */
const EVERYTHING = 1_000_000;

const shown = ({ campaign, mailbox, recipient, status, messageId, threadId, at, reason, verdict, hint }: Entry) => ({
	...{ to: recipient || undefined, campaign: campaign || undefined, mailbox: mailbox || undefined, status, at: at || undefined },
	...{ messageId: messageId || undefined, threadId: threadId || undefined, reason: reason || undefined, verdict: verdict || undefined, hint: hint || undefined },
});

/** Lines of the journal, the latest first. */
export async function getManyLines(all: Together<Input>): Promise<Answer[]> {
	const { returnAll, limit, filters: { campaign, status = '' } } = all.inputOf(0);
	const lines = await journalOf(all).find({ campaign: textOf(campaign).trim(), status }, returnAll ? EVERYTHING : limit);
	return lines.map((line) => ({ item: 0, json: shown(line) }));
}
