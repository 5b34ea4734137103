import type { Request, Response } from 'express';
import { forget } from './comments';
import { checkActor, checkReader, entityOf, fieldsIn, writing } from './community';
import { ApiError, denied } from './errors';
import { keyIn, methodOf, parametersIn } from './restli';
import type { LinkedIn } from './state';
import { versionOf } from './versions';

/** `GET /rest/socialMetadata/{urn}`. https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/social-metadata-api */
export function metadata(request: Request, linkedin: LinkedIn): object {
	const call = `socialMetadata.GET.${versionOf(request, linkedin.now)}`;
	const grant = linkedin.authorized(request, call, ['r_organization_social_feed']);
	parametersIn(request, []);
	const target = entityOf(linkedin, keyIn(request));
	checkReader(grant, target.post, call);
	const { comments, reactions, closed } = linkedin.community;
	const under = [...comments.values()].filter(({ post, parent }) => (target.kind === 'post' ? post === target.urn : parent === target.urn));
	const summaries: Record<string, { reactionType: string; count: number }> = {};
	for (const { entity, reactionType } of reactions.values()) if (entity === target.urn) (summaries[reactionType] ??= { reactionType, count: 0 }).count += 1;
	const topLevelCount = under.filter(({ parent }) => target.kind === 'comment' || parent === undefined).length;
	return { entity: target.urn, commentsState: closed.has(target.urn) ? 'CLOSED' : 'OPEN', commentSummary: { count: under.length, topLevelCount }, reactionSummaries: summaries };
}

/** `POST /rest/socialMetadata/{urn}?actor=` as PARTIAL_UPDATE: 202. Closing deletes the comments that are there. */
export async function setMetadata(request: Request, linkedin: LinkedIn, response: Response): Promise<undefined> {
	const call = `socialMetadata.PARTIAL_UPDATE.${versionOf(request, linkedin.now)}`;
	const grant = linkedin.authorized(request, call, writing);
	if (methodOf(request) !== 'PARTIAL_UPDATE') throw new ApiError(400, 'ILLEGAL_ARGUMENT', 'The header X-RestLi-Method must be PARTIAL_UPDATE');
	const { patch } = await fieldsIn(request, ['patch']);
	const { $set: set }: { $set?: unknown } = typeof patch === 'object' && patch !== null ? patch : {};
	const { commentsState: state, ...more }: { commentsState?: unknown } = typeof set === 'object' && set !== null ? set : {};
	if ((state !== 'OPEN' && state !== 'CLOSED') || Object.keys(more).length > 0) throw new ApiError(400, 'INVALID_VALUE_FOR_FIELD', '/patch/$set/commentsState must be OPEN or CLOSED, and nothing else may be set');
	const { actor } = parametersIn(request, ['actor']);
	if (actor === undefined) throw new ApiError(400, 'ILLEGAL_ARGUMENT', 'The query parameter actor is required');
	const target = entityOf(linkedin, keyIn(request));
	checkActor(grant, actor, call);
	if (target.kind !== 'post') throw new ApiError(400, 'INVALID_URN_TYPE', `${target.urn} must be a share or ugcPost URN`);
	if (target.post.author !== actor) throw denied(call);
	const { comments, closed } = linkedin.community;
	if (state === 'OPEN') closed.delete(target.urn);
	else {
		closed.add(target.urn);
		for (const [id, { post }] of [...comments]) if (post === target.urn) forget(linkedin, id);
	}
	response.status(202);
}
