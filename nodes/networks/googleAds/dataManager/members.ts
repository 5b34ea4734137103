import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import type { Call } from '../../../core/calls';
import { refused } from '../../../core/errors';
import { gathering } from '../../../core/gathering';
import { dataManager, isAboutRecord } from '../../../platforms/dataManager';
import { consentOf, withheld } from '../consent';
import { customerIdOf } from '../customer';
import { isTrial } from '../trial';
import { takenAnswer } from './answer';
import type { Taken } from './answer';
import { destinationOf, idOf } from './destination';
import { consentField, kindsOf, userDataOf } from './person';

interface Input {
	account: string;
	audience: string;
	person: IDataObject;
	options: { defaultCountry?: string; validateOnly?: boolean };
	/** Only where people are added. */
	consent?: IDataObject;
	termsAccepted?: boolean;
}

type Member = ReturnType<typeof memberOf>;

const audienceOf = ({ audience, account }: Input) => idOf('userLists', audience, account);

function memberOf({ person, consent, options }: Input) {
	const userData = userDataOf(person, options.defaultCountry);
	if (!userData) throw refused('Person', 'there is nothing here that tells people apart.', 'Add “Email” or “Phone”; an address needs both names, the country and the postal code.');
	return { userData, ...(consent && consentField(consentOf(consent))) };
}

interface Change {
	status: 'added' | 'removed';
	url: string;
	/** What stands beside the people. */
	more?: IDataObject;
}

const sender = ({ status, url, more }: Change) =>
	async function send({ members }: Call<Input, Member>, api: Api): Promise<object[]> {
		const [first] = members;
		if (!first) return [];
		const audience = audienceOf(first.input);
		const validateOnly = isTrial(first.input.options);
		const taken = await api.send<Taken>({
			method: 'POST',
			host: dataManager.host,
			url,
			body: { destinations: [destinationOf(first.input.account, audience)], encoding: 'HEX', audienceMembers: members.map(({ entry }) => entry), ...more, ...(validateOnly && { validateOnly }) },
			// Who is in is in, and who is out is out.
			idempotent: true,
		});
		return members.map(({ entry: { userData } }, place) => ({ ...takenAnswer(taken, place, { validateOnly, records: members.length }), change: status, audience, identifiers: kindsOf(userData) }));
	};

const common = { most: dataManager.membersPerCall, group: (input: Input) => JSON.stringify([customerIdOf(input.account), audienceOf(input), isTrial(input.options)]), splits: isAboutRecord };

const needTerms = { termsOfService: { customerMatchTermsOfServiceStatus: 'ACCEPTED' } };

/** The people of all items in as few requests as they fit. Who refused one of the two uses is not added. */
export const addingMembers = gathering<Input, Member>({
	...common,
	ready: (input) => {
		if (input.termsAccepted !== true) throw refused('Terms Accepted', 'is off, and Google takes people only from who accepts its Customer Match terms.', 'Read https://support.google.com/adspolicy/answer/6299717 and switch it on.');
		const answer = withheld(consentOf(input.consent ?? {}), ['adUserData', 'adPersonalization']);
		return answer ? { answer } : { entry: memberOf(input) };
	},
	send: sender({ status: 'added', url: '/audienceMembers:ingest', more: needTerms }),
});

/** Who withdraws has to get out, whatever was said before: no consent is asked for. */
export const removingMembers = gathering<Input, Member>({ ...common, ready: (input) => ({ entry: memberOf(input) }), send: sender({ status: 'removed', url: '/audienceMembers:remove' }) });
