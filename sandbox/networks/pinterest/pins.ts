import { Router } from 'express';
import { readBody, type ReceivedFile } from '../body';
import { fetchMedia, FetchRefused } from '../fetched';
import { postPage } from '../page/post';
import { seed } from '../seed';
import { sniff } from '../sniff';
import type { Caller } from './api';
import { invalid, PinterestError, route } from './errors';
import type { Environment, Pin, Pinterest } from './state';

/** https://help.pinterest.com/en/business/article/pinterest-product-specs */
const IMAGE_BYTES = 20 * 1024 * 1024;
const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];

/** Longest texts, in characters. https://developers.pinterest.com/docs/api/v5/pins-create */
const texts = { title: 100, description: 800, link: 2048, alt_text: 500, dominant_color: 7 } as const;
const fields = [...Object.keys(texts), 'board_id', 'media_source'];

type Wish = Record<keyof typeof texts, string | null> & { board_id: string; url: string };

function readWish(body: Record<string, unknown>): Wish {
	const unknown = Object.keys(body).find((name) => !fields.includes(name));
	if (unknown !== undefined) throw invalid(`'${unknown}' is no property that the sandbox knows (${fields.join(', ')})`);
	const text = (name: keyof typeof texts): string | null => {
		const value = body[name] ?? null;
		if (value !== null && typeof value !== 'string') throw invalid(`'${name}' is not of type 'string'`);
		if (value !== null && value.length > texts[name]) throw invalid(`'${name}' is too long: ${value.length} characters, at most ${texts[name]}`);
		return value;
	};
	const { board_id, media_source } = body;
	if (typeof board_id !== 'string' || !/^\d+$/.test(board_id)) throw invalid("'board_id' value must match the pattern: ^\\d+$");
	if (typeof media_source !== 'object' || media_source === null) throw invalid("'media_source' is a required property");
	const { source_type, url }: { source_type?: unknown; url?: unknown } = media_source;
	if (source_type !== 'image_url') throw invalid(`'${String(source_type)}' as 'source_type': the sandbox takes image_url only`);
	if (typeof url !== 'string' || !/^https?:\/\//.test(url) || !URL.canParse(url))
		throw new PinterestError(400, 1, 'Whoops! It looks like you entered an invalid URL. Try creating a Pin again with a valid URL.');
	return {
		title: text('title'),
		description: text('description'),
		link: text('link'),
		alt_text: text('alt_text'),
		dominant_color: text('dominant_color'),
		board_id,
		url,
	};
}

async function fetchImage(url: string): Promise<ReceivedFile> {
	try {
		return await fetchMedia(url, IMAGE_BYTES);
	} catch (error) {
		if (!(error instanceof FetchRefused)) throw error;
		throw new PinterestError(400, 235, `Sorry we could not fetch the image: ${error.message}.`);
	}
}

function described(pin: Pin, owner: string) {
	return {
		id: pin.id,
		created_at: new Date(pin.createdAt).toISOString().slice(0, 19),
		link: pin.link,
		title: pin.title,
		description: pin.description,
		alt_text: pin.altText,
		dominant_color: pin.dominantColor,
		board_id: pin.boardId,
		board_section_id: null,
		board_owner: { username: owner },
		media: { media_type: 'image', images: { '1200x': pin.image } },
		parent_pin_id: null,
		is_owner: true,
		is_standard: true,
		creative_type: 'REGULAR',
		has_been_promoted: false,
		pin_metrics: null,
	};
}

const addressOf = (origin: string, id: string): string => `${origin}/www.pinterest.com/pin/${id}/`;
const textOf = ({ title, description }: Pin): string => [title, description].filter((text) => text).join('\n');

/** https://developers.pinterest.com/docs/api/v5/pins-create */
export function addPinRoutes(router: Router, pinterest: Pinterest, environment: Environment, caller: Caller): void {
	const { timeline, media, origin } = pinterest.world;
	router.post(
		'/v5/pins',
		route(async (req) => {
			const { fields: body } = await readBody(req);
			req.body = body;
			const account = caller(req, 'boards:read', 'boards:write', 'pins:read', 'pins:write');
			if (environment === 'production' && pinterest.settings.access === 'trial') {
				const message = 'Apps with Trial access may not create Pins in production. Please use API Sandbox https://api-sandbox.pinterest.com instead.';
				throw new PinterestError(403, 29, message);
			}
			const wish = readWish(body);
			if (!pinterest.boardsOf(account).some(({ id }) => id === wish.board_id)) throw new PinterestError(404, 40, 'Board not found.');
			const file = await fetchImage(wish.url);
			const image = sniff(file.head);
			if (!image || !IMAGE_TYPES.includes(image.mime)) throw invalid(`'url' is no image of a kind the sandbox knows (${IMAGE_TYPES.join(', ')})`);
			if (file.size > IMAGE_BYTES) throw invalid(`'url' is an image of more than ${IMAGE_BYTES} bytes`);
			const stored = media.put({ name: file.filename, mime: image.mime, head: file.head, size: file.size });
			const pin = pinterest.keep({
				environment,
				account: account.id,
				boardId: wish.board_id,
				title: wish.title,
				description: wish.description,
				link: wish.link,
				altText: wish.alt_text,
				dominantColor: wish.dominant_color,
				image: { url: stored.url, width: image.width ?? null, height: image.height ?? null },
			});
			// Nobody but its creator sees a pin of the API Sandbox.
			if (environment === 'production') {
				const shown = [{ kind: 'image' as const, url: stored.url, alt: pin.altText ?? undefined }];
				timeline.add({ network: 'pinterest', account: account.name, kind: 'pin', text: textOf(pin), media: shown, url: addressOf(origin, pin.id) });
			}
			return described(pin, account.name);
		}, 201),
	);
	router.get(
		'/v5/pins/:pin',
		route<{ pin: string }>((req) => {
			const account = caller(req, 'boards:read', 'pins:read');
			const pin = pinterest.pinsOf(account.id, environment).find(({ id }) => id === req.params.pin);
			if (!pin) throw new PinterestError(404, 50, 'Pin not found.');
			return described(pin, account.name);
		}),
	);
}

/** The public page of a pin. */
export function pinPages(pinterest: Pinterest): Router {
	const router = Router();
	router.get('/pin/:pin/', (req, res) => {
		const pin = pinterest.pins.get(req.params.pin);
		if (pin?.environment !== 'production') {
			const text = 'There is no such pin in the sandbox; pins of the API Sandbox have no page.';
			res.status(404).type('html').send(postPage({ network: 'pinterest', account: 'Pinterest', text, media: [] }));
			return;
		}
		const account = seed.pinterest.accounts.find(({ id }) => id === pin.account)?.name ?? pin.account;
		const media = [{ kind: 'image' as const, url: pin.image.url, alt: pin.altText ?? undefined }];
		const at = new Date(pin.createdAt).toISOString();
		res.type('html').send(postPage({ network: 'pinterest', account, text: textOf(pin), media, at }));
	});
	return router;
}
