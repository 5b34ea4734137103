import { tryToParseDateTime } from 'n8n-workflow';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { refused } from '../../core/errors';
import type { Content, Target } from '../../model/content';
import { readContent } from '../../model/readContent';
import type { Run, Task } from '../run';
import { scorer, slotsOf, timesOf } from '../slots';
import type { Past } from '../slots';
import { contentIn } from '../targets';

/** Days within which the best slot is chosen before the next one is looked at. */
const HORIZON = 7;

function listIn(value: unknown, field: string): IDataObject[] {
	const parsed: unknown = typeof value === 'string' ? parse(value, field) : value;
	if (Array.isArray(parsed)) return parsed.filter((one): one is IDataObject => typeof one === 'object' && one !== null);
	throw refused(field, 'is no list.', 'Give a JSON list, or an expression that answers one.');
}

function parse(text: string, field: string): unknown {
	try {
		return JSON.parse(text || '[]');
	} catch {
		throw refused(field, 'is no JSON.', 'Give a JSON list, or an expression that answers one.');
	}
}

/** A post’s place; without an account it may be any of the network, and without a network any at all. */
type Place = Partial<Target>;

const anywhere: Place = {};
const placesOf = ({ targets }: Pick<Content, 'targets'>): readonly Place[] => (targets.length > 0 ? targets : [anywhere]);

/** Whether two posts could meet on one account. */
const meets = (a: Place, b: Place) => !a.network || !b.network || (a.network === b.network && (!a.account || !b.account || a.account === b.account));

function timeOf(text: string, timeZone: string, id: string): number {
	try {
		return tryToParseDateTime(text, timeZone).toMillis();
	} catch {
		throw refused('Publish At', `“${text}” of “${id}” is no date and time.`, 'Give it as 2027-01-31T09:30.');
	}
}

/** Gives contents without a date the next free slot of their networks, or the best one of the coming week. Contents with a date keep it. */
export const schedule: Task = async (run: Run) => {
	const { context } = run;
	const options = run.options({ daysAhead: 90, order: 'next', results: '[]', taken: '[]', timeZone: '' });
	const timeZone = options.timeZone || context.getTimezone();
	const slots = slotsOf(String(context.getNodeParameter('slots', 0)));
	const past = listIn(options.results, 'Past Results').flatMap(({ at, views }): Past[] => (typeof at === 'string' && Number(views) >= 0 ? [{ at, views: Number(views) }] : []));
	const score = scorer(past, timeZone);
	const now = tryToParseDateTime(new Date().toISOString()).setZone(timeZone);
	const items = context.getInputData().map(({ json }) => readContent(contentIn(json)).content);
	const taken = new Map<number, Place[]>();
	const take = (places: readonly Place[], time: number) => void taken.set(time, [...(taken.get(time) ?? []), ...places]);
	for (const { network, account, publishAt } of listIn(options.taken, 'Taken')) {
		const place = { network: network ? String(network) : undefined, account: account ? String(account) : undefined };
		if (typeof publishAt === 'string' && publishAt) take([place], timeOf(publishAt, timeZone, 'Taken'));
	}
	for (const content of items) if (content.publishAt) take(placesOf(content), timeOf(content.publishAt, content.timeZone ?? timeZone, content.id));
	const isFree = (content: Content, time: number) => !(taken.get(time) ?? []).some((other) => placesOf(content).some((place) => meets(place, other)));

	const times = [...timesOf(slots, now, options.daysAhead)];
	const answers: INodeExecutionData[] = [];
	for (const [index, content] of items.entries()) {
		if (content.publishAt) {
			answers.push(await run.item({ ...content, slotted: false }, index));
			continue;
		}
		const free = times.filter(({ at }) => isFree(content, at.toMillis()));
		const [next] = free;
		if (!next) throw refused('Slots', `no slot is left for “${content.id}” within ${options.daysAhead} days.`, 'Add slots, or raise “Days Ahead”.');
		const near = free.filter(({ at }) => at < next.at.plus({ days: HORIZON }));
		const chosen = options.order === 'best' ? near.reduce((best, one) => (score(one.slot) > score(best.slot) ? one : best), next) : next;
		take(placesOf(content), chosen.at.toMillis());
		answers.push(await run.item({ ...content, publishAt: chosen.at.toISO(), timeZone, slotted: true }, index));
	}
	return answers;
};
