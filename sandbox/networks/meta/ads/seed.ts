import { seed } from '../../seed';
import type { AdAccount } from './model';

const { adAccount, yenAdAccount, business } = seed.meta;

/** The least a day costs, in minor units. */
export const seedAccounts = (): AdAccount[] => [
	{ type: 'AdAccount', ...adAccount, id: `act_${adAccount.id}`, accountId: adAccount.id, minDailyBudget: 100, businessId: business.id },
	{ type: 'AdAccount', ...yenAdAccount, id: `act_${yenAdAccount.id}`, accountId: yenAdAccount.id, minDailyBudget: 120, businessId: business.id },
];
