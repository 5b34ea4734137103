/** The names in a text of names separated by white space: how this folder writes its longer tables. */
export const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');
