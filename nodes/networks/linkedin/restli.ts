/** https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/protocol-version: a URN or text within a path, a list or an object. */
export const encoded = (value: string): string => encodeURIComponent(value).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Several of them as one parameter: `List(urn%3Ali%3Ashare%3A1,…)`. */
export const listOf = (values: readonly string[]): string => `List(${values.map(encoded).join(',')})`;

/** A path with its parameters as they are: their parentheses and commas must not be encoded, as `qs` would. Give values encoded. */
export const withQuery = (path: string, parameters: Readonly<Record<string, string | undefined>>): string => {
	const given = Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]));
	return given.length === 0 ? path : `${path}?${given.join('&')}`;
};
