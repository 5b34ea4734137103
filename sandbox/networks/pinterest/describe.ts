import { figure } from '../meta/insights';
import type { Board, Image, Pin } from './model';
import type { Pinterest } from './state';

/** UTC, without saying so. */
export const timeOf = (time: number): string => new Date(time).toISOString().slice(0, 19);

const sizesOf = (image: Image) => ({ '1200x': { url: image.url, width: image.width, height: image.height } });

function mediaOf({ image, items, video }: Pin) {
	// Pinterest is still at work on it: size and length come later.
	if (video) return { media_type: 'video', images: sizesOf(image), cover_image_url: image.url, video_url: null, duration: null, width: null, height: null };
	if (!items) return { media_type: 'image', images: sizesOf(image) };
	return { media_type: 'multiple_images', items: items.map(({ title = null, description = null, link = null, ...one }) => ({ item_type: 'image', title, description, link, images: sizesOf(one) })) };
}

/** The last 90 days, and the whole life. https://developers.pinterest.com/docs/api/v5/pins-get */
function metricsOf({ id }: Pin) {
	const counted = { impression: figure(`${id} impression`, 900), save: figure(`${id} save`, 90), pin_click: figure(`${id} pin_click`, 90), clickthrough: figure(`${id} clickthrough`, 40) };
	return { '90d': counted, all_time: counted };
}

/** https://developers.pinterest.com/docs/api/v5/pins-get */
export const describePin = (pin: Pin, owner: string, withMetrics = false) => ({
	id: pin.id,
	created_at: timeOf(pin.createdAt),
	link: pin.link,
	title: pin.title,
	description: pin.description,
	alt_text: pin.altText,
	dominant_color: pin.dominantColor,
	board_id: pin.boardId,
	board_section_id: pin.sectionId ?? null,
	board_owner: { username: owner },
	media: mediaOf(pin),
	parent_pin_id: pin.parentPinId ?? null,
	is_owner: true,
	is_standard: true,
	creative_type: pin.items ? 'CAROUSEL' : 'REGULAR',
	has_been_promoted: false,
	pin_metrics: withMetrics ? metricsOf(pin) : null,
});

/** https://developers.pinterest.com/docs/api/v5/boards-get */
export function describeBoard(board: Board, owner: string, pinterest: Pinterest) {
	const pins = pinterest.pinsOf(board.account, board.environment).filter(({ boardId }) => boardId === board.id);
	return {
		id: board.id,
		name: board.name,
		description: board.description,
		privacy: board.privacy,
		is_ads_only: board.adsOnly,
		created_at: timeOf(board.createdAt),
		board_pins_modified_at: timeOf(pins[0]?.createdAt ?? board.createdAt),
		owner: { username: owner },
		media: { image_cover_url: pins[0]?.image.url ?? null, pin_thumbnail_urls: pins.slice(0, 4).map(({ image }) => image.url) },
		pin_count: pins.length,
		follower_count: 0,
		collaborator_count: 0,
	};
}
