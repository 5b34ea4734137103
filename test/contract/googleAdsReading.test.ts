import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { googleAdsRecommendations } from '../../nodes/platforms/googleAdsRecommendations';
import { googleAdsReports } from '../../nodes/platforms/googleAdsReports';
import { meanings } from '../../nodes/platforms/googleAdsErrors';
import { messageNamed } from './protos';

/** Which fields, segments and metrics go with which resource, as google-ads-api has gathered it from Google. */
const listed = readFileSync(join(dirname(require.resolve('google-ads-api/package.json')), 'build', 'cjs', 'protos', 'autogen', 'fields.d.ts'), 'utf8');
const namesOf = (type: string) => new Set([...(new RegExp(`type ${type} = ([^;]+);`).exec(listed)?.[1] ?? '').matchAll(/"([^"]+)"/g)].map(([, name]) => name));
const pascal = (resource: string) => resource.replace(/(^|_)([a-z])/g, (_, _gap, letter: string) => letter.toUpperCase());

const levels = Object.entries(googleAdsReports.levels);

test.each(levels)('%s: every field, segment and metric of its reports goes with its resource', (level, { resource, status, fields }) => {
	const [own, segments, metrics] = ['Field', 'Segment', 'Metric'].map((kind) => namesOf(pascal(resource) + kind));
	expect([...fields, status].filter((name) => !own?.has(name))).toEqual([]);
	expect(Object.values(googleAdsReports.units).filter((name) => !segments?.has(name))).toEqual([]);
	expect(googleAdsReports.measures.filter((name) => !metrics?.has(name))).toEqual([]);
	const without = (all: readonly { value: string; except: readonly string[] }[]) => all.filter(({ except }) => except.includes(level)).map(({ value }) => value);
	expect(without(googleAdsReports.breakdowns)).toEqual(googleAdsReports.breakdowns.map(({ value }) => value).filter((value) => !segments?.has(`segments.${value}`)));
	expect(without(googleAdsReports.metrics)).toEqual(googleAdsReports.metrics.map(({ value }) => value).filter((value) => !metrics?.has(`metrics.${value}`)));
});

test('what is asked of recommendations is there, and each of their kinds too', () => {
	const message = messageNamed('resources.Recommendation');
	const known = Object.keys(message.fields).map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
	expect(googleAdsRecommendations.fields.filter((name) => !known.includes(name))).toEqual([]);
	const kinds = message.lookupEnum('google.ads.googleads.v25.enums.RecommendationTypeEnum.RecommendationType').values;
	expect([...googleAdsRecommendations.budgets, ...googleAdsRecommendations.unseen, ...Object.keys(googleAdsRecommendations.parameters)].filter((kind) => !(kind in kinds))).toEqual([]);
});

test('every error that has a meaning of its own is one of Google’s', () => {
	const code = messageNamed('errors.ErrorCode');
	const strange = Object.keys(meanings).filter((name) => {
		const [family = '', word = ''] = name.split('.');
		const field = code.fields[family] ?? code.fields[family.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)];
		const type = field?.resolve().resolvedType;
		return !type || !('values' in type) || !(word in type.values);
	});
	expect(strange).toEqual([]);
});
