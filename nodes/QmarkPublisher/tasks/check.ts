import { Accounts } from '../live';
import { isRefused, plan } from '../plan';
import type { Plan } from '../plan';
import { probed } from '../probe';
import type { Run, Task } from '../run';
import type { Job } from '../targets';
import type { Found } from '../finding';

/** The jobs with what their files are, and a warning for each file that could not be seen. */
export async function lookedAt(run: Run, jobs: readonly Job[]): Promise<Job[]> {
	const contents = [...new Map(jobs.map((job) => [job.content, job.index])).entries()];
	const { contents: seen, problems } = await probed(run.context, contents.map(([content]) => content), (content) => contents.find(([one]) => one === content)?.[1] ?? 0);
	const byContent = new Map(contents.map(([content], position) => [content, seen[position] ?? content]));
	return jobs.map((job) => {
		const content = byContent.get(job.content) ?? job.content;
		const unseen = content.media.flatMap(({ source }, position): Found[] => {
			const problem = 'url' in source ? problems.get(source.url) : undefined;
			const field = content.media.length > 1 ? `media ${position + 1}` : 'media';
			return problem === undefined ? [] : [{ severity: 'warning', field, rule: 'media-unreachable', message: problem, fix: 'Open the address in a browser: networks fetch the file from there.' }];
		});
		return { ...job, content, found: [...job.found, ...unseen] };
	});
}

/** How many posts a run has for each account. */
const plannedFor = (jobs: readonly Job[], { named, account }: Job) => jobs.filter((job) => job.named === named && job.account === account).length;

/** Plans with what the networks say of the accounts. */
export async function asked(run: Run, jobs: readonly Job[]): Promise<Plan[]> {
	const accounts = new Accounts(run.sessions, run.choices);
	return await Promise.all(jobs.map(async (job) => plan(job, run.wishes, await accounts.findings(job, plannedFor(jobs, job)))));
}

/** A dry run: one item for each target, with everything that is known to be wrong. Nothing is sent. */
export const check: Task = async (run) => {
	const { askNetworks, lookAtFiles } = run.options({ askNetworks: true, lookAtFiles: true });
	const jobs = lookAtFiles ? await lookedAt(run, run.jobs()) : run.jobs();
	const plans = askNetworks ? await asked(run, jobs) : jobs.map((job) => plan(job, run.wishes));
	return await Promise.all(
		plans.map(async (one) => {
			const { job, findings, adapted } = one;
			const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
			const target = { contentId: job.content.id, network: job.named, account: job.account };
			return await run.item({ ...target, ok: !isRefused(one), errors: count('error'), warnings: count('warning'), findings, adapted }, job.index);
		}),
	);
};
