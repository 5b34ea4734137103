import { addPeople } from './addPeople';
import { archiveAd } from './archiveAd';
import { archiveAdSet } from './archiveAdSet';
import { archiveCampaign } from './archiveCampaign';
import { createAd } from './createAd';
import { createAdSet } from './createAdSet';
import { createAudience } from './createAudience';
import { createCampaign } from './createCampaign';
import { createCreative } from './createCreative';
import { createLookalike } from './createLookalike';
import { createRule } from './createRule';
import { createTestLead } from './createTestLead';
import { deleteAd } from './deleteAd';
import { deleteAdSet } from './deleteAdSet';
import { deleteAudience } from './deleteAudience';
import { deleteCampaign } from './deleteCampaign';
import { deleteCreative } from './deleteCreative';
import { deleteImage } from './deleteImage';
import { deleteRule } from './deleteRule';
import { deleteVideo } from './deleteVideo';
import { duplicateAd } from './duplicateAd';
import { duplicateAdSet } from './duplicateAdSet';
import { duplicateCampaign } from './duplicateCampaign';
import { getAd } from './getAd';
import { getAdAccount } from './getAdAccount';
import { getAdSet } from './getAdSet';
import { getAudience } from './getAudience';
import { getCampaign } from './getCampaign';
import { getCreative } from './getCreative';
import { getForm } from './getForm';
import { getImage } from './getImage';
import { getLead } from './getLead';
import { getManyAdAccounts } from './getManyAdAccounts';
import { getManyAds } from './getManyAds';
import { getManyAdSets } from './getManyAdSets';
import { getManyAudiences } from './getManyAudiences';
import { getManyCampaigns } from './getManyCampaigns';
import { getManyCreatives } from './getManyCreatives';
import { getManyForms } from './getManyForms';
import { getManyImages } from './getManyImages';
import { getManyInsights } from './getManyInsights';
import { getManyLeads } from './getManyLeads';
import { getManyLeadsOfAd } from './getManyLeadsOfAd';
import { getManyRules } from './getManyRules';
import { getManyVideos } from './getManyVideos';
import { getMinimumBudgets } from './getMinimumBudgets';
import { getRule } from './getRule';
import { getVideo } from './getVideo';
import { pauseAd } from './pauseAd';
import { pauseAdSet } from './pauseAdSet';
import { pauseCampaign } from './pauseCampaign';
import { pauseRule } from './pauseRule';
import { removeFromAllAudiences } from './removeFromAllAudiences';
import { removePeople } from './removePeople';
import { resumeAd } from './resumeAd';
import { resumeAdSet } from './resumeAdSet';
import { resumeCampaign } from './resumeCampaign';
import { resumeRule } from './resumeRule';
import { runInsightReport } from './runInsightReport';
import { updateAd } from './updateAd';
import { updateAdSet } from './updateAdSet';
import { updateAudience } from './updateAudience';
import { updateCampaign } from './updateCampaign';
import { updateCreative } from './updateCreative';
import { updateRule } from './updateRule';
import { uploadImage } from './uploadImage';
import { uploadVideo } from './uploadVideo';

export const operations = [
	createCampaign,
	getCampaign,
	getManyCampaigns,
	updateCampaign,
	pauseCampaign,
	resumeCampaign,
	archiveCampaign,
	duplicateCampaign,
	deleteCampaign,
	createAdSet,
	getAdSet,
	getManyAdSets,
	updateAdSet,
	pauseAdSet,
	resumeAdSet,
	archiveAdSet,
	duplicateAdSet,
	deleteAdSet,
	createAd,
	getAd,
	getManyAds,
	updateAd,
	pauseAd,
	resumeAd,
	archiveAd,
	duplicateAd,
	deleteAd,
	createCreative,
	getCreative,
	getManyCreatives,
	updateCreative,
	deleteCreative,
	uploadImage,
	getImage,
	getManyImages,
	deleteImage,
	uploadVideo,
	getVideo,
	getManyVideos,
	deleteVideo,
	getManyAdAccounts,
	getAdAccount,
	getMinimumBudgets,
	getManyInsights,
	runInsightReport,
	createAudience,
	createLookalike,
	getAudience,
	getManyAudiences,
	updateAudience,
	deleteAudience,
	addPeople,
	removePeople,
	removeFromAllAudiences,
	createRule,
	getRule,
	getManyRules,
	updateRule,
	pauseRule,
	resumeRule,
	deleteRule,
	getForm,
	getManyForms,
	getLead,
	getManyLeads,
	getManyLeadsOfAd,
	createTestLead,
];
