import type { Api } from '../../../core/api';
import { PlatformError } from '../../../core/errors';
import { pinterest } from '../../../platforms/pinterest';

/** How the platform names an account that is connected to the API Sandbox. */
const mark = `${pinterest.account({ clientId: '', environment: 'sandbox' })}/`;

/** Refuses beforehand what Pinterest's API Sandbox has not. https://developers.pinterest.com/docs/developer-tools/sandbox/ */
export function checkLive({ connection }: Api, lacks: string): void {
	if (!connection.includes(mark)) return;
	throw new PlatformError({ verdict: 'stop', code: 'api-sandbox', message: `Pinterest’s API Sandbox ${lacks}.`, hint: 'Choose the environment “Live” in the credential and connect again.' });
}
