import type { IDataObject } from 'n8n-workflow';
import { usualTaste } from '../../../nodes/QmarkPublisher/adapt';
import type { Taste } from '../../../nodes/QmarkPublisher/adapt';
import { plan } from '../../../nodes/QmarkPublisher/plan';
import { jobsOf } from '../../../nodes/QmarkPublisher/targets';

const sentences = [
	'Les dahlias « Café au lait » sont arrivés ce matin, et ils sont superbes !',
	'Réservez votre bouquet avant samedi midi, au 02 40 00 00 01 ou sur place 🌷.',
	'As rosas de outono chegaram, e a loja está cheia de cores.',
	'Our workshop is open again: 12 places, coffee included ☕️.',
	'Plus d’infos : https://camelia.example/ateliers?ref=post&jour=samedi#places',
	'今週末は秋のバラの展示をしています。ぜひお越しください！',
	'Merci à @camelia.fleurs et à notre équipe 👩‍👩‍👧‍👦.',
];

/** From 300 to 2,000 characters, in paragraphs. */
function textOf(index: number): string {
	const length = 300 + ((index * 137) % 1700);
	let text = '';
	for (let at = index; text.length < length; at++) text += `${sentences[at % sentences.length] ?? ''}${at % 4 === 3 ? '\n\n' : ' '}`;
	return text.slice(0, length);
}

const contents = Array.from(
	{ length: 1000 },
	(_, index): IDataObject => ({
		id: `A-${index}`,
		text: textOf(index),
		hashtags: Array.from({ length: index % 12 }, (__, tag) => `fleur${tag}`),
		mentions: index % 3 === 0 ? 'camelia.fleurs' : '',
		link: `https://camelia.example/produits/${index}?ref=social`,
		utm: { source: 'social', campaign: 'automne' },
		firstComment: index % 2 === 0 ? 'Quelle est votre fleur préférée ?' : '',
		media: Array.from({ length: 1 + (index % 10) }, (__, file) => ({ url: `https://cdn.example/${index}/${file}.jpg`, width: 1080, height: 1350, bytes: 240_000, alt: 'Un bouquet de dahlias' })),
		targets: ['facebook:1', 'instagram:2', 'telegram:@camelia', 'threads:3'],
	}),
);

/** Milliseconds of CPU for all of them. */
function cpuOf(taste?: Taste): number {
	const before = process.cpuUsage();
	const plans = contents.flatMap((json, index) => jobsOf(json, index, new Map(), [])).map((job) => plan(job, { taste }));
	const { user, system } = process.cpuUsage(before);
	expect(plans).toHaveLength(4000);
	return (user + system) / 1000;
}

test.each([
	['planned and checked', undefined],
	['adapted, planned and checked', usualTaste],
])('1,000 contents on all networks are %s in less than a second of CPU', (what, taste) => {
	cpuOf(taste);
	const [, median = Infinity] = [cpuOf(taste), cpuOf(taste), cpuOf(taste)].sort((a, b) => a - b);
	console.log(`1,000 contents × 4 networks ${what}: ${Math.round(median)} ms of CPU`);
	expect(median).toBeLessThan(1000);
});
