import type { AdsStore } from '../ads/store';
import type { Destination, Event, Identifier, UserList } from './messages';

/** Google's own times are minutes to hours. */
const PROCESSING_SECONDS = 30;

export interface DataManagerSettings {
	/** Clock seconds until a request is looked at. */
	processingSeconds: number;
	/** The account's state of enhanced conversions for leads. */
	enhancedConversions: 'on' | 'off' | 'unsigned' | 'prohibited';
	/** Whether the account has signed Google's Customer Match terms. */
	customerMatchTerms: boolean;
	/** What is made of people of whom nothing is said. */
	consentDefault: 'granted' | 'unknown';
	/** Each record of the requests from now on has this warning: a name without its `PROCESSING_WARNING_REASON_`. */
	processingWarning: string;
	/** Uploads through the Google Ads API: closed to all who did not use them before 2026. */
	legacyUploads: 'closed' | 'open';
}

const defaults = (): DataManagerSettings => ({
	...{ processingSeconds: PROCESSING_SECONDS, enhancedConversions: 'on', customerMatchTerms: true },
	...{ consentDefault: 'granted', processingWarning: '', legacyUploads: 'closed' },
});

export type Kind = 'events' | 'ingest' | 'remove';

/** What a request became at one of its destinations. */
export interface Taken {
	destination: Destination;
	records: number;
	identifiers: number;
	/** By reason. */
	errors: Map<string, number>;
	warnings: Map<string, number>;
}

export interface Request {
	id: string;
	kind: Kind;
	/** Clock milliseconds. */
	readyAt: number;
	taken: Taken[];
}

/** An event as it was taken, and why it does not count. */
export interface Counted {
	account: string;
	conversionAction: string;
	event: Event;
	error?: string;
}

export interface Job {
	resourceName: string;
	userList: string;
	operations: { create?: object; remove?: object; removeAll?: boolean }[];
	status: 'PENDING' | 'RUNNING' | 'SUCCESS';
}

export interface SavedDataManager {
	requests: Map<string, Request>;
	events: Counted[];
	lists: Map<string, UserList>;
	members: Map<string, Map<string, Identifier[]>>;
	uploads: object[];
	jobs: Map<string, Job>;
	lastId: number;
}

/** What Data Manager holds, beside what the accounts of Google Ads do. */
export class DataManagerStore {
	readonly settings = defaults();
	requests = new Map<string, Request>();
	events: Counted[] = [];
	/** By `<account>/<id>`. */
	lists = new Map<string, UserList>();
	/** People of each list, by their identifiers. */
	members = new Map<string, Map<string, Identifier[]>>();
	/** What came through the Google Ads API: clicks and adjustments. */
	uploads: object[] = [];
	jobs = new Map<string, Job>();
	private lastId = 8_000_000_000;

	constructor(
		readonly now: () => number,
		private readonly adsOf: () => Pick<AdsStore, 'list' | 'account'>,
	) {}

	/** Where conversion actions and older lists are. */
	get ads() {
		return this.adsOf();
	}

	newId = (): string => String(++this.lastId);

	/** Those made here and those that the account had before. */
	listsOf(account: string): UserList[] {
		const older = this.ads.list(account, 'userLists').map((list): UserList => {
			const id = String(list.id);
			const name = `accountTypes/GOOGLE_ADS/accounts/${account}/userLists/${id}`;
			return { name, id, displayName: String(list.name), ...fresh(540) };
		});
		const own = [...this.lists].flatMap(([key, list]) => (key.startsWith(`${account}/`) ? list : []));
		return [...own, ...older.filter(({ id }) => !this.lists.has(`${account}/${id}`))].filter(({ id }) => !this.gone.has(`${account}/${id}`));
	}

	/** Lists that were deleted. */
	readonly gone = new Set<string>();

	list = (account: string, id: string): UserList | undefined => this.listsOf(account).find((list) => list.id === id);

	reset(): void {
		Object.assign(this.settings, defaults());
		this.gone.clear();
		Object.assign(this, { requests: new Map(), events: [], lists: new Map(), members: new Map(), uploads: [], jobs: new Map(), lastId: 8_000_000_000 });
	}

	save(): SavedDataManager & { gone: Set<string> } {
		const { requests, events, lists, members, uploads, jobs, lastId, gone } = this;
		return { requests, events, lists, members, uploads, jobs, lastId, gone: new Set(gone) };
	}

	load({ gone, ...kept }: ReturnType<DataManagerStore['save']>): void {
		Object.assign(this, kept);
		for (const key of gone) this.gone.add(key);
	}
}

/** What a new list has without being told. */
export const fresh = (days: number) => ({
	membershipDuration: `${days * 86_400}s`,
	membershipStatus: 'OPEN',
	accessReason: 'OWNED',
	accountAccessStatus: 'ENABLED',
	sizeInfo: { displayNetworkMembersCount: '0', searchNetworkMembersCount: '0', youtubeMembersCount: '0', gmailMembersCount: '0' },
	targetNetworkInfo: { eligibleForDisplay: true, eligibleForSearch: true },
	ingestedUserListInfo: { uploadKeyTypes: ['CONTACT_ID'], contactIdInfo: { dataSourceType: 'DATA_SOURCE_TYPE_FIRST_PARTY', matchRatePercentage: 0 } },
});
