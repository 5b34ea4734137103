import type { AnyGathering } from '../core/gathering';
import type { Operation } from '../core/operation';
import { creatingAd, updatingAd } from '../networks/pinterest/ads/ad';
import { creatingAdGroup, updatingAdGroup } from '../networks/pinterest/ads/adGroup';
import { creatingCampaign, updatingCampaign } from '../networks/pinterest/ads/campaign';
import { conversionBatch } from '../networks/pinterest/conversions/batch';
import { createAd } from './operations/createAd';
import { createAdGroup } from './operations/createAdGroup';
import { createCampaign } from './operations/createCampaign';
import { sendConversion } from './operations/sendConversion';
import { updateAd } from './operations/updateAd';
import { updateAdGroup } from './operations/updateAdGroup';
import { updateCampaign } from './operations/updateCampaign';

/** Operations whose items travel together: Pinterest takes 30 campaigns, ad groups or ads and 1,000 conversions in one call. */
export const gatherings: ReadonlyMap<Operation, AnyGathering> = new Map([
	[createCampaign, creatingCampaign],
	[updateCampaign, updatingCampaign],
	[createAdGroup, creatingAdGroup],
	[updateAdGroup, updatingAdGroup],
	[createAd, creatingAd],
	[updateAd, updatingAd],
	[sendConversion, conversionBatch],
]);
