import { Router } from 'express';
import { postPage } from '../page/post';
import { seed } from '../seed';
import type { Board, Pin } from './model';
import type { Account, Pinterest } from './state';

const addressOf = (origin: string, id: string): string => `${origin}/www.pinterest.com/pin/${id}/`;
export const textOf = ({ title, description }: Pin): string => [title, description].filter((text) => text).join('\n');

function mediaOf({ altText, image, items, video }: Pin) {
	const alt = altText ?? undefined;
	if (video) return [{ kind: 'video' as const, url: video.url, alt }];
	return (items ?? [image]).map(({ url }) => ({ kind: 'image' as const, url, alt }));
}

const kindOf = ({ items, parentPinId, video }: Pin) => (parentPinId ? 'saved pin' : video ? 'video pin' : items ? 'carousel pin' : 'pin');

/** Nobody but its creator sees a pin of the API Sandbox or of a secret board. */
export function show(pin: Pin, { privacy }: Board, { name: account }: Account, { world }: Pinterest): void {
	if (pin.environment !== 'production' || privacy === 'SECRET') return;
	pin.entry = world.timeline.add({ network: 'pinterest', account, kind: kindOf(pin), text: textOf(pin), media: mediaOf(pin), url: addressOf(world.origin, pin.id) });
}

export function hide({ entry }: Pin, { world }: Pinterest): void {
	if (entry !== undefined) world.timeline.remove(entry);
}

/** The public page of a pin. */
export function pinPages(pinterest: Pinterest): Router {
	const router = Router();
	router.get('/pin/:pin/', (req, res) => {
		const pin = pinterest.pins.get(req.params.pin);
		if (!pin || pin.entry === undefined) {
			const text = 'There is no such pin in the sandbox; pins of the API Sandbox and of secret boards have no page.';
			res.status(404).type('html').send(postPage({ network: 'pinterest', account: 'Pinterest', text, media: [] }));
			return;
		}
		const account = seed.pinterest.accounts.find(({ id }) => id === pin.account)?.name ?? pin.account;
		res.type('html').send(postPage({ network: 'pinterest', account, text: textOf(pin), media: mediaOf(pin), at: new Date(pin.createdAt).toISOString() }));
	});
	return router;
}
