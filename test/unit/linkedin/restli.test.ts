import { encoded, listOf, withQuery } from '../../../nodes/networks/linkedin/restli';
import { normalAuthor } from '../../../nodes/networks/linkedin/author';
import { postUrn } from '../../../nodes/networks/linkedin/posts';

test('URNs in paths, lists and queries', () => {
	expect(encoded('urn:li:comment:(urn:li:activity:1,2)')).toBe('urn%3Ali%3Acomment%3A%28urn%3Ali%3Aactivity%3A1%2C2%29');
	expect(`shares=${listOf(['urn:li:share:1', 'urn:li:share:2'])}`).toBe('shares=List(urn%3Ali%3Ashare%3A1,urn%3Ali%3Ashare%3A2)');
	expect(encoded("a'b(c)!*")).toBe('a%27b%28c%29%21%2A');
	expect(withQuery('/rest/x', { q: 'author', missing: undefined, shares: listOf(['urn:li:share:1']) })).toBe('/rest/x?q=author&shares=List(urn%3Ali%3Ashare%3A1)');
	expect(withQuery('/rest/x', {})).toBe('/rest/x');
});

test.each([
	['5500001', 'urn:li:organization:5500001'],
	[' urn:li:person:ab-C_9 ', 'urn:li:person:ab-C_9'],
	['https://www.linkedin.com/company/5500001/admin', 'urn:li:organization:5500001'],
	['https://www.linkedin.com/company/atelier', 'https://www.linkedin.com/company/atelier'],
	['me', 'me'],
])('the author %s', (written, urn) => {
	expect(normalAuthor(written)).toBe(urn);
});

test.each([
	['urn:li:share:7012', 'urn:li:share:7012'],
	['https://www.linkedin.com/feed/update/urn:li:ugcPost:7012/', 'urn:li:ugcPost:7012'],
	['https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A7012?x=1', 'urn:li:share:7012'],
	['https://www.linkedin.com/posts/camille_a-ugcPost-7012-abcd', 'urn:li:ugcPost:7012'],
])('the post %s', (written, urn) => {
	expect(postUrn(written)).toBe(urn);
});

test.each(['7012', 'urn:li:activity:7012', 'https://www.linkedin.com/posts/camille_a-activity-7012-abcd', 'https://www.linkedin.com/feed/', ''])('“%s” is no post', (written) => {
	expect(() => postUrn(written)).toThrow(/^Post ID: /);
});
