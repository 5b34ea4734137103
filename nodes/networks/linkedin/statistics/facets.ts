/** Who the people are that a number counts: LinkedIn’s lists, and the field of each of their entries that says for whom. */
const facets = { GeoCountry: 'geo', Geo: 'geo', Function: 'function', Industry: 'industry', IndustryV2: 'industryV2', Seniority: 'seniority', StaffCountRange: 'staffCountRange', AssociationType: 'associationType' } as const;

export interface Segment {
	/** `geoCountry`, `seniority` … */
	facet: string;
	/** A URN, or one of LinkedIn’s words. */
	segment: string;
	entry: Record<string, unknown>;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const plainName = (name: string): string => name.replace(/V2$/, '').replace(/^./, (first) => first.toLowerCase());

/** Every entry of the lists whose names begin with `prefix`: `followerCountsBy` or `pageStatisticsBy`. */
export function segmentsIn(element: object, prefix: string): Segment[] {
	const lists = new Map(Object.entries(element));
	return Object.entries(facets).flatMap(([name, field]) => {
		const list: unknown = lists.get(prefix + name);
		return (Array.isArray(list) ? list.filter(isRecord) : []).map((entry) => ({ facet: plainName(name), segment: String(entry[field] ?? ''), entry }));
	});
}
