import { seed } from '../../seed';
import { Connection, Ref, type Describe, type Handler } from '../call';
import type { Edges } from '../edges';
import type { Meta } from '../state';
import { createAd } from './ads';
import { createAdSet } from './adSets';
import { accountAudienceEdges } from './audiences';
import { createCampaign } from './campaigns';
import { createCreative } from './creatives';
import { createImage, deleteImage, listImages } from './images';
import { insightsHandlers } from './insights';
import type { AdAccount, AdsNode } from './model';
import { accountRuleEdges } from './rules';
import { listed } from './status';
import { createAdVideo } from './videos';

export function accountOf({ accountId }: Pick<AdsNode, 'accountId'>, meta: Meta): AdAccount {
	const account = meta.find('AdAccount', `act_${accountId}`);
	if (!account) throw new Error(`The sandbox lost ad account ${accountId}.`);
	return account;
}

const hoursFromUtc = (timeZone: string, now: number): number => {
	const text = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).format(now);
	const [, sign, hours] = /GMT([+-])(\d\d)/.exec(text) ?? [];
	return Number(`${sign ?? ''}${hours ?? 0}`);
};

export const describeAdAccount: Describe<AdAccount> = (account, meta) => ({
	label: 'AdAccount',
	defaults: ['account_id', 'id'],
	fields: {
		...{ id: () => account.id, account_id: () => account.accountId, name: () => account.name },
		...{ account_status: () => 1, disable_reason: () => 0, currency: () => account.currency, age: () => 420.5 },
		...{ timezone_name: () => account.timeZone, timezone_offset_hours_utc: () => hoursFromUtc(account.timeZone, meta.now) },
		...{ amount_spent: () => '0', balance: () => '0', spend_cap: () => '0', min_daily_budget: () => account.minDailyBudget },
		business: () => ({ id: account.businessId, name: seed.meta.business.name }),
		user_tasks: () => ['DRAFT', 'ANALYZE', 'ADVERTISE', 'MANAGE'],
	},
});

export const adAccountEdges: Edges<'AdAccount', Handler<AdAccount>> = {
	...insightsHandlers,
	GET: (account) => new Ref(account, ['account_id', 'id']),
	'GET campaigns': (account, call, meta) => new Connection(`${account.id}/campaigns`, listed(own(account, meta, 'Campaign'), call, meta)),
	'POST campaigns': createCampaign,
	'GET adsets': (account, call, meta) => new Connection(`${account.id}/adsets`, listed(own(account, meta, 'AdSet'), call, meta)),
	'POST adsets': createAdSet,
	'GET ads': (account, call, meta) => new Connection(`${account.id}/ads`, listed(own(account, meta, 'Ad'), call, meta)),
	'POST ads': createAd,
	'GET adcreatives': (account, _call, meta) =>
		new Connection(
			`${account.id}/adcreatives`,
			own(account, meta, 'AdCreative')
				.filter(({ status }) => status === 'ACTIVE')
				.reverse(),
		),
	'POST adcreatives': createCreative,
	'GET adimages': listImages,
	'POST adimages': createImage,
	'DELETE adimages': deleteImage,
	'GET advideos': (account, { params }, meta) => {
		const title = params.text('title');
		const videos = own(account, meta, 'AdVideo').filter(({ values, readyAt }) => readyAt !== undefined && (title === undefined || values.title === title));
		return new Connection(`${account.id}/advideos`, videos.reverse());
	},
	'POST advideos': createAdVideo,
	...accountAudienceEdges,
	...accountRuleEdges,
	/** https://developers.facebook.com/docs/marketing-api/reference/ad-account/minimum_budgets */
	'GET minimum_budgets': ({ currency, minDailyBudget: least }) => ({
		data: [
			{
				...{ currency, min_daily_budget_imp: least, min_daily_budget_low_freq: least * 40 },
				...{ min_daily_budget_high_freq: least * 5, min_daily_budget_video_views: least },
			},
		],
	}),
};

/** What is in the account, oldest first. */
const own = <T extends 'Campaign' | 'AdSet' | 'Ad' | 'AdCreative' | 'AdVideo'>(account: AdAccount, meta: Meta, type: T) =>
	meta.all(type).filter((node: { accountId: string }) => node.accountId === account.accountId);
