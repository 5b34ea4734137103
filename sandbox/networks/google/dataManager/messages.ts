import { each, fields, words } from './shape';

const accountTypes = 'GOOGLE_ADS DISPLAY_VIDEO_PARTNER DISPLAY_VIDEO_ADVERTISER DATA_PARTNER GOOGLE_ANALYTICS_PROPERTY GOOGLE_AD_MANAGER_AUDIENCE_LINK';
const account = fields({ accountId: 'string', accountType: words(accountTypes), product: words(accountTypes) });
const destination = fields({ reference: 'string', loginAccount: account, linkedAccount: account, operatingAccount: account, productDestinationId: 'string' });

const status = words('CONSENT_STATUS_UNSPECIFIED CONSENT_GRANTED CONSENT_DENIED');
const consent = fields({ adUserData: status, adPersonalization: status });
const address = fields({ givenName: 'string', familyName: 'string', regionCode: 'string', postalCode: 'string' });
const userData = fields({ userIdentifiers: each(fields({ emailAddress: 'string', phoneNumber: 'string', address })) });
const encoding = words('HEX BASE64');
const device = fields({ userAgent: 'string', ipAddress: 'string', category: 'string', languageCode: 'string', screenHeight: 'int32', screenWidth: 'int32', operatingSystem: 'string', operatingSystemVersion: 'string', model: 'string', brand: 'string', browser: 'string', browserVersion: 'string' });
const variable = each(fields({ variable: 'string', value: 'string', destinationReferences: each('string') }));

const item = fields({
	...{ merchantProductId: 'string', quantity: 'int64', unitPrice: 'number', itemId: 'string', merchantId: 'string', merchantFeedLabel: 'string' },
	...{ merchantFeedLanguageCode: 'string', conversionValue: 'number', customVariables: variable, additionalItemParameters: each(fields({ parameterName: 'string', value: 'string' })) },
});

/** https://developers.google.com/data-manager/api/reference/rest/v1/Event, as far as it is about Google Ads */
const event = fields({
	...{ destinationReferences: each('string'), transactionId: 'string', eventTimestamp: 'timestamp', lastUpdatedTimestamp: 'timestamp', userData, consent, currency: 'string', conversionValue: 'number' },
	eventSource: words('WEB APP IN_STORE PHONE MESSAGE OTHER'),
	adIdentifiers: fields({ sessionAttributes: 'string', gclid: 'string', gbraid: 'string', wbraid: 'string', landingPageDeviceInfo: device, mobileDeviceId: 'string' }),
	eventDeviceInfo: device,
	cartData: fields({ merchantId: 'string', merchantFeedLabel: 'string', merchantFeedLanguageCode: 'string', transactionDiscount: 'number', items: each(item), couponCodes: each('string') }),
	customVariables: variable,
	userProperties: fields({ customerType: words('NEW RETURNING REENGAGED'), customerValueBucket: words('LOW MEDIUM HIGH') }),
});

const member = fields({ destinationReferences: each('string'), userData, mobileData: fields({ mobileIds: each('string') }), userIdData: fields({ userId: 'string' }), consent });

const common = { destinations: each(destination), validateOnly: 'boolean', encoding } as const;

export const ingestEvents = fields({ ...common, events: each(event), consent });
export const ingestMembers = fields({ ...common, audienceMembers: each(member), consent, termsOfService: fields({ customerMatchTermsOfServiceStatus: words('ACCEPTED REJECTED') }) });
export const removeMembers = fields({ ...common, audienceMembers: each(member) });

const source = words('DATA_SOURCE_TYPE_FIRST_PARTY DATA_SOURCE_TYPE_THIRD_PARTY_CREDIT_BUREAU DATA_SOURCE_TYPE_THIRD_PARTY_VOTER_FILE DATA_SOURCE_TYPE_THIRD_PARTY_PARTNER_DATA');

/** https://developers.google.com/data-manager/api/reference/rest/v1/accountTypes.accounts.userLists; what only Google sets may be sent and counts for nothing. */
export const userList = fields({
	...{ name: 'string', id: 'int64', readOnly: 'boolean', displayName: 'string', description: 'string', integrationCode: 'string', membershipDuration: 'duration' },
	membershipStatus: words('OPEN CLOSED'),
	accountAccessStatus: words('ENABLED DISABLED'),
	ingestedUserListInfo: fields({
		uploadKeyTypes: each(words('CONTACT_ID MOBILE_ID USER_ID PAIR_ID PSEUDONYMOUS_ID')),
		contactIdInfo: fields({ dataSourceType: source, matchRatePercentage: 'int32' }),
	}),
});

export interface Account {
	accountId?: string;
	accountType?: string;
}

export interface Destination {
	reference?: string;
	loginAccount?: Account;
	linkedAccount?: Account;
	operatingAccount?: Account;
	productDestinationId?: string;
}

export interface Consent {
	adUserData?: string;
	adPersonalization?: string;
}

export interface Identifier {
	emailAddress?: string;
	phoneNumber?: string;
	address?: Partial<Record<'givenName' | 'familyName' | 'regionCode' | 'postalCode', string>>;
}

export interface Individual {
	destinationReferences?: string[];
	userData?: { userIdentifiers?: Identifier[] };
	consent?: Consent;
}

export interface Event extends Individual {
	transactionId?: string;
	eventTimestamp?: string;
	eventSource?: string;
	currency?: string;
	conversionValue?: number;
	adIdentifiers?: Partial<Record<'gclid' | 'gbraid' | 'wbraid' | 'sessionAttributes' | 'mobileDeviceId', string>>;
}

export interface Member extends Individual {
	mobileData?: { mobileIds?: string[] };
	userIdData?: { userId?: string };
}

export interface Ingest {
	destinations?: Destination[];
	events?: Event[];
	audienceMembers?: Member[];
	consent?: Consent;
	encoding?: string;
	validateOnly?: boolean;
	termsOfService?: { customerMatchTermsOfServiceStatus?: string };
}

export interface UserList {
	name: string;
	id: string;
	displayName: string;
	description?: string;
	integrationCode?: string;
	membershipDuration: string;
	membershipStatus: string;
	accessReason: string;
	accountAccessStatus: string;
	readOnly?: boolean;
	sizeInfo: Record<string, string>;
	targetNetworkInfo: Record<string, boolean>;
	ingestedUserListInfo: { uploadKeyTypes: string[]; contactIdInfo?: Record<string, unknown> };
}
