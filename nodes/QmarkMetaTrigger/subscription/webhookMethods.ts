import type { IHookFunctions } from 'n8n-workflow';
import { inTurn } from '../../core/webhook/turn';
import { appSecrets } from '../appSecrets';
import { isSubscribed, subscribe, unsubscribe } from './subscribe';

/** Milliseconds. */
const MOMENT = 15_000;

/** n8n asks for each of the node's addresses in turn: what one of them has settled a moment ago is settled. */
const lately = new Map<string, { state: 'there' | 'gone'; at: number }>();

const addressOf = (context: IHookFunctions) => context.getNodeWebhookUrl('default') ?? '';

function settled(context: IHookFunctions): 'there' | 'gone' | undefined {
	const found = lately.get(addressOf(context));
	return found && Date.now() - found.at < MOMENT ? found.state : undefined;
}

function settle(context: IHookFunctions, state: 'there' | 'gone'): void {
	for (const [address, { at }] of lately) if (Date.now() - at >= MOMENT) lately.delete(address);
	lately.set(addressOf(context), { state, at: Date.now() });
}

/** What n8n calls when a workflow is published or taken back, and when somebody begins and ends to listen for a test event. */
export const webhookMethods = {
	async checkExists(this: IHookFunctions): Promise<boolean> {
		if (settled(this) === 'there') return true;
		const found = await inTurn(this, isSubscribed);
		if (found) settle(this, 'there');
		return found;
	},
	async create(this: IHookFunctions): Promise<boolean> {
		await appSecrets(this);
		// Where it fails halfway, n8n calls `delete` next.
		lately.delete(addressOf(this));
		await inTurn(this, subscribe);
		settle(this, 'there');
		return true;
	},
	async delete(this: IHookFunctions): Promise<boolean> {
		if (settled(this) === 'gone') return true;
		await inTurn(this, unsubscribe);
		settle(this, 'gone');
		return true;
	},
};
