import type { Request } from 'express';
import { seed } from '../seed';
import { ApiError } from './errors';
import { isAdministrator, organizationUrn } from './posts';
import { keyIn, parametersIn } from './restli';
import type { LinkedIn } from './state';
import { versionOf } from './versions';

const reading = ['rw_organization_admin', 'r_organization_admin'];

const { id, name } = seed.linkedin.organization;

/** Followers of the organization. */
export const FOLLOWERS = 1284;

/** `GET /rest/organizations/{id}`: administrators see all of it. https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-lookup-api */
export function organization(request: Request, linkedin: LinkedIn): object {
	const { account } = linkedin.authorized(request, `organizations.GET.${versionOf(request, linkedin.now)}`, reading);
	parametersIn(request, []);
	if (keyIn(request) !== id) throw new ApiError(404, 'RESOURCE_NOT_FOUND', `The organization ${keyIn(request)} does not exist`);
	const localized = (text: string) => ({ localized: { fr_FR: text }, preferredLocale: { country: 'FR', language: 'fr' } });
	const shown = { id: Number(id), name: localized(name), localizedName: name, vanityName: 'atelier-camelia', localizedWebsite: 'https://ateliercamelia.example', primaryOrganizationType: 'NONE', locations: [] };
	if (!isAdministrator(account)) return shown;
	return { ...shown, localizedDescription: 'Fleuriste à Nantes', organizationType: 'PRIVATELY_HELD', staffCountRange: 'SIZE_2_TO_10', industries: ['urn:li:industry:27'], versionTag: '1' };
}

/** `GET /rest/networkSizes/{urn}?edgeType=`: of any organization. */
export function networkSize(request: Request, linkedin: LinkedIn): object {
	linkedin.authorized(request, `networkSizes.GET.${versionOf(request, linkedin.now)}`, reading);
	const { edgeType } = parametersIn(request, ['edgeType']);
	if (edgeType !== 'COMPANY_FOLLOWED_BY_MEMBER') throw new ApiError(400, 'ILLEGAL_ARGUMENT', 'edgeType must be COMPANY_FOLLOWED_BY_MEMBER');
	if (keyIn(request) !== organizationUrn) throw new ApiError(404, 'RESOURCE_NOT_FOUND', `The organization ${keyIn(request)} does not exist`);
	return { firstDegreeSize: FOLLOWERS };
}
