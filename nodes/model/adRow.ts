/** One row of an advertising report, in the same shape for every network. Money is a decimal in major units of `currency`. */
export interface AdRow {
	provider: 'meta' | 'google' | 'tiktok' | 'linkedin' | 'pinterest';
	accountId: string;
	level: 'account' | 'campaign' | 'adGroup' | 'ad' | 'keyword' | 'searchTerm' | 'asset';
	campaignId?: string;
	campaignName?: string;
	/** An ad set at Meta. */
	adGroupId?: string;
	adGroupName?: string;
	adId?: string;
	adName?: string;
	keywordId?: string;
	/** The text of a keyword, and how it is matched. */
	keyword?: string;
	matchType?: string;
	/** What people typed. */
	searchTerm?: string;
	assetId?: string;
	/** The text of an asset, or its name. */
	asset?: string;
	/** What the asset is, and as what it is shown: `TEXT` and `HEADLINE`. */
	assetType?: string;
	assetField?: string;
	/** Of what the row is about, as the network names it. */
	status?: string;
	/** First and last day of the row, `YYYY-MM-DD` in the account's time zone. */
	date: string;
	dateStop: string;
	/** IANA name, where the network tells it. */
	timeZone?: string;
	/** ISO 4217. */
	currency: string;
	spend: number;
	impressions: number;
	clicks: number;
	conversions: number;
	conversionValue: number;
	/** Other measures that were asked for, as the network names them. Money is in major units here too. */
	metrics?: Record<string, number>;
	/** Breakdown → value: `{ age: '25-34' }`. */
	breakdowns: Record<string, string>;
	/** Attribution windows that the conversions count by, as the network names them. */
	attribution?: string;
	/** When the row was read, ISO 8601 UTC: networks still correct it for weeks. */
	asOf: string;
}
