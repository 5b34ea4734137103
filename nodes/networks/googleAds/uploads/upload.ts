import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import type { Call } from '../../../core/calls';
import { PlatformError, refused } from '../../../core/errors';
import { conversionUploads, partialFailures } from '../../../platforms/conversionUploads';
import type { AdsStatus } from '../../../platforms/googleAdsErrors';
import { knownOf } from '../../person/known';
import { customerIdOf } from '../customer';
import { idOf } from '../dataManager/destination';
import { isTrial } from '../trial';

export interface Options {
	defaultCountry?: string;
	timeZone?: string;
	validateOnly?: boolean;
}

export interface Uploaded {
	account: string;
	options: Options;
}

interface Reply {
	partialFailureError?: AdsStatus;
	results?: object[];
	jobId?: string;
}

/** `customers/1/conversionActions/2` */
export const actionName = (account: string, action: string): string => `customers/${customerIdOf(account)}/conversionActions/${idOf('conversionActions', action, account)}`;

/** The person as the Google Ads API names it. https://developers.google.com/google-ads/api/reference/rpc/v25/UserIdentifier */
export function hashedPerson(fields: IDataObject, { defaultCountry }: Options): IDataObject[] {
	const { emails, phones, address } = knownOf(fields, defaultCountry);
	const list: IDataObject[] = [
		...emails.map((hashedEmail) => ({ hashedEmail })),
		...phones.map((hashedPhoneNumber) => ({ hashedPhoneNumber })),
		...(address ? [{ addressInfo: { hashedFirstName: address.firstName, hashedLastName: address.lastName, countryCode: address.country, postalCode: address.postalCode } }] : []),
	];
	if (list.length <= conversionUploads.identifiers) return list;
	throw refused('Person', `has ${list.length} identifiers; Google takes ${conversionUploads.identifiers} here.`, 'Give fewer e-mail addresses and phone numbers.');
}

/** One upload: Google takes what is right in it and says what is not. */
export const uploader = <Input extends Uploaded, Entry extends object>(method: string, list: string, harmless: (entry: Entry) => boolean) =>
	async function upload({ members }: Call<Input, Entry>, api: Api): Promise<object[]> {
		const [first] = members;
		if (!first) return [];
		const { account, options } = first.input;
		const validateOnly = isTrial(options);
		const { partialFailureError, results = [], jobId } = await api.send<Reply>({
			method: 'POST',
			url: `/customers/${customerIdOf(account)}:${method}`,
			lane: customerIdOf(account),
			body: { [list]: members.map(({ entry }) => entry), partialFailure: true, ...(validateOnly && { validateOnly }) },
			...(validateOnly || members.every(({ entry }) => harmless(entry)) ? { idempotent: true } : { once: true }),
		});
		const failures = partialFailures(partialFailureError, results, members.length);
		return members.map(({ entry }, place) => {
			const failure = failures.get(place);
			if (failure) return new PlatformError(failure);
			return { status: validateOnly ? 'validated' : 'uploaded', ...(jobId && !validateOnly && { jobId }), ...tellable(entry) };
		});
	};

/** Uploads to the same account share a request, but not with those that are only checked. */
export const groupOf = ({ account, options }: Uploaded): string => JSON.stringify([customerIdOf(account), isTrial(options)]);

/** What may be told again: nothing of a person. */
const tellable = (entry: object) => Object.fromEntries(Object.entries(entry).filter(([key]) => !['userIdentifiers', 'userAgent'].includes(key)));
