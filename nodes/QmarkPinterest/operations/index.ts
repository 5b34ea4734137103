import { createAd } from './createAd';
import { createAdGroup } from './createAdGroup';
import { createBoard } from './createBoard';
import { createCampaign } from './createCampaign';
import { createCarouselPin } from './createCarouselPin';
import { createImagePin } from './createImagePin';
import { createSection } from './createSection';
import { createVideoPin } from './createVideoPin';
import { deleteBoard } from './deleteBoard';
import { deletePin } from './deletePin';
import { deleteSection } from './deleteSection';
import { getAccount } from './getAccount';
import { getAccountAnalytics } from './getAccountAnalytics';
import { getAd } from './getAd';
import { getAdAccount } from './getAdAccount';
import { getAdGroup } from './getAdGroup';
import { getBoard } from './getBoard';
import { getBoardPins } from './getBoardPins';
import { getBusinesses } from './getBusinesses';
import { getCampaign } from './getCampaign';
import { getManyAdAccounts } from './getManyAdAccounts';
import { getManyAdGroups } from './getManyAdGroups';
import { getManyAds } from './getManyAds';
import { getManyBoards } from './getManyBoards';
import { getManyCampaigns } from './getManyCampaigns';
import { getManyPins } from './getManyPins';
import { getManyReports } from './getManyReports';
import { getManySections } from './getManySections';
import { getPin } from './getPin';
import { getPinAnalytics } from './getPinAnalytics';
import { getPinsAnalytics } from './getPinsAnalytics';
import { getSectionPins } from './getSectionPins';
import { getTopPins } from './getTopPins';
import { getTopVideoPins } from './getTopVideoPins';
import { runReport } from './runReport';
import { savePin } from './savePin';
import { searchBoards } from './searchBoards';
import { searchPins } from './searchPins';
import { searchPublicPins } from './searchPublicPins';
import { sendConversion } from './sendConversion';
import { updateAd } from './updateAd';
import { updateAdGroup } from './updateAdGroup';
import { updateBoard } from './updateBoard';
import { updateCampaign } from './updateCampaign';
import { updatePin } from './updatePin';
import { updateSection } from './updateSection';

/** The first of each resource is what its menu offers first. */
export const operations = [
	createImagePin,
	createVideoPin,
	createCarouselPin,
	getPin,
	getManyPins,
	updatePin,
	savePin,
	deletePin,
	searchPins,
	searchPublicPins,
	createBoard,
	getBoard,
	getManyBoards,
	updateBoard,
	deleteBoard,
	getBoardPins,
	searchBoards,
	createSection,
	getManySections,
	updateSection,
	deleteSection,
	getSectionPins,
	getAccountAnalytics,
	getPinAnalytics,
	getPinsAnalytics,
	getTopPins,
	getTopVideoPins,
	getAccount,
	getBusinesses,
	getAdAccount,
	getManyAdAccounts,
	createCampaign,
	getCampaign,
	getManyCampaigns,
	updateCampaign,
	createAdGroup,
	getAdGroup,
	getManyAdGroups,
	updateAdGroup,
	createAd,
	getAd,
	getManyAds,
	updateAd,
	getManyReports,
	runReport,
	sendConversion,
];
