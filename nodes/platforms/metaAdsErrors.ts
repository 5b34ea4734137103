import type { Verdict } from '../core/errors';

type Meaning = readonly [verdict: Verdict, hint: string];

const wait: Meaning = ['wait', 'Meta’s limit for this ad account is used up for now: QMARK waits as long as Meta says; run again later or ask for less.'];
const reports: Meaning = ['wait', 'Meta is busy with this app’s or account’s reports: run again in a few minutes, for a shorter time or fewer breakdowns.'];
const access: Meaning = ['reconnect', 'The connection may not do this in the ad account: give its person or system user the account in the business settings, tick Ads in the credential, and click Connect.'];
const budget: Meaning = ['fix-input', 'Raise the budget to the minimum that Meta names.'];
const tooMuch: Meaning = ['fix-input', 'Ask for less in one call: a shorter time, fewer fields or breakdowns, or an asynchronous report.'];
const terms: Meaning = ['stop', 'Accept Meta’s terms for custom audiences first, in the Ads Manager of this account.'];
const audience: Meaning = ['fix-input', 'Correct what Meta names about the audience.'];
const gone: Meaning = ['fix-input', 'What is archived can only be renamed or deleted, what is deleted cannot be changed: duplicate it or choose another.'];

/**
 * What the Marketing API's codes and sub-codes mean, beside those of meta.ts; a sub-code says more than its code.
 * https://developers.facebook.com/docs/marketing-api/error-reference
 */
export const meanings: Readonly<Partial<Record<string, Meaning>>> = {
	'10': access,
	'200': access,
	'294': ['reconnect', 'Tick Ads in the credential and click Connect: it lacks the permission ads_management. The app may also need Meta’s review.'],
	'613': wait,
	'2635': ['stop', 'Meta has switched off this version of the Marketing API: update QMARK.'],
	'2650': audience,
	'2654': audience,
	'80000': wait,
	'80003': wait,
	'80004': wait,
	'80005': wait,
	'80014': wait,
	// The campaign, the ad set and their money.
	'1487056': gone,
	'1487565': gone,
	'1487060': ['fix-input', 'Give an end: a lifetime budget is spent until then.'],
	'1487901': budget,
	'1885272': budget,
	'1885650': budget,
	'2446307': budget,
	'1815857': ['fix-input', 'Give a bid amount for this bid strategy.'],
	'1885154': ['fix-input', 'Name the page or the dataset (pixel) that this optimization goal is about.'],
	'1885183': ['stop', 'The Meta app is in development mode: switch it to live, then create the creative again.'],
	'1885194': ['fix-input', 'Duplicate fewer ads at once: without the ads first, then ad set by ad set.'],
	'1885216': ['fix-input', 'Give a daily or a lifetime budget, not both.'],
	'1885219': ['fix-input', 'The kind of budget stays as it was made: duplicate it, or create a new one.'],
	'1885621': ['fix-input', 'Set the budget on the campaign or on its ad sets, not on both.'],
	'4834011': ['fix-input', 'Say whether the ad sets share their budgets: fill in “Share Ad Set Budgets”.'],
	'3858152': ['fix-input', 'Ads shown in the European Union name who benefits and who pays: fill in “Beneficiary” and “Payor”.'],
	'1870227': ['fix-input', 'Choose on or off for “Advantage+ Audience”.'],
	'2909037': ['fix-input', 'Leave age and gender out: this special ad category does not allow them.'],
	'2238055': ['fix-input', 'Name the Instagram account as “Instagram Account ID”, not as instagram_actor_id.'],
	'2446149': ['fix-input', 'Name the Instagram account as “Instagram Account ID”, not as instagram_actor_id.'],
	// Reports.
	'3018': ['fix-input', 'Meta keeps reports for about three years: choose a later first day.'],
	'1487534': tooMuch,
	'1504018': tooMuch,
	'1504022': reports,
	'1504033': tooMuch,
	'1504038': tooMuch,
	'1504039': reports,
	'1504041': ['fix-input', 'These breakdowns do not go together: choose fewer.'],
	'1504043': ['retry', 'Run the item again: Meta could not finish the report this time.'],
	'1504045': tooMuch,
	'3191001': access,
	// Audiences.
	'1870034': terms,
	'1870047': audience,
	'1870090': terms,
	'1713092': audience,
};

/** The limit of the app, which all its ad accounts share; 4/1504039 is that of one account's reports. */
export const isOfApp = (code: string, subcode: string) => code === '4' && subcode !== '1504039';
