import type { IDataObject } from 'n8n-workflow';
import { refused } from '../../../core/errors';
import { gathering } from '../../../core/gathering';
import { conversionUploads } from '../../../platforms/conversionUploads';
import { consentOf, withheld } from '../consent';
import { clickOf, currencyOf, numberOf, orderOf } from '../conversion';
import { momentOf, spaced } from '../moment';
import { actionName, groupOf, hashedPerson, uploader } from './upload';
import type { Options } from './upload';

interface Input {
	account: string;
	conversionAction: string;
	adjustmentType: 'ENHANCEMENT' | 'RESTATEMENT' | 'RETRACTION';
	adjustmentTime: string;
	orderId: string;
	gclid: string;
	conversionTime: string;
	adjustedValue: number | string;
	currency: string;
	person: IDataObject;
	consent: IDataObject;
	options: Options;
}

interface Adjustment {
	adjustmentType: string;
	conversionAction: string;
	adjustmentDateTime?: string;
	orderId?: string;
	gclidDateTimePair?: { gclid: string; conversionDateTime: string };
	restatementValue?: IDataObject;
	userIdentifiers?: IDataObject[];
}

/** Which conversion it is about: by its order, or by its click and time, and not by both. */
function targetOf({ orderId: order, gclid: text, conversionTime, adjustmentType, options }: Input): Pick<Adjustment, 'orderId' | 'gclidDateTimePair'> {
	const orderId = orderOf('Order ID', order);
	if (orderId) return { orderId };
	if (adjustmentType === 'ENHANCEMENT') throw refused('Order ID', 'is empty, and an enhancement needs it.', 'Give the number that the tag on your website sent.');
	const { gclid } = clickOf({ gclid: text });
	const at = momentOf('Conversion Time', conversionTime, options.timeZone);
	if (!gclid || !at) throw refused('Order ID', 'is empty.', 'Fill it in, or give both “GCLID” and “Conversion Time”.');
	return { gclidDateTimePair: { gclid, conversionDateTime: spaced(at) } };
}

function valueOf({ adjustmentType, adjustedValue, currency }: Input): Pick<Adjustment, 'restatementValue'> {
	if (adjustmentType !== 'RESTATEMENT') return {};
	const value = numberOf('Adjusted Value', adjustedValue);
	if (value === undefined) throw refused('Adjusted Value', 'is empty.', 'Give what the conversion is worth now.');
	const currencyCode = currencyOf(currency);
	return { restatementValue: { adjustedValue: value, ...(currencyCode && { currencyCode }) } };
}

function personOf({ adjustmentType, person, options }: Input): Pick<Adjustment, 'userIdentifiers'> {
	if (adjustmentType !== 'ENHANCEMENT') return {};
	const userIdentifiers = hashedPerson(person, options);
	if (userIdentifiers.length === 0) throw refused('Person', 'is empty, and an enhancement is about the person.', 'Add “Email” or “Phone”.');
	return { userIdentifiers };
}

/** https://developers.google.com/google-ads/api/reference/rpc/v25/ConversionAdjustment */
function adjustmentOf(input: Input): Adjustment {
	const { account, conversionAction, adjustmentType, adjustmentTime, options } = input;
	const at = momentOf('Adjustment Time', adjustmentTime, options.timeZone) ?? (adjustmentType === 'ENHANCEMENT' ? undefined : new Date());
	return { adjustmentType, conversionAction: actionName(account, conversionAction), ...(at && { adjustmentDateTime: spaced(at) }), ...targetOf(input), ...valueOf(input), ...personOf(input) };
}

/** Adjustments of all items. A repeat says the same again, which Google drops. */
export const adjustmentUpload = gathering<Input, Adjustment>({
	most: conversionUploads.perCall,
	ready: (input) => {
		const answer = input.adjustmentType === 'ENHANCEMENT' ? withheld(consentOf(input.consent), ['adUserData']) : undefined;
		return answer ? { answer } : { entry: adjustmentOf(input) };
	},
	group: groupOf,
	send: uploader<Input, Adjustment>('uploadConversionAdjustments', 'conversionAdjustments', () => true),
});
