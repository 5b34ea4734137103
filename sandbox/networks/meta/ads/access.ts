import { seed } from '../../seed';
import type { GraphNode } from '../model';
import { isPersonal, type Token } from '../tokens';
import type { AdsNode } from './model';

/** Only nodes of an ad account carry its ID. */
export const isOfAdAccount = (node: GraphNode): node is AdsNode => 'accountId' in node;

/** The florist and the system user work in the ad accounts; nobody else does. */
export const mayAdvertise = (token: Token): boolean =>
	isPersonal(token) && [seed.meta.user.id, seed.meta.systemUser.id].some((id) => id === token.grant.userId);
