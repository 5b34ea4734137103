import type { IHookFunctions } from 'n8n-workflow';
import { inTurn } from '../../core/webhook/turn';
import { isSubscribed, subscribe, unsubscribe } from './subscribe';

/** What n8n calls when a workflow is published or taken back, and when somebody begins and ends to listen for a test event. */
export const webhookMethods = {
	async checkExists(this: IHookFunctions): Promise<boolean> {
		return await inTurn(this, isSubscribed);
	},
	async create(this: IHookFunctions): Promise<boolean> {
		await inTurn(this, subscribe);
		return true;
	},
	async delete(this: IHookFunctions): Promise<boolean> {
		await inTurn(this, unsubscribe);
		return true;
	},
};
