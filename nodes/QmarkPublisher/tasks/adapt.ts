import type { INodeExecutionData } from 'n8n-workflow';
import { textWithUtm, withUtm } from '../../model/text';
import { isRefused, plan } from '../plan';
import type { Plan } from '../plan';
import type { Run, Task } from '../run';

/**
 * The content with a text of its own for each network; a thread stays one text, which publishing splits again. Hashtags, mentions and
 * campaign stand in those texts then, and not beside them, where publishing would add them once more.
 */
async function applied(run: Run, plans: readonly Plan[]): Promise<INodeExecutionData> {
	const [first] = plans;
	if (!first) throw new Error('There is no target.');
	const { content, index } = first.job;
	const adapted = plans.flatMap(({ job, adapted: changes }) => changes.map((change) => ({ network: job.named, ...change })));
	const variants = Object.fromEntries(plans.flatMap(({ job, draft }) => (draft ? [[job.named, draft.texts.join('\n\n')]] : [])));
	// There is one title for all networks: it has to fit each that shows one.
	const title = content.title && plans.flatMap(({ draft }) => draft?.title ?? []).reduce((shortest, one) => (one.length < shortest.length ? one : shortest), content.title);
	const link = content.link && withUtm(content.link, content.utm);
	const firstComment = content.firstComment && textWithUtm(content.firstComment, content.utm);
	return await run.item({ ...content, ...{ title, hashtags: [], mentions: [], utm: {}, link, firstComment }, variants: { ...content.variants, ...variants }, adapted }, index);
}

const proposed = async (run: Run, one: Plan): Promise<INodeExecutionData> => {
	const { job, draft, adapted, findings } = one;
	return await run.item({ contentId: job.content.id, network: job.named, account: job.account, post: draft, adapted, ok: !isRefused(one), findings }, job.index);
};

/** What each network would be given: as proposals, or applied to the content. */
export const adapt: Task = async (run) => {
	// Nothing is sent to an account here, and the panel asks for none.
	const jobs = run.jobs().map((job) => ({ ...job, found: job.found.filter(({ rule }) => rule !== 'account') }));
	const plans = jobs.map((job) => plan(job, { taste: run.taste }));
	if (run.context.getNodeParameter('mode', 0) !== 'apply') return await Promise.all(plans.map(async (one) => await proposed(run, one)));
	const items = [...new Set(plans.map(({ job }) => job.index))];
	return await Promise.all(items.map(async (index) => await applied(run, plans.filter(({ job }) => job.index === index))));
};
