/** Shows a field for these operations of a resource. */
export const shownFor = (resource: string, ...operation: string[]) => ({ resource: [resource], operation });
