import { uploadsAt } from '../../../nodes/platforms/gateway';

const goes = uploadsAt('tiktokapis.com', 'upload.example');

describe('without a gateway', () => {
	test.each([
		'https://tiktokapis.com/upload',
		'https://open-upload.tiktokapis.com/video/?upload_id=1&upload_token=2',
		'https://a.b.tiktokapis.com',
		'https://upload.example?x',
		'https://Open-Upload.TikTokAPIs.com/video',
	])('%s is the vendor’s own', (url) => {
		expect(goes(url, {})).toBe(true);
	});

	test.each([
		'https://eviltiktokapis.com/video',
		'https://tiktokapis.com.evil.example/video',
		'https://evil.example/tiktokapis.com/video',
		'https://evil.example/?x=.tiktokapis.com',
		'https://evil.example#.tiktokapis.com',
		'https://open-upload.tiktokapis.com@evil.example/video',
		'https://open-upload.tiktokapis.com:secret@evil.example/video',
		'https://evil.example\\.tiktokapis.com/video',
		'https://evil.example\\@open-upload.tiktokapis.com/video',
		'https://evil.example:443\\.tiktokapis.com/video',
		'http://open-upload.tiktokapis.com/video',
		'https://open-upload.tiktokapis.com:8443/video',
		'https://127.0.0.1/open-upload.tiktokapis.com/video',
		'https://',
		'//open-upload.tiktokapis.com/video',
		'',
	])('%s is not', (url) => {
		expect(goes(url, {})).toBe(false);
	});
});

describe('behind a gateway', () => {
	const gateways = ['https://gateway.example.com', 'https://gateway.example.com/', 'https://Gateway.example.com//'];
	const deep = { gateway: 'http://127.0.0.1:4010/vendors/' };

	test.each(gateways)('%s answers under the vendor’s host names', (gateway) => {
		expect(goes('https://gateway.example.com/open-upload.tiktokapis.com/video?x=1', { gateway })).toBe(true);
		expect(goes('https://gateway.example.com/upload.example', { gateway })).toBe(true);
	});

	test.each([
		'https://gateway.example.com.evil.example/open-upload.tiktokapis.com/video',
		'https://gateway.example.com@evil.example/open-upload.tiktokapis.com/video',
		'https://evil.example/gateway.example.com/open-upload.tiktokapis.com/video',
		'https://gateway.example.com:8443/open-upload.tiktokapis.com/video',
		'http://gateway.example.com/open-upload.tiktokapis.com/video',
		'https://gateway.example.com/evil.example/open-upload.tiktokapis.com/video',
		'https://gateway.example.com/eviltiktokapis.com/video',
		'https://gateway.example.com/open-upload.tiktokapis.com/../evil.example/video',
		'https://gateway.example.com/evil.example\\.tiktokapis.com/video',
		'https://gateway.example.com/',
		'https://gateway.example.com',
		// The gateway is there so that nothing goes past it.
		'https://open-upload.tiktokapis.com/video',
	])('%s is not its own', (url) => {
		for (const gateway of gateways) expect(goes(url, { gateway })).toBe(false);
	});

	test('one below a path, with a port', () => {
		expect(goes('http://127.0.0.1:4010/vendors/open-upload.tiktokapis.com/video', deep)).toBe(true);
		expect(goes('http://127.0.0.1:4010/open-upload.tiktokapis.com/video', deep)).toBe(false);
		expect(goes('http://127.0.0.1:4010/vendors-of-others/open-upload.tiktokapis.com/video', deep)).toBe(false);
	});
});
