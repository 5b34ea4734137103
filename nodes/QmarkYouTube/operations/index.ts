import { getChannel } from './getChannel';

/** The first of each resource is what its menu offers first. */
export const operations = [getChannel];
