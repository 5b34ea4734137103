import { setTimeout as delay } from 'node:timers/promises';
import axios from 'axios';
import type { INodeExecutionData } from 'n8n-workflow';
import { accountsAt } from '../../sandbox/accounts';
import type { RecordedRequest } from '../../sandbox/networks/requests';
import { seed } from '../../sandbox/networks/seed';
import type { TimelineEntry } from '../../sandbox/networks/world';
import type { StoredWorkflow } from '../../sandbox/n8n/workflows';
import { peakOf, resetPeak } from '../bench/process';
import { workflowOf } from '../bench/workflows';
import type { Fault } from '../support/sandbox';
import { openStage } from '../support/stage';
import { videoTargets } from './videoTargets';

/** One run of a workflow and what it left behind. */
export interface Run {
	status: string;
	error?: string;
	items: INodeExecutionData[];
	/** Of the node under test, and of the whole workflow: what waited meanwhile counts in the latter only. */
	seconds: number;
	whole: number;
	/** MB. */
	peak: number;
	/** Posts by network. */
	posts: Record<string, number>;
	requests: RecordedRequest[];
}

/** A real n8n whose owner has connected every network, and what the runs of its workflows leave behind. */
export async function openTheatre() {
	const stage = await openStage('big-video', { NODE_ENV: 'production' });
	const { operator, n8n, networks: { origin } } = stage;
	const control = axios.create({ baseURL: origin, proxy: false });
	const types = videoTargets.map(({ credential }) => credential);
	for (const { name, type, data, consent } of accountsAt(origin).filter((account) => types.includes(account.type))) {
		const credential = await operator.ensureCredential(name, type, data);
		if (consent) await operator.connect(credential);
	}
	const timeline = async () => (await control.get<TimelineEntry[]>('/timeline.json')).data;
	const postsSince = async (before: number) => {
		const fresh = (await timeline()).toReversed().slice(before);
		return Object.fromEntries(videoTargets.map(({ network }) => [network, fresh.filter((post) => post.network === network).length]));
	};

	/** Networks show a video some seconds after they have taken it. A post more than is awaited is given a second to turn up. */
	const shown = async (before: number, awaited: readonly string[]) => {
		for (let turn = 0; turn < 80; turn++) {
			const posts = await postsSince(before);
			if (awaited.every((network) => (posts[network] ?? 0) > 0)) break;
			await delay(250);
		}
		await delay(1000);
		return await postsSince(before);
	};

	/** `awaited`: networks that the run publishes on. */
	const run = async (workflow: StoredWorkflow, awaited: readonly string[]): Promise<Run> => {
		await control.delete('/_sandbox/requests');
		const before = (await timeline()).length;
		resetPeak(n8n.pid);
		const began = performance.now();
		const execution = await operator.workflows.run(workflow, { timeoutMs: 900_000 });
		const peak = peakOf(n8n.pid);
		const whole = (performance.now() - began) / 1000;
		const took = execution.data.resultData.runData['Under test']?.[0]?.executionTime ?? NaN;
		const { data: requests } = await control.get<RecordedRequest[]>('/_sandbox/requests');
		// With it goes the copy of the video that n8n has made for it.
		await operator.rest.send('POST', '/executions/delete', { ids: [execution.id] });
		return { status: execution.status, error: execution.error, items: execution.items('Under test'), seconds: took / 1000, whole, peak, posts: await shown(before, awaited), requests };
	};
	return {
		run,
		files: stage.files,
		workflow: async (name: string, ...steps: Parameters<typeof workflowOf>[1]) => await operator.importWorkflow(workflowOf(name, steps)),
		fault: async (fault: Fault) => void (await control.post('/_sandbox/faults', fault)),
		/** Where Telegram, with a server of one’s own, takes a large video. */
		telegram: async () => {
			await control.post('/_sandbox/settings', { telegram: { localServer: true, strictParameters: false } });
			return `${origin}/api.telegram.org/bot${seed.telegram.token}/sendVideo`;
		},
		/** How often the faults were met; there are none afterwards. */
		met: async () => {
			const { data } = await control.get<{ hits: number }[]>('/_sandbox/faults');
			await control.delete('/_sandbox/faults');
			return data.reduce((all, { hits }) => all + hits, 0);
		},
	};
}

export type Theatre = Awaited<ReturnType<typeof openTheatre>>;
