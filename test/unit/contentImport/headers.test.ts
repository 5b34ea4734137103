import { bare } from '../../../nodes/QmarkContentImport/cells';
import { fieldNames, fields } from '../../../nodes/QmarkContentImport/fields';
import { matchOf, variantOf } from '../../../nodes/QmarkContentImport/headers';
import { contentsOf, importFile, importRows, problemsOf, told } from './importing';

test('no header stands for two fields, and none is written twice', () => {
	const all = fieldNames.flatMap((field) => fields[field].headers.map(bare));
	expect(all.filter((header, index) => all.indexOf(header) !== index)).toEqual([]);
});

/** The same calendar as three people would head it. */
const calendars = {
	English: 'Reference;Text;Publish At;Time;Networks;Image;Carousel;Video;Story;Alt text;Link;Hashtags;Mentions;First comment;Labels;Campaign;Time zone;Text Facebook',
	French: 'Réf.;TEXTE;Date de publication;Heure;Réseaux;Visuel;Carrousel;Vidéo;Stories;Texte alternatif;Lien;Mots-dièse;Mentions;Premier commentaire;Étiquettes;Campagne;Fuseau horaire;Texte (Facebook)',
	Portuguese: 'Referência;Texto;Data de publicação;Hora;Redes;Imagem;Carrossel;Vídeo;Storie;Texto alternativo;Ligação;hash tags;Menções;Primeiro comentário;Etiquetas;Campanha;Fuso horário;facebook_texto',
	programmers: 'id;text;publishAt;time;networks;image_1;carousel;video;story;alt_text;url;hashtags;mentions;firstComment;labels;utm_campaign;timeZone;text_fb',
};
const row =
	'A1;Bonjour;24/11/2026;9h30;facebook | telegram:@canal;https://x.example/a.jpg;https://x.example/b.jpg|https://x.example/c.jpg;https://x.example/d.mp4;https://x.example/s.jpg;Un bouquet|Une vitrine;https://x.example/p;#fleurs #nantes;@camelia;Merci;avent, noël;hiver;Europe/Lisbon;Salut Facebook';

test.each(Object.entries(calendars))('the headers of %s hold the same content', (_, header) => {
	const outcome = importFile(`${header}\n${row}\n`);
	expect(told(outcome)).toEqual([]);
	const file = (kind: string, url: string, alt?: string, role = 'post') => ({ role, kind, source: { url: `https://x.example/${url}` }, alt });
	const [{ raw, ...content } = { raw: {} }] = contentsOf(outcome);
	expect(content).toEqual({
		...{ id: 'A1', text: 'Bonjour', variants: { facebook: 'Salut Facebook' }, publishAt: '2026-11-24T09:30', timeZone: 'Europe/Lisbon', link: 'https://x.example/p' },
		media: [file('image', 'a.jpg', 'Un bouquet'), file('image', 'b.jpg', 'Une vitrine'), file('image', 'c.jpg'), file('video', 'd.mp4'), file('image', 's.jpg', undefined, 'story')],
		...{ targets: [{ network: 'facebook' }, { network: 'telegram', account: '@canal' }], hashtags: ['fleurs', 'nantes'], mentions: ['camelia'], firstComment: 'Merci' },
		...{ labels: ['avent', 'noël'], utm: { campaign: 'hiver' }, slot: undefined },
	});
	expect(Object.keys(raw)).toEqual(header.split(';'));
});

test.each([
	['Mots-clics', 'hashtags'], ['RÉSEAUX SOCIAUX', 'networks'], ['photo 2', 'image'], ['Image_03', 'image'], ['canal', 'networks'], ['data', 'publishAt'], ['code', 'id'], ['contentSnippet', 'summary'], ['utm source', 'utmSource'], ['pubDate', 'ignored'],
	['text 2', undefined], ['prix', undefined], ['', undefined], ['2', undefined],
])('“%s” is %s', (header, field) => {
	expect(matchOf(header)?.field).toBe(field);
});

test.each([
	['Text Facebook', 'facebook'], ['texte_instagram', 'instagram'], ['Texto para o Telegram', 'telegram'], ['legenda para o Facebook', 'facebook'], ['texto para telegram', 'telegram'], ['Insta caption', 'instagram'], ['légende IG', 'instagram'], ['TikTok : légende', 'tiktok'], ['texte pour linkedin', 'linkedin'],
	['facebook', undefined], ['page Facebook', undefined], ['date Facebook', undefined], ['texte', undefined],
])('“%s” holds the text for %s', (header, network) => {
	expect(variantOf(header)).toBe(network);
});

test('columns that say nothing are told once, and stay in raw', () => {
	const outcome = importFile('id,texte,Prix,Réf interne\nP1,Bonjour,3,\nP2,Salut,4,x\n');
	expect(told(outcome).map((one) => one.split(':')[0])).toEqual(['warning 1 Prix', 'warning 1 Réf interne']);
	expect(contentsOf(outcome)).toMatchObject([{ raw: { Prix: '3' } }, { raw: { Prix: '4', 'Réf interne': 'x' } }]);
	expect(contentsOf(outcome).map(({ warnings }) => warnings)).toEqual([undefined, undefined]);
});

test('of two columns for one field the better named is read, and the other is told', () => {
	const outcome = importRows([{ caption: 'Légende', text: 'Texte', title: 'Note à moi', description: 'Autre note' }]);
	expect(contentsOf(outcome)).toMatchObject([{ text: 'Texte' }]);
	expect(told(outcome)).toEqual([
		'warning 1 caption: Columns “text” and “caption” both hold Text: “text” is read.',
		'warning 1 title: Column “title” is not read: “text” holds the text.',
		'warning 1 description: Column “description” is not read: “text” holds the text.',
	]);
});

test('Columns says what a column holds, whatever its name', () => {
	const mappings = [{ column: 'accroche', field: 'text' }, { column: 'Note', field: 'ignored' }, { column: 'Insta !', field: 'text:instagram' }, { column: 'text', field: 'firstComment' }, { column: 'Absente', field: 'link' }];
	const outcome = importRows([{ Accroche: 'Bonjour', Note: 'interne', 'Insta !': 'Salut', text: 'En premier', photo: 'https://x.example/a.jpg' }], { mappings });
	expect(contentsOf(outcome)).toMatchObject([{ text: 'Bonjour', firstComment: 'En premier', variants: { instagram: 'Salut' }, media: [{ kind: 'image' }], link: undefined }]);
	expect(told(outcome)).toEqual(['warning 1 Absente: Columns names “Absente”, and there is no such column.']);
});

test('rows under headers that say nothing are one error with both lists', () => {
	const outcome = importRows([{ Produit: 'Tulipes', Prix: 3 }, { Produit: 'Roses', Prix: 4 }]);
	expect(problemsOf(outcome)).toMatchObject([{ row: 1, severity: 'error', code: 'columns', rows: 2, problem: expect.stringContaining('“Produit” and “Prix”'), fix: expect.stringContaining('“text”, “texte”, “texto”') }]);
	expect(outcome.counts).toMatchObject({ rows: 2, contents: 0, failed: 2 });
});
