import { getAccount } from './getAccount';

/** The first of each resource is what its menu offers first. */
export const operations = [getAccount];
