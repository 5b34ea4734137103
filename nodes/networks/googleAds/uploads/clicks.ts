import type { IDataObject } from 'n8n-workflow';
import { refused } from '../../../core/errors';
import { gathering } from '../../../core/gathering';
import { conversionUploads } from '../../../platforms/conversionUploads';
import { consentOf, withheld } from '../consent';
import type { Consent } from '../consent';
import { clickOf, currencyOf, isClick, numberOf, orderOf } from '../conversion';
import type { Click } from '../conversion';
import { momentOf, spaced } from '../moment';
import { actionName, groupOf, hashedPerson, uploader } from './upload';
import type { Options } from './upload';

interface Input {
	account: string;
	conversionAction: string;
	conversionTime: string;
	click: IDataObject;
	person: IDataObject;
	consent: IDataObject;
	details: IDataObject;
	options: Options;
}

interface Conversion extends Click {
	conversionAction: string;
	conversionDateTime: string;
	conversionValue?: number;
	currencyCode?: string;
	orderId?: string;
	conversionEnvironment?: string;
	userIdentifiers?: IDataObject[];
	consent?: Consent;
}

/** https://developers.google.com/google-ads/api/reference/rpc/v25/ClickConversion */
function conversionOf({ account, conversionAction, conversionTime, click: fields, person, consent, details, options }: Input): Conversion {
	const at = momentOf('Conversion Time', conversionTime, options.timeZone);
	if (!at) throw refused('Conversion Time', 'is empty.', 'Give the time at which it happened.');
	const click = clickOf(fields);
	const userIdentifiers = hashedPerson(person, options);
	if (!isClick(click) && userIdentifiers.length === 0) throw refused('Click', 'there is neither a click ID nor a person.', 'Add “GCLID”, or “Email” or “Phone” of the person.');
	const [conversionValue, currencyCode, orderId] = [numberOf('Conversion Value', details.conversionValue), currencyOf(details.currency), orderOf('Order ID', details.orderId)];
	const given = consentOf(consent);
	return {
		...click,
		conversionAction: actionName(account, conversionAction),
		conversionDateTime: spaced(at),
		...(conversionValue !== undefined && { conversionValue }),
		...(currencyCode && { currencyCode }),
		...(orderId && { orderId }),
		...(details.conversionEnvironment ? { conversionEnvironment: String(details.conversionEnvironment) } : {}),
		...(userIdentifiers.length > 0 && { userIdentifiers }),
		...((given.adUserData || given.adPersonalization) && { consent: given }),
	};
}

/** By the order Google recognises a repeat, and by the click with its time. */
const harmless = ({ orderId, gclid }: Conversion) => orderId !== undefined || gclid !== undefined;

/** Clicks of all items, in as few requests as they fit, for accounts that used this way before 2026. */
export const clickUpload = gathering<Input, Conversion>({
	most: conversionUploads.perCall,
	ready: (input) => {
		const answer = withheld(consentOf(input.consent), ['adUserData']);
		return answer ? { answer } : { entry: conversionOf(input) };
	},
	group: groupOf,
	send: uploader<Input, Conversion>('uploadClickConversions', 'conversions', harmless),
});
