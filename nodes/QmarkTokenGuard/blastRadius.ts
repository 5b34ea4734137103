import { scheduleOf } from './schedule';
import { calledBy, enabledNodes, isTrigger, reachedFrom } from './workflow';
import type { Workflow } from './workflow';

/** One workflow that stops working when a credential does. */
export interface Usage {
	id: string;
	name: string;
	/** Whether it starts by itself now; what is not published breaks only when someone runs it. */
	active: boolean;
	/** Nodes that use the credential, or that call a workflow which does. */
	nodes: string[];
	/** What starts those nodes: `Every morning (every day at 09:00)`. */
	startedBy: string[];
	/** IDs of the called workflows that use the credential, where this one does not itself. */
	through?: string[];
}

const uses = (workflow: Workflow, credentialId: string) =>
	enabledNodes(workflow).filter(({ credentials = {} }) => Object.values(credentials).some(({ id }) => id === credentialId)).map(({ name }) => name);

function startersOf(workflow: Workflow, nodes: readonly string[]): string[] {
	return enabledNodes(workflow).filter(isTrigger).flatMap((trigger) => {
		const reached = reachedFrom(workflow, trigger.name);
		if (!nodes.some((name) => reached.has(name))) return [];
		const schedule = scheduleOf(trigger);
		return [schedule ? `${trigger.name} (${schedule})` : trigger.name];
	});
}

/** Every workflow that a dead credential breaks: those with enabled nodes that use it, and those that call one of these, however far. Archived ones are left out. */
export function blastRadius(credentialId: string, workflows: readonly Workflow[]): Usage[] {
	const living = workflows.filter(({ isArchived }) => !isArchived);
	const found = new Map<string, Usage>();
	for (const workflow of living) {
		const nodes = uses(workflow, credentialId);
		if (nodes.length > 0) found.set(workflow.id, { id: workflow.id, name: workflow.name, active: workflow.active, nodes, startedBy: startersOf(workflow, nodes) });
	}
	for (let before = -1; before < found.size; ) {
		before = found.size;
		for (const workflow of living) {
			const through = calledBy(workflow).filter((id) => found.has(id));
			if (found.has(workflow.id) || through.length === 0) continue;
			const nodes = enabledNodes(workflow).filter((node) => through.some((id) => calledBy({ ...workflow, nodes: [node] }).includes(id))).map(({ name }) => name);
			found.set(workflow.id, { id: workflow.id, name: workflow.name, active: workflow.active, nodes, startedBy: startersOf(workflow, nodes), through: [...new Set(through)] });
		}
	}
	return [...found.values()];
}
