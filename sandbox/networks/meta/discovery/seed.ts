import { createHash } from 'node:crypto';
import { seed } from '../../seed';
import type { DiscoveryNode, IgPublicComment, IgPublicMedia, IgStranger } from './model';

const hour = 3_600_000;

/** What tests may name. */
export const discoverySeed = {
	/** A professional account with posts of every hour of the last days, under #fleurs and #nantes. */
	neighbour: { id: '17841400000000201', username: 'nantes.centre', name: 'Nantes Centre', posts: 61 },
	supplier: { id: '17841400000000202', username: 'lyon_fleurs', name: 'Lyon Fleurs' },
	/** The neighbour's post that names the florist in its caption. */
	mentioningMedia: '179100000000000901',
	/** The supplier's picture on which the florist is tagged. */
	taggedMedia: '179100000000000902',
	/** A customer's comment on the neighbour's newest post that names the florist. */
	mentioningComment: '178590000000000901',
	commentedMedia: '179100000000000001',
	/** Instagram answers as if nobody used it. */
	sensitiveHashtag: 'interdit',
} as const;

const { neighbour, supplier } = discoverySeed;

export const shortcodeOf = (id: string): string => createHash('sha256').update(id).digest('base64url').slice(0, 11);

const stranger = (one: Pick<IgStranger, 'id' | 'username' | 'name'>, more: Partial<IgStranger> = {}): IgStranger => ({
	...{ type: 'IGStranger', professional: true, biography: '', followers: 800, follows: 120 },
	...{ id: one.id, username: one.username, name: one.name, ...more },
});

const post = (id: string, ownerId: string, caption: string, createdAt: number, more: Partial<IgPublicMedia> = {}): IgPublicMedia => ({
	...{ type: 'IGPublicMedia', id, ownerId, shortcode: shortcodeOf(id), caption, product: 'FEED', sample: 'vitrine-automne.jpg' },
	...{ tagged: [], likes: 0, liked: false, createdAt, ...more },
});

/** The strangers and their posts, dated back from `now`. */
export function discoveryNodes(now: number): DiscoveryNode[] {
	const florist = seed.meta.instagram;
	const hourly = Array.from({ length: neighbour.posts - 1 }, (_, index) =>
		post(`1791${String(index + 1).padStart(14, '0')}`, neighbour.id, `Marché aux fleurs, étal ${index + 1} #fleurs #nantes`, now - (index + 1) * hour, {
			likes: (index * 37) % 200,
		}),
	);
	const comment: IgPublicComment = {
		...{ type: 'IGPublicComment', id: discoverySeed.mentioningComment, mediaId: discoverySeed.commentedMedia, liked: false },
		...{ text: `@${florist.username} c’est chez vous ?`, username: seed.meta.customer.username, createdAt: now - hour / 2 },
	};
	return [
		stranger(neighbour, { biography: 'Le cœur de Nantes', website: 'https://nantes-centre.example', followers: 15_320 }),
		stranger(supplier, { followers: 960 }),
		stranger({ id: '17841400000000203', username: seed.meta.customer.username, name: seed.meta.customer.name }, { professional: false }),
		...hourly,
		post(discoverySeed.mentioningMedia, neighbour.id, `Le bouquet de @${florist.username} #nantes`, now - 70 * hour, { likes: 41 }),
		post(discoverySeed.taggedMedia, supplier.id, 'Nos clients', now - 80 * hour, { tagged: [florist.id], sample: 'bouquet-camelia.jpg' }),
		comment,
	];
}
