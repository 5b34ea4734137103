import { redact, redactText, secretsIn } from '../../../nodes/core/redact';

const credential = {
	clientId: 'public-client-id',
	clientSecret: 'fake-app-secret',
	baseUrl: 'https://api.example.com',
	oauthTokenData: { access_token: 'fake-access-token', token_type: 'bearer', expires_in: 60 },
};
const secrets = secretsIn(credential);

test('finds the secrets of a credential, at any depth, and nothing else', () => {
	expect(secrets.sort()).toEqual(['fake-access-token', 'fake-app-secret']);
});

test('removes them from texts, also percent-encoded and unknown ones in URLs', () => {
	expect(redactText('GET /x?a=fake-access-token&access_token=never-seen-before failed', secrets)).toBe('GET /x?a=•••&access_token=••• failed');
	expect(redactText(`/bot${encodeURIComponent('7:fake/token')}`, ['7:fake/token'])).toBe('/bot•••');
});

test('removes them from output and leaves clean output alone', () => {
	const clean = { id: '1', url: 'https://api.example.com' };
	expect(redact(clean, secrets)).toBe(clean);
	expect(redact({ next: 'https://x/?t=fake-access-token', deep: [{ secret: 'fake-app-secret' }] }, secrets)).toEqual({ next: 'https://x/?t=•••', deep: [{ secret: '•••' }] });
});
