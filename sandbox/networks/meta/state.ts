import { seed } from '../seed';
import type { World } from '../world';
import { seedAccounts } from './ads/seed';
import { seedDatasets } from './conversions/datasets';
import { seedForms } from './leads/leads';
import { Agenda } from './agenda';
import { Callbacks } from './callbacks';
import { InstagramLogin } from './instagramLogin/login';
import { discoveryNodes } from './discovery/seed';
import { messagingNodes } from './messaging/threads';
import type { GraphNode, IgUser, Page, WhatsAppMessage } from './model';
import { defaults, type Settings } from './settings';
import { Tokens } from './tokens';
import { Usage } from './usage';
import { Webhooks } from './webhooks/webhooks';
import { seedTemplates } from './whatsapp/seed';
import { WhatsAppState } from './whatsapp/state';

const graphVersion = 'v25.0';

/** First digits of made-up ids, long enough to be beyond what a JavaScript number holds, as Meta's are. */
const idPrefix = {
	post: '1221',
	photo: '1222',
	video: '1223',
	comment: '1224',
	container: '1788',
	igMedia: '1790',
	igComment: '1785',
	upload: '1229',
	whatsAppMedia: '1226',
	whatsAppTemplate: '1594',
	campaign: '1201',
	adSet: '1202',
	ad: '1203',
	adCreative: '1204',
	adVideo: '1205',
	audience: '1206',
	rule: '1207',
	lead: '1208',
	adReportRun: '6023',
	thread: '1220',
	messageFile: '1228',
};

function seedNodes(): GraphNode[] {
	const { appId, user, otherUser, systemUser, page, secondPage, instagram, whatsapp } = seed.meta;
	const florist = { id: '2250', name: 'Florist' };
	return [
		{ type: 'Application', id: appId, name: 'QMARK sandbox app' },
		{ type: 'User', ...user },
		{ type: 'User', ...otherUser },
		{ type: 'User', ...systemUser },
		{ type: 'WhatsAppBusinessAccount', id: whatsapp.businessAccountId, name: whatsapp.name },
		{
			type: 'WhatsAppBusinessPhoneNumber',
			id: whatsapp.phoneNumberId,
			businessId: whatsapp.businessAccountId,
			number: whatsapp.number,
			name: whatsapp.name,
		},
		{ type: 'Page', ...page, category: florist, about: 'Fleurs de saison, Nantes', followers: 2481, instagramId: instagram.id },
		{ type: 'Page', ...secondPage, category: { id: '1700', name: 'Event Planner' }, about: 'Mariages et réceptions', followers: 312 },
		...seedAccounts(),
		...messagingNodes(),
		...seedTemplates(),
		{ type: 'IGUser', ...instagram, pageId: page.id, biography: 'Fleurs de saison, Nantes', followers: 5120 },
	];
}

/** Everything the fake Meta holds, for all its hosts. */
export class Meta {
	settings: Settings = { ...defaults };
	readonly agenda: Agenda;
	tokens: Tokens;
	usage: Usage;
	callbacks: Callbacks;
	readonly webhooks: Webhooks;
	readonly instagramLogin: InstagramLogin;
	readonly whatsapp: WhatsAppState;
	/** Oldest first. */
	messages: WhatsAppMessage[] = [];
	readonly nodes = new Map<string, GraphNode>();
	/** Ids given out so far. */
	issued = 0;

	constructor(readonly world: World) {
		this.callbacks = new Callbacks(world, seed.meta.appSecret);
		this.webhooks = new Webhooks(world, seed.meta.appSecret);
		this.instagramLogin = new InstagramLogin(world);
		this.whatsapp = new WhatsAppState(world.clock);
		this.agenda = new Agenda(world.clock, () => world.changed());
		this.tokens = new Tokens(world.clock, this.settings);
		this.usage = new Usage(world.clock, this.settings);
		for (const node of [...seedNodes(), ...seedDatasets(this.now), ...seedForms(this.now), ...discoveryNodes(this.now)]) this.nodes.set(node.id, node);
	}

	reset(): void {
		this.agenda.clear();
		this.settings = { ...defaults };
		this.tokens = new Tokens(this.world.clock, this.settings);
		this.usage = new Usage(this.world.clock, this.settings);
		this.callbacks = new Callbacks(this.world, seed.meta.appSecret);
		this.instagramLogin.reset();
		this.webhooks.reset();
		this.whatsapp.reset();
		this.messages = [];
		this.nodes.clear();
		this.issued = 0;
		for (const node of [...seedNodes(), ...seedDatasets(this.now), ...seedForms(this.now), ...discoveryNodes(this.now)]) this.nodes.set(node.id, node);
	}

	get now(): number {
		return this.world.clock.now();
	}

	/** A decimal string of 18 digits; ids of one kind rise with time. */
	newId(kind: keyof typeof idPrefix): string {
		this.issued += 1;
		return `${idPrefix[kind]}${String(this.issued).padStart(14, '0')}`;
	}

	keep<T extends GraphNode>(node: T): T {
		this.nodes.set(node.id, node);
		return node;
	}

	/** The node of that type and id, or undefined. */
	find<T extends GraphNode['type']>(type: T, id: string | undefined): Extract<GraphNode, { type: T }> | undefined {
		const node = id === undefined ? undefined : this.nodes.get(id);
		return node && isOfType(node, type) ? node : undefined;
	}

	/** All nodes of a type, oldest first. */
	all<T extends GraphNode['type']>(type: T): Extract<GraphNode, { type: T }>[] {
		const found: Extract<GraphNode, { type: T }>[] = [];
		for (const node of this.nodes.values()) {
			if (isOfType(node, type)) found.push(node);
		}
		return found;
	}

	page(id: string): Page {
		const page = this.find('Page', id);
		if (!page) throw new Error(`The sandbox lost page ${id}.`);
		return page;
	}

	igUser(id: string): IgUser {
		const account = this.find('IGUser', id);
		if (!account) throw new Error(`The sandbox lost Instagram account ${id}.`);
		return account;
	}

	/** Where a client of the sandbox reaches one of Meta's hosts. */
	url(host: string, path: string): string {
		return `${this.world.origin}/${host}${path}`;
	}

	graphUrl(path: string, version = graphVersion, host = 'graph.facebook.com'): string {
		return this.url(host, `/${version}${path}`);
	}
}

function isOfType<T extends GraphNode['type']>(node: GraphNode, type: T): node is Extract<GraphNode, { type: T }> {
	return node.type === type;
}

/** `2026-01-02T18:31:28+0000`, as nodes carry their times. */
export const graphTime = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, '+0000');
