import type { datamanager_v1 } from 'googleapis/build/src/apis/datamanager/v1';
import type { IDataObject } from 'n8n-workflow';
import { refused } from '../../../core/errors';
import { consentOf } from '../consent';
import type { Click } from '../conversion';
import { clickOf, currencyOf, isClick, numberOf, orderOf } from '../conversion';
import { momentOf } from '../moment';
import { cartOf } from './cart';
import { consentField, userDataOf } from './person';

export interface EventInput {
	account: string;
	conversionAction: string;
	eventTime: string;
	eventSource: string;
	transactionId: string;
	click: IDataObject;
	person: IDataObject;
	consent: IDataObject;
	details: IDataObject;
	options: { defaultCountry?: string; timeZone?: string; validateOnly?: boolean };
}

/** An event on the wire. https://developers.google.com/data-manager/api/reference/rest/v1/Event */
export type Event = Pick<datamanager_v1.Schema$Event, 'transactionId' | 'eventSource' | 'conversionValue' | 'currency' | 'consent' | 'cartData' | 'userProperties' | 'customVariables'> & {
	eventTimestamp: string;
	adIdentifiers?: Click & { sessionAttributes?: string };
	userData?: ReturnType<typeof userDataOf>;
};

/** Two tries of the same item have to tell the same, or Google would count both. */
function timeOf({ eventTime, transactionId, options }: EventInput): string {
	const at = momentOf('Event Time', eventTime, options.timeZone);
	if (!at && !orderOf('Transaction ID', transactionId)) throw refused('Event Time', 'is empty, and so is “Transaction ID”: Google could not recognise a repeat.', 'Fill in one of the two.');
	return (at ?? new Date()).toISOString();
}

function identifiersOf({ click: fields, person, options }: EventInput): Pick<Event, 'adIdentifiers' | 'userData'> {
	const click = clickOf(fields);
	const sessionAttributes = String(fields.sessionAttributes ?? '').trim();
	const userData = userDataOf(person, options.defaultCountry);
	if (!isClick(click) && !sessionAttributes && !userData) throw refused('Click', 'there is neither a click ID nor a person, and Google takes no conversion of nobody.', 'Add “GCLID”, or “Email” or “Phone” of the person; an address needs both names, the country and the postal code.');
	return { ...((isClick(click) || sessionAttributes) && { adIdentifiers: { ...click, ...(sessionAttributes && { sessionAttributes }) } }), ...(userData && { userData }) };
}

/** `customerType` and its like, which Google's value rules use. */
function propertiesOf({ customerType, customerValueBucket }: IDataObject): Pick<Event, 'userProperties'> {
	const userProperties = { ...(customerType ? { customerType: String(customerType) } : {}), ...(customerValueBucket ? { customerValueBucket: String(customerValueBucket) } : {}) };
	return Object.keys(userProperties).length > 0 ? { userProperties } : {};
}

function variablesOf({ customVariables }: IDataObject): Pick<Event, 'customVariables'> {
	const { variable = [] }: IDataObject = { ...(typeof customVariables === 'object' ? customVariables : {}) };
	const list: unknown[] = Array.isArray(variable) ? variable : [];
	const pairs = list.map((one) => ({ variable: '', value: '', ...(typeof one === 'object' ? one : {}) }));
	return pairs.length > 0 ? { customVariables: pairs.map(({ variable: name, value }) => ({ variable: String(name), value: String(value) })) } : {};
}

/** The event of an item, checked as Google would check it. */
export function eventOf(input: EventInput): Event {
	const { details } = input;
	const transactionId = orderOf('Transaction ID', input.transactionId);
	const conversionValue = numberOf('Conversion Value', details.conversionValue);
	const currency = currencyOf(details.currency);
	const cartData = cartOf(details);
	return {
		eventTimestamp: timeOf(input),
		eventSource: input.eventSource,
		...(transactionId && { transactionId }),
		...(conversionValue !== undefined && { conversionValue }),
		...(currency && { currency }),
		...identifiersOf(input),
		...consentField(consentOf(input.consent)),
		...(cartData && { cartData }),
		...propertiesOf(details),
		...variablesOf(details),
	};
}
