import { bearer, connect, http, profile, raw, restart, send, settings, useSandbox } from './googleClient';

useSandbox();

const COUNT = 600;

const mailTo = (index: number) => raw(`To: Customer ${index} <customer${index}@example.com>\r\nSubject: Winter sale\r\nMessage-ID: <${index}@example.com>\r\n\r\nHello ${index}, take a look.`);
const messages = (access: string, params: object) => http.get('/gmail.googleapis.com/gmail/v1/users/me/messages', { params, ...bearer(access) });

const inTurns = async (work: (index: number) => Promise<unknown>) => {
	const queue = Array.from({ length: COUNT }).keys();
	await Promise.all(Array.from({ length: 8 }, async () => {
		for (const index of queue) await work(index);
	}));
};

test('a whole list is mailed, each mail is found by who got it, and a restart remembers all', async () => {
	await restart();
	const { access_token: access } = await connect({ scope: 'https://mail.google.com/' });
	await settings({ unitsPerMinute: 0, dailyMessages: 0 });
	await inTurns(async (index) => await send(access, { raw: mailTo(index) }));
	const found = new Set<string>();
	const lookUp = async (index: number) => {
		const { data } = await messages(access, { q: `to:customer${index}@example.com subject:"winter sale" in:sent` });
		expect(data.messages).toHaveLength(1);
		found.add(data.messages[0].id);
	};
	const started = performance.now();
	await inTurns(lookUp);
	expect(found.size).toBe(COUNT);
	const perLookUp = (performance.now() - started) / COUNT;
	expect(perLookUp).toBeLessThan(20);
	const { data: deliveries } = await http.get<Record<string, number>>('/mail.google.com/_deliveries');
	expect(Object.values(deliveries)).toEqual(Array(COUNT).fill(1));
	const before = (await profile(access)).data;
	expect(before.messagesTotal).toBe(COUNT);
	await restart();
	await settings({ unitsPerMinute: 0 });
	expect((await profile(access)).data).toEqual(before);
	await lookUp(COUNT - 1);
	expect((await http.get('/mail.google.com/_deliveries')).data).toEqual(deliveries);
});

test('mails of which the bytes are too many keep their headers', async () => {
	const { access_token: access } = await connect({ scope: 'https://mail.google.com/' });
	await settings({ unitsPerMinute: 0 });
	const upload = (body: string) => http.post('/gmail.googleapis.com/upload/gmail/v1/users/me/messages/send?uploadType=media', body, bearer(access, { 'content-type': 'message/rfc822' }));
	const large = `To: a@example.com\r\nSubject: Large\r\n\r\n${'x'.repeat(30 * 1024 * 1024)}`;
	const { data: first } = await upload(large);
	for (let count = 0; count < 3; count++) expect((await upload(large)).status).toBe(200);
	const { data } = await http.get(`/gmail.googleapis.com/gmail/v1/users/me/messages/${first.id}`, bearer(access));
	expect(data).toMatchObject({ sizeEstimate: expect.any(Number), payload: { body: { size: 0 } } });
	expect(data.payload.headers).toContainEqual({ name: 'Subject', value: 'Large' });
	expect((await upload(`${large}${'x'.repeat(6 * 1024 * 1024)}`)).status).toBe(413);
});

test('mail from outside arrives as a test writes it, and is refused where it makes no sense', async () => {
	const google = (mail: unknown) => http.post('/_sandbox/settings', { google: { mail } });
	expect((await google({ to: 'stranger@example.com' })).data.error).toContain('to one of camille@');
	expect((await google({ to: 'camille@ateliercamelia.example', labels: ['NONE'] })).data.error).toContain('not NONE');
	expect((await google({ to: 'camille@ateliercamelia.example', body: 'x' })).data.error).toContain('attachments?');
});
