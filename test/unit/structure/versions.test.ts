import { googleAds } from '../../../nodes/platforms/googleAds';
import { linkedin } from '../../../nodes/platforms/linkedin';
import { meta } from '../../../nodes/platforms/meta';
import { metaAds } from '../../../nodes/platforms/metaAds';

const DAY = 24 * 60 * 60_000;

/** So long before a version is switched off, a newer one has to be in the code and in people's hands. */
const NOTICE = 120;

interface Version {
	default: string;
	until: string;
}

const graph = 'https://developers.facebook.com/docs/graph-api/changelog/versions';

/** What is to be done about a version, or undefined while there is time. */
function warning(name: string, file: string, { default: version, until }: Version, now: number, news = graph): string | undefined {
	const days = Math.floor((Date.parse(until) - now) / DAY);
	if (days >= NOTICE) return undefined;
	return `${name} ${version} ends on ${until}, in ${days} days. Read ${news}, then set “version” in nodes/platforms/${file}.ts to a newer one and run the contract tests.`;
}

test.each([
	{ name: 'Graph API', file: 'meta', version: meta.version, news: graph },
	{ name: 'Marketing API', file: 'metaAds', version: metaAds.version, news: graph },
	{ name: 'Google Ads API', file: 'googleAds', version: { default: googleAds.version.name, until: googleAds.version.until }, news: 'https://developers.google.com/google-ads/api/docs/release-notes' },
	{ name: 'LinkedIn API', file: 'linkedin', version: { default: linkedin.version.name, until: linkedin.version.until }, news: 'https://learn.microsoft.com/en-us/linkedin/marketing/integrations/recent-changes' },
])('the version of the $name lives for 120 days and more', ({ name, file, version, news }) => {
	expect(warning(name, file, version, Date.now(), news)).toBeUndefined();
});

test('120 days before the end there is time, a day later there is none', () => {
	const version = { default: 'v26.0', until: '2027-07-10' };
	const before = (days: number) => Date.parse('2027-07-10') - days * DAY;
	expect(warning('Marketing API', 'metaAds', version, before(120))).toBeUndefined();
	expect(warning('Marketing API', 'metaAds', version, before(119))).toMatch(/^Marketing API v26.0 ends on 2027-07-10, in 119 days. Read .* “version” in nodes\/platforms\/metaAds.ts/);
});

test('ads have their own version, whatever the credential says', () => {
	expect(metaAds.baseUrl({ graphVersion: 'v25.0' })).toBe('https://graph.facebook.com/v26.0');
	expect(meta.baseUrl({ graphVersion: 'v25.0' })).toBe('https://graph.facebook.com/v25.0');
});
