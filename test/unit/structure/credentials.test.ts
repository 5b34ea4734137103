import { QmarkMetaOAuth2Api } from '../../../credentials/QmarkMetaOAuth2Api.credentials';
import { operations as facebookOperations } from '../../../nodes/QmarkFacebook/operations';
import { operations as instagramOperations } from '../../../nodes/QmarkInstagram/operations';
import { meta } from '../../../nodes/platforms/meta';

/** The credential's hidden URL fields are expressions over its own fields, as n8n resolves them. */
const valueOf = (name: string, fields: Record<string, string>) => {
	const field = new QmarkMetaOAuth2Api().properties.find((property) => property.name === name);
	const code = String(field?.default).replace(/^=\{\{|\}\}$/g, '');
	return String(new Function('$self', `return ${code}`)(fields));
};

test('Meta’s URLs are literals for the linters, and equal the platform’s facts', () => {
	expect(valueOf('authUrl', {})).toBe(`https://www.facebook.com/${meta.version.default}/dialog/oauth`);
	expect(valueOf('accessTokenUrl', {})).toBe(`${meta.baseUrl({})}/oauth/access_token`);
	const behind = { gateway: 'https://gateway.example.com/', graphVersion: 'v26.0' };
	expect(valueOf('authUrl', behind)).toBe('https://gateway.example.com/www.facebook.com/v26.0/dialog/oauth');
	expect(valueOf('accessTokenUrl', behind)).toBe(`${meta.baseUrl(behind)}/oauth/access_token`);
});

test('the permissions asked for are those the operations need, plus what finding pages of a business needs', () => {
	const needed = [...facebookOperations, ...instagramOperations].flatMap(({ scopes = [] }) => scopes);
	const asked = valueOf('scope', {}).split(' ');
	expect(asked.toSorted()).toEqual([...new Set([...needed, 'business_management'])].toSorted());
	expect(valueOf('scope', { configId: '1' })).toBe('');
});

test('the Graph version is alive for at least 120 more days', () => {
	const left = Date.parse(meta.version.until) - Date.now();
	expect(left).toBeGreaterThan(120 * 24 * 60 * 60_000);
});
