/** `npx tsx test/simulation/killAll.ts`: kills a real n8n before and after each of the calls that matter, and tells what became of the posts. Needs libfaketime. */
import { stopAll } from '../../sandbox/children';
import { openStage } from '../support/stage';
import type { Stage } from '../support/stage';
import { boundaries, furnish, killedAt } from './killedInstance';
import type { Killed } from './killedInstance';

async function main(): Promise<Killed[]> {
	let stage: Stage = await openStage('killed', { NODE_ENV: 'production' }, { moves: true });
	const workflow = await furnish(stage);
	const results: Killed[] = [];
	for (const [index, boundary] of boundaries.entries()) {
		for (const when of ['before', 'after'] as const) {
			const restart = async (): Promise<Stage> => (stage = { ...stage, ...(await stage.start()) });
			const { result } = await killedAt(stage, workflow, boundary, when, 10 * index + Number(when === 'after'), restart);
			results.push(result);
			console.log(`  ${when} ${boundary.match}: ${result.duplicates} twice, ${result.lost} lost, ${result.asked.length > 0 ? 'a person asked' : 'nobody asked'}`);
		}
	}
	return results;
}

main()
	.then((results) => console.log(JSON.stringify(results)))
	.catch((error: unknown) => {
		console.error(error);
		process.exitCode = 1;
	})
	.finally(stopAll);
