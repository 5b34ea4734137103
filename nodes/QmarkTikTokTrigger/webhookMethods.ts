import { NodeOperationError } from 'n8n-workflow';
import type { IHookFunctions } from 'n8n-workflow';
import { asNodeError, refused } from '../core/errors';
import { webhook } from '../platforms/tiktokEvents';
import { appOf, chosenEvents, optionOf, wantedAccount } from './app';
import { othersIn } from './others';

/** Refuses what would turn every event away, or start with none. */
async function checked(context: IHookFunctions): Promise<void> {
	try {
		wantedAccount(context, await appOf(context));
		if (chosenEvents(context).length === 0) throw refused('Events', 'none is chosen.', 'Choose what is to start the workflow.');
		const oldest = optionOf(context, 'oldest');
		if (oldest !== undefined && !(Number(oldest) >= 1 && Number(oldest) <= webhook.longest)) {
			throw refused('Oldest Signature', `${String(oldest)} is not a number of seconds from 1 to ${webhook.longest}.`, `Enter such a number, or take the option out: ${webhook.oldest} seconds are usual.`);
		}
		othersIn(context);
	} catch (error) {
		throw error instanceof NodeOperationError ? error : asNodeError(context.getNode(), error);
	}
}

/** The callback URL of an app is set by hand in TikTok’s portal, with all events: there is nothing to subscribe, and nothing to take back. */
export const webhookMethods = {
	async checkExists(this: IHookFunctions): Promise<boolean> {
		return false;
	},
	async create(this: IHookFunctions): Promise<boolean> {
		await checked(this);
		return true;
	},
	async delete(this: IHookFunctions): Promise<boolean> {
		return true;
	},
};
