import { searchEdge } from '../ads/searches';

/** The audiences and the rules of the chosen ad account. */
export const searchAudiences = searchEdge('customaudiences');
export const searchRules = searchEdge('adrules_library');
