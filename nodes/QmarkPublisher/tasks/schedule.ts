import { tryToParseDateTime } from 'n8n-workflow';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { refused } from '../../core/errors';
import type { Content } from '../../model/content';
import { targetName } from '../../model/content';
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

/** Each of a content's targets takes its slot: two posts of one account never go out at the same time. */
const placesOf = ({ targets }: Pick<Content, 'targets'>): string[] => (targets.length > 0 ? targets.map(targetName) : ['']);

const zoned = (time: string, timeZone: string) => tryToParseDateTime(time, timeZone).toMillis();

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
	const taken = new Set<string>();
	const take = (content: Pick<Content, 'targets'>, time: number) => placesOf(content).forEach((place) => taken.add(`${place}@${time}`));
	for (const { network, account, publishAt } of listIn(options.taken, 'Taken')) {
		if (typeof publishAt === 'string' && publishAt) take({ targets: network ? [{ network: String(network), account: account ? String(account) : undefined }] : [] }, zoned(publishAt, timeZone));
	}
	for (const content of items) if (content.publishAt) take(content, zoned(content.publishAt, content.timeZone ?? timeZone));

	const times = [...timesOf(slots, now, options.daysAhead)];
	const answers: INodeExecutionData[] = [];
	for (const [index, content] of items.entries()) {
		if (content.publishAt) {
			answers.push(await run.item({ ...content, slotted: false }, index));
			continue;
		}
		const free = times.filter(({ at }) => placesOf(content).every((place) => !taken.has(`${place}@${at.toMillis()}`)));
		const [next] = free;
		if (!next) throw refused('Slots', `no slot is left for “${content.id}” within ${options.daysAhead} days.`, 'Add slots, or raise “Days Ahead”.');
		const near = free.filter(({ at }) => at < next.at.plus({ days: HORIZON }));
		const chosen = options.order === 'best' ? near.reduce((best, one) => (score(one.slot) > score(best.slot) ? one : best), next) : next;
		take(content, chosen.at.toMillis());
		answers.push(await run.item({ ...content, publishAt: chosen.at.toISO(), timeZone, slotted: true }, index));
	}
	return answers;
};
