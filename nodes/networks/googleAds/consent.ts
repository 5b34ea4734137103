import type { IDataObject } from 'n8n-workflow';
import { agrees } from '../person/consent';

export type Given = 'GRANTED' | 'DENIED';

/** What a person said to the two uses that Europe's rules ask about; undefined where nobody asked. https://support.google.com/google-ads/answer/14310715 */
export interface Consent {
	adUserData?: Given;
	adPersonalization?: Given;
}

/** A field that an expression left empty, and what is not understood, is a refusal; a field that is not there says nothing. */
function givenOf(fields: IDataObject, field: keyof Consent): Given | undefined {
	if (!(field in fields)) return undefined;
	const word = String(fields[field] ?? '')
		.trim()
		.replace(/^CONSENT_(STATUS_)?/i, '');
	if (/^unspecified$/i.test(word)) return undefined;
	return agrees(word) ? 'GRANTED' : 'DENIED';
}

export const consentOf = (fields: IDataObject): Consent => ({ adUserData: givenOf(fields, 'adUserData'), adPersonalization: givenOf(fields, 'adPersonalization') });

const labels: Readonly<Record<keyof Consent, string>> = { adUserData: 'Ad User Data', adPersonalization: 'Ad Personalization' };

/** The answer of an item whose person refused what it is for: nothing of it leaves. */
export function withheld(consent: Consent, needed: readonly (keyof Consent)[]): { status: 'skipped'; reason: string } | undefined {
	const denied = needed.find((use) => consent[use] === 'DENIED');
	return denied && { status: 'skipped', reason: `“${labels[denied]}”: there is no consent that is understood as such (granted, yes, oui, sim, true …), so nothing was sent to Google.` };
}
