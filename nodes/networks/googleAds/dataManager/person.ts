import type { datamanager_v1 } from 'googleapis/build/src/apis/datamanager/v1';
import type { IDataObject } from 'n8n-workflow';
import { refused } from '../../../core/errors';
import { dataManager } from '../../../platforms/dataManager';
import { knownOf, sizeOf } from '../../person/known';
import type { Consent, Given } from '../consent';

type Identifier = datamanager_v1.Schema$UserIdentifier;

/** The person of an event or a member; undefined where nobody can be told apart. https://developers.google.com/data-manager/api/reference/rest/v1/UserData */
export function userDataOf(fields: IDataObject, defaultCountry?: string): { userIdentifiers: Identifier[] } | undefined {
	const known = knownOf(fields, defaultCountry);
	const size = sizeOf(known);
	if (size > dataManager.identifiers) throw refused('Person', `has ${size} identifiers; Google takes ${dataManager.identifiers}.`, 'Give fewer e-mail addresses and phone numbers.');
	const { address } = known;
	const userIdentifiers: Identifier[] = [
		...known.emails.map((emailAddress) => ({ emailAddress })),
		...known.phones.map((phoneNumber) => ({ phoneNumber })),
		...(address ? [{ address: { givenName: address.firstName, familyName: address.lastName, regionCode: address.country, postalCode: address.postalCode } }] : []),
	];
	return size > 0 ? { userIdentifiers } : undefined;
}

const wordOf = (given?: Given) => (given ? `CONSENT_${given}` : undefined);

/** https://developers.google.com/data-manager/api/reference/rest/v1/Consent */
export const consentField = ({ adUserData, adPersonalization }: Consent): { consent?: datamanager_v1.Schema$Consent } =>
	adUserData || adPersonalization ? { consent: { adUserData: wordOf(adUserData), adPersonalization: wordOf(adPersonalization) } } : {};

/** What the person is known by: names of fields, never values. */
export const kindsOf = (data?: { userIdentifiers: Identifier[] }): string[] => [...new Set((data?.userIdentifiers ?? []).flatMap((one) => Object.keys(one)))];
