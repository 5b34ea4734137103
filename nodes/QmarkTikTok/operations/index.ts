import { getUser } from './getUser';

/** The first of each resource is what its menu offers first. */
export const operations = [getUser];
