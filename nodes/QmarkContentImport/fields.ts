/** What a column can hold, and what people call it in English, French and Portuguese. */
interface FieldFacts {
	/** As the node's menu shows it. */
	name: string;
	/** A row needs at least one of these: something to say. */
	says?: true;
	/** Several columns may hold it: `image 1`, `image 2`. */
	many?: true;
	/** Compared without case, accents, spaces and punctuation. Of several columns for one field, the earliest here is read. */
	headers: readonly string[];
}

const table = {
	id: { name: 'ID', headers: ['id', 'identifier', 'identifiant', 'identificador', 'ref', 'référence', 'referência', 'code', 'código', 'guid'] },
	text: {
		name: 'Text',
		says: true,
		headers: ['text', 'texte', 'texto', 'message', 'mensagem', 'caption', 'légende', 'legenda', 'post', 'post text', 'copy', 'texte de la publication', 'texto da publicação'],
	},
	title: { name: 'Title', says: true, headers: ['title', 'titre', 'título', 'og:title', 'headline'] },
	summary: {
		name: 'Text Below the Title',
		says: true,
		many: true,
		headers: [
			...['contentSnippet', 'content:encodedSnippet', 'og:description', 'description', 'descrição', 'summary', 'résumé', 'resumo'],
			...['content', 'contenu', 'conteúdo', 'excerpt', 'extrait', 'content:encoded'],
		],
	},
	variants: { name: 'Texts of Single Networks', says: true, headers: ['variants', 'variantes'] },
	publishAt: {
		name: 'Publish At',
		headers: [
			...['publish at', 'publication date', 'publish date', 'date', 'date and time', 'datetime', 'scheduled at', 'scheduled for', 'schedule', 'day'],
			...['date de publication', 'date et heure', 'publier le', 'programmé le', 'jour'],
			...['data', 'data de publicação', 'data e hora', 'publicar em', 'agendado para', 'dia'],
		],
	},
	time: { name: 'Time', headers: ['time', 'hour', 'publication time', 'heure', 'horaire', 'heure de publication', 'hora', 'horário', 'hora de publicação'] },
	timeZone: { name: 'Time Zone', headers: ['time zone', 'tz', 'fuseau horaire', 'fuseau', 'fuso horário', 'fuso'] },
	networks: {
		name: 'Networks',
		many: true,
		headers: [
			...['networks', 'network', 'social networks', 'targets', 'channels', 'channel', 'platforms', 'platform'],
			...['réseaux', 'réseau', 'réseaux sociaux', 'canaux', 'canal', 'plateformes', 'plateforme'],
			...['redes', 'rede', 'redes sociais', 'canais', 'plataformas', 'plataforma'],
		],
	},
	image: {
		name: 'Image',
		says: true,
		many: true,
		headers: ['image', 'images', 'photo', 'photos', 'picture', 'pictures', 'visual', 'image url', 'visuel', 'visuels', 'imagem', 'imagens', 'foto', 'fotos', 'visuais'],
	},
	carousel: { name: 'Carousel', says: true, many: true, headers: ['carousel', 'album', 'gallery', 'carrousel', 'galerie', 'carrossel', 'galeria'] },
	video: { name: 'Video', says: true, many: true, headers: ['video', 'videos', 'reel', 'reels', 'video url'] },
	media: { name: 'Media', says: true, many: true, headers: ['media', 'medias', 'mídia', 'mídias', 'files', 'attachments', 'fichiers', 'pièces jointes', 'ficheiros', 'arquivos', 'anexos'] },
	story: { name: 'Story', says: true, many: true, headers: ['story', 'stories', 'storie', 'histórias'] },
	alt: {
		name: 'Alt Text',
		many: true,
		headers: [
			...['alt text', 'alt texts', 'alt', 'alternative text', 'image description'],
			...['texte alternatif', 'textes alternatifs', 'description de l’image'],
			...['texto alternativo', 'textos alternativos', 'descrição da imagem'],
		],
	},
	cover: { name: 'Cover of the Video', headers: ['cover', 'cover image', 'couverture', 'image de couverture', 'miniature', 'capa', 'imagem de capa', 'miniatura'] },
	link: { name: 'Link', says: true, headers: ['link', 'lien', 'ligação', 'hiperligação', 'url', 'og:url', 'canonical', 'page url'] },
	hashtags: { name: 'Hashtags', many: true, headers: ['hashtags', 'hashtag', 'mots-dièse', 'mot-dièse', 'mots-clics'] },
	mentions: { name: 'Mentions', many: true, headers: ['mentions', 'mention', 'menções', 'menção'] },
	firstComment: { name: 'First Comment', headers: ['first comment', 'premier commentaire', '1er commentaire', 'primeiro comentário'] },
	labels: {
		name: 'Labels',
		many: true,
		headers: ['labels', 'label', 'tags', 'tag', 'categories', 'category', 'étiquettes', 'étiquette', 'catégorie', 'etiquetas', 'etiqueta', 'categorias', 'categoria'],
	},
	utmCampaign: { name: 'Campaign', headers: ['utm_campaign', 'campaign', 'campagne', 'campanha'] },
	utmSource: { name: 'UTM Source', headers: ['utm_source'] },
	utmMedium: { name: 'UTM Medium', headers: ['utm_medium'] },
	utmTerm: { name: 'UTM Term', headers: ['utm_term'] },
	utmContent: { name: 'UTM Content', headers: ['utm_content'] },
	utm: { name: 'UTM Parameters', headers: ['utm'] },
	slot: { name: 'Slot', headers: ['slot', 'créneau', 'faixa'] },
	/** The picture of an article: read where the row names no other file, and then one of them only. */
	picture: { name: 'Picture of the Article', says: true, many: true, headers: ['media:content', 'enclosure', 'itunes', 'og:image', 'media:thumbnail', 'thumbnail', 'featured image', 'image à la une'] },
	/** What feeds, forms and tables say of a row and not of its content. When an article came out is not when a post is to. */
	ignored: {
		name: 'Nothing',
		many: true,
		headers: ['isoDate', 'pubDate', 'dc:date', 'creator', 'dc:creator', 'author', 'row_number', 'submittedAt', 'formMode', 'createdAt', 'updatedAt'],
	},
} as const satisfies Record<string, FieldFacts>;

export type Field = keyof typeof table;
export const fields: Readonly<Record<Field, FieldFacts>> = table;

const isField = (name: string): name is Field => name in table;
export const fieldNames: readonly Field[] = Object.keys(table).filter(isField);
