import type { Request } from 'express';
import { seed } from '../../seed';
import { authorize, type Api } from '../bearer';
import type { Google } from '../state';
import { noPermission, type Violation } from './errors';
import type { Account, Destination } from './messages';

const api: Api = { service: 'datamanager.googleapis.com' };
export const scope = 'https://www.googleapis.com/auth/datamanager';

/** The only person with a Google Ads login: managers are reached directly, accounts through their manager. */
const adsUser = seed.google.accounts[0].id;

/** @throws Refused unless the token is good and has the scope. */
export function checkCaller(req: Request, google: Google, method: string): void {
	const { grant } = authorize(req, google, api, `google.ads.datamanager.v1.${method}`, [scope]);
	if (grant.account !== adsUser) throw noPermission();
}

/** Whether the person reaches the account by way of another one, or directly. */
export function reaches({ dataManager: { ads } }: Google, account: string, login = account): boolean {
	const [target, way] = [ads.account(account), ads.account(login)];
	if (!target || !way || way.parent !== undefined) return false;
	return account === login || target.parent === login;
}

const isAds = ({ accountType, accountId = '' }: Account) => accountType === 'GOOGLE_ADS' && /^\d{10}$/.test(accountId);

/** What is wrong with the destinations; whether the person may use them. @throws Refused */
export function checkDestinations(google: Google, list: Destination[] = []): Violation[] {
	if (list.length === 0) return [{ field: 'destinations', description: 'Required field is missing.', reason: 'REQUIRED_FIELD_MISSING' }];
	if (list.length > 10) return [{ field: 'destinations', description: 'Maximum number of destinations allowed per request is 10.', reason: 'TOO_MANY_DESTINATIONS' }];
	const found: Violation[] = [];
	const seen = new Set<string>();
	list.forEach(({ reference, operatingAccount, loginAccount, productDestinationId }, index) => {
		const at = `destinations.destinations[${index}]`;
		if (!operatingAccount?.accountId) found.push({ field: `${at}.operating_account`, description: 'Required field is missing.', reason: 'REQUIRED_FIELD_MISSING' });
		else if (!isAds(operatingAccount) || (loginAccount && !isAds(loginAccount))) found.push({ field: `${at}.operating_account`, description: 'The sandbox knows GOOGLE_ADS accounts of ten digits.', reason: 'INVALID_DESTINATION' });
		else if (!reaches(google, operatingAccount.accountId, loginAccount?.accountId)) throw noPermission();
		if (!productDestinationId) found.push({ field: `${at}.product_destination_id`, description: 'Required field is missing.', reason: 'REQUIRED_FIELD_MISSING' });
		if (reference !== undefined && seen.has(reference)) found.push({ field: `${at}.reference`, description: 'Two or more destinations have the same reference.', reason: 'DUPLICATE_DESTINATION_REFERENCE' });
		if (reference !== undefined) seen.add(reference);
	});
	return found;
}
