import type { Adaptation } from '../model/published';
import type { Choices, Demand, Post } from '../networks/network';
import type { Taste } from './adapt';
import { adapt } from './adapt';
import { check } from './check';
import type { Draft } from './compose';
import { compose } from './compose';
import type { Finding, Found } from './finding';
import type { Job } from './targets';

/** What would go out for a job, what was changed for that, and what would still be refused. */
export interface Plan {
	job: Job;
	draft?: Draft;
	post?: Post;
	adapted: Adaptation[];
	findings: Finding[];
}

const findingOf = ({ named: network, account }: Job, found: Found): Finding => ({ network, account, ...found });

const demanded = ({ field, message, fix, source }: Demand): Found => ({ severity: 'error', field, rule: 'choice', message, fix, source });

/** How a content is to be shaped, and what the panel chooses for single networks. */
export interface Wishes {
	/** Undefined leaves texts as they are. */
	taste?: Taste;
	/** Undefined where nobody has to choose yet. */
	choices?: Choices;
}

/** Pure: asks nobody. `more`: what is known from elsewhere, such as the account's standing. */
export function plan(job: Job, { taste, choices }: Wishes = {}, more: readonly Found[] = []): Plan {
	const { network, content, account, found } = job;
	if (!network) return { job, adapted: [], findings: found.map((one) => findingOf(job, one)) };
	const { draft, changes } = adapt(compose(content, network.name, network.facts), network.facts, content, taste);
	const post: Post = { account, ...draft };
	const demands = (choices ? (network.demands?.(post, choices) ?? []) : []).map(demanded);
	const findings = [...found, ...check(draft, network.facts), ...demands, ...more].map((one) => findingOf(job, one));
	return { job, draft, post, adapted: changes, findings };
}

export const isRefused = ({ findings }: Plan) => findings.some(({ severity }) => severity === 'error');
