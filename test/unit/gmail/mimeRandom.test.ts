import type { Address } from '../../../nodes/networks/gmail/mime/addresses';
import { addressesOf } from '../../../nodes/networks/gmail/mime/addresses';
import type { Mail } from '../../../nodes/networks/gmail/mime/compose';
import { both, faultsOf, uploadOf } from './sameMail';

/** The same numbers every time. https://en.wikipedia.org/wiki/Xorshift */
function randomFrom(seed: number) {
	let state = seed;
	const next = () => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) / 0x100000000;
	};
	const below = (most: number) => Math.floor(next() * most);
	const pick = <T>(from: readonly [T, ...T[]]): T => from[below(from.length)] ?? from[0];
	return { below, pick, chance: (share: number) => next() < share };
}

type Random = ReturnType<typeof randomFrom>;

const words = [
	...['Bouquet', 'fête', '花束', '👩‍👩‍👧‍👦', '🌸', 'שלום', 'مرحبا', 'Ελλάδα', 'discount', 'R$', '100%', '=?x?=', 'a=b', '_x_', 'naïve', '“quoted”', "it's", 'e\u0301', '.', '..', '--', 'x'.repeat(90), '花'.repeat(60), '🎉'.repeat(30)],
] as unknown as readonly [string, ...string[]];
const lineEnds = ['\n', '\r\n', '\n\n', '\n.\n', '\n-- \n', '\nFrom me\n', ' \n', '\t\n'] as const;
const names = ['report.pdf', 'été 2026.jpg', '花束の写真.png', `${'very long name '.repeat(12)}.txt`, `${'長'.repeat(80)}.bin`, 'semi;colon.txt', 'a%20b.txt', "it's.txt", 'emoji 🌸.gif', 'no-extension'] as const;
const mimes = ['application/pdf', 'image/png', 'text/csv; charset=utf-8', 'application/octet-stream'] as const;
const domains = ['example.com', 'mail.example.org', 'xn--bcher-kva.example'] as const;

const textOf = (random: Random, most: number) => Array.from({ length: random.below(most) }, () => random.pick(words)).join(' ').trim();
const phraseOf = (random: Random) => textOf(random, 5).replace(/\s+/g, ' ');

const addressOf = (random: Random): Address => {
	const name = random.chance(0.3) ? undefined : random.pick(['Camille', 'Moreau, Camille', 'Inês "Nê" Lopes', 'a@b', 'Back\\slash', phraseOf(random) || 'X', 'O. (Paris)']);
	return { ...(name && { name }), address: `p${random.below(1000)}+tag@${random.pick(domains)}` };
};
const peopleOf = (random: Random, most: number) => Array.from({ length: random.below(most) }, () => addressOf(random));

function bodyOf(random: Random) {
	const pieces = Array.from({ length: random.below(12) }, () => `${textOf(random, 8)}${random.pick(lineEnds)}`);
	return random.chance(0.1) ? '' : `${pieces.join('')}end`;
}

function fileOf(random: Random) {
	const bytes = Buffer.from(Array.from({ length: random.pick([1, 56, 57, 58, 76, 113, 114, 115, 999, 1000, 5000]) }, () => random.below(256)));
	return uploadOf(random.pick(names), random.pick(mimes), bytes, random.pick([1, 7, 57, 1000, 9000]));
}

function mailOf(random: Random): Mail {
	const html = random.chance(0.6) ? `<p>${bodyOf(random)}</p>` : undefined;
	return {
		from: random.chance(0.7) ? addressOf(random) : undefined,
		...{ to: [addressOf(random), ...peopleOf(random, 4)], cc: peopleOf(random, 3), bcc: peopleOf(random, 3), replyTo: peopleOf(random, 2) },
		subject: textOf(random, 9),
		text: html === undefined || random.chance(0.6) ? bodyOf(random) : undefined,
		html,
		inline: html && random.chance(0.3) ? [{ file: fileOf(random), contentId: 'logo@qmark' }] : [],
		attachments: Array.from({ length: random.pick([0, 0, 1, 2, 3]) }, () => fileOf(random)),
		headers: random.chance(0.4) ? [{ name: 'X-Campaign', value: phraseOf(random) || 'none' }] : [],
		...(random.chance(0.3) && { inReplyTo: '<parent@mail.example.org>', references: `${['<a1@mail.example.org>', '<b2@mail.example.org>', `<${'c'.repeat(70)}@x.example>`].slice(random.below(3)).join(' ')} <parent@mail.example.org>` }),
	};
}

const SEEDS = 20;
const EACH = 30;

test.each(Array.from({ length: SEEDS }, (_, index) => index + 1))(`${EACH} random messages read like nodemailer's (seed %i)`, async (seed) => {
	const random = randomFrom(seed * 2_654_435);
	for (let count = 0; count < EACH; count++) {
		const mail = mailOf(random);
		const { ours, theirs, size, bytes } = await both(mail);
		expect(faultsOf(bytes)).toEqual([]);
		expect(size).toBe(bytes.length);
		expect(ours.subject).toBe(mail.subject);
		expect(ours.files.map(({ bytes: content }) => content)).toEqual([...(mail.inline ?? []).map(({ file }) => file), ...(mail.attachments ?? [])].map((file) => Buffer.from('bytes' in file && Buffer.isBuffer(file.bytes) ? file.bytes : '').toString('base64')));
		expect(ours).toEqual(theirs);
	}
});

test('a written list of addresses is read back as it was meant', () => {
	const random = randomFrom(42);
	for (let count = 0; count < 300; count++) {
		const people = peopleOf(random, 5).map(({ name, address }) => ({ ...(name && { name: name.replace(/["\\]/g, '').trim() || 'X' }), address }));
		const text = people.map(({ name, address }) => (name ? `"${name}" <${address}>` : address)).join(random.pick([', ', ',', '; ', ' ,\t']));
		expect(addressesOf(text, 'To')).toEqual(people);
	}
});
