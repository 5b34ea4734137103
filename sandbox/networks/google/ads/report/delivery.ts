import { dayIn, plusDays, startOf, weekday, type Span } from '../dates';
import type { AdsStore, Resource } from '../store';
import { chance } from './chance';
import { keywordsOf, type Keyword } from './keywords';
import { lifeOf, type Life } from './lives';

/** One search for which an ad of the account was in the auction. One object is used for all of them. */
export interface Auction {
	day: string;
	hour: number;
	campaign: string;
	budget: string;
	adGroup: string;
	criterion: string;
	/** Empty when no ad was shown. */
	ad: string;
	adResource?: Resource;
	term: string;
	match: string;
	device: string;
	network: string;
	/** Seeds what else is to be decided. */
	draw: number;
	lost?: 'budget' | 'rank';
	clicks: number;
	/** Micros. */
	cost: number;
	conversions: number;
	allConversions: number;
	/** Hundredths of the currency's unit. */
	value: number;
	allValue: number;
	/** Resource name of the conversion action. */
	action: string;
}

const { floor, round, max, min } = Math;

/** Share of a day's searches until each hour: a florist's customers search in the morning and the evening. */
const byHour = [1, 1, 0, 0, 0, 1, 2, 4, 6, 7, 7, 6, 5, 5, 5, 5, 6, 7, 8, 8, 6, 4, 3, 3];
const until = byHour.reduce<number[]>((sums, share) => [...sums, (sums.at(-1) ?? 0) + share / 100], [0]);
const HOUR = 3_600_000;
/** 37 months. https://developers.google.com/google-ads/api/docs/deprecations */
const DAYS_KEPT = 1126;
const byDay: Record<string, number> = { MONDAY: 0.85, TUESDAY: 0.9, WEDNESDAY: 0.95, THURSDAY: 1, FRIDAY: 1.2, SATURDAY: 1.35, SUNDAY: 0.75 };

const amountOf = (value: unknown): number => (typeof value === 'string' ? Number(value) : Infinity);

/** Plays the days of the span, up to now, search by search; the same days always come out the same, and what changed in the account counts from when it changed. */
export function deliver(store: AdsStore, customer: string, span: Span | undefined, visit: (auction: Auction) => void): void {
	const account = store.account(customer);
	if (!account || account.test || account.manager) return;
	const keywords = keywordsOf(store, customer);
	const now = store.now();
	const today = dayIn(now, account.timeZone);
	const born = keywords.reduce((least, { campaign: { resource } }) => (String(resource.startDateTime ?? today) < least ? String(resource.startDateTime).slice(0, 10) : least), today);
	const from = [born, plusDays(today, -DAYS_KEPT), span?.[0] ?? ''].reduce((latest, day) => (day > latest ? day : latest));
	const to = span && span[1] < today ? span[1] : today;
	const actions = store.list(customer, 'conversionActions').filter(({ type, status }) => status === 'ENABLED' && (type === 'WEBPAGE' || type === 'AD_CALL'));
	const budgets = new Map(store.list(customer, 'campaignBudgets').map((budget) => [budget.resourceName, lifeOf(budget, store)]));
	const game: Game = { budgets, keywords, now, unit: account.unit, cents: account.unit >= 1_000_000 ? 100 : 1, main: actions.find(({ primaryForGoal }) => primaryForGoal), second: actions.find(({ primaryForGoal }) => !primaryForGoal) };
	for (let day = from; day <= to; day = plusDays(day, 1)) playDay(game, day, startOf(day, account.timeZone), visit);
}

interface Game {
	budgets: Map<string, Life>;
	keywords: Keyword[];
	now: number;
	unit: number;
	/** 100 where a price has no cents. */
	cents: number;
	main?: Resource;
	second?: Resource;
}

function playDay(game: Game, day: string, start: number, visit: (auction: Auction) => void): void {
	const number = floor(start / 86_400_000);
	const spent = new Map<string, number>();
	const season = byDay[weekday(day)] ?? 1;
	const running = game.keywords.filter(({ campaign: { resource } }) => day >= String(resource.startDateTime ?? day).slice(0, 10) && day <= String(resource.endDateTime ?? day).slice(0, 10));
	const searches = running.map(({ id, demand }) => round(demand * season * (0.7 + 0.6 * chance(id, number, 1))));
	for (let hour = 0; hour < 24; hour++) {
		for (const [index, keyword] of running.entries()) {
			const count = searches[index] ?? 0;
			const phase = chance(keyword.id, number, 2);
			const [before, after] = [floor(count * (until[hour] ?? 0) + phase), floor(count * (until[hour + 1] ?? 1) + phase)];
			for (let search = before; search < after; search++) {
				const time = start + hour * HOUR + ((search - before + 0.5) / (after - before)) * HOUR;
				if (time > game.now) return;
				const auction = auctionOf(game, keyword, number * 512 + search, time, spent);
				if (!auction) continue;
				auction.day = day;
				auction.hour = hour;
				visit(auction);
			}
		}
	}
}

/** What came of one search; undefined when the account took no part in it. */
function auctionOf(game: Game, keyword: Keyword, draw: number, time: number, spent: Map<string, number>): Auction | undefined {
	const { id, market } = keyword;
	const [campaign, adGroup, criterion] = [keyword.campaign.at(time), keyword.adGroup.at(time), keyword.life.at(time)];
	if (campaign?.status !== 'ENABLED' || adGroup?.status !== 'ENABLED' || criterion?.status !== 'ENABLED') return undefined;
	const ads = keyword.ads.filter((ad) => ad.enabledAt(time));
	const term = keyword.terms[floor(chance(id, draw, 3) ** 2 * keyword.terms.length)];
	if (!ads.length || !term || term.shut.some((negative) => negative.enabledAt(time))) return undefined;

	const amount = amountOf(game.budgets.get(String(campaign.campaignBudget))?.at(time)?.amountMicros);
	const bid = campaign.manualCpc ? Number(criterion.cpcBidMicros ?? adGroup.cpcBidMicros ?? 0) : market * 1.1;
	const used = spent.get(String(campaign.campaignBudget)) ?? 0;
	const price = max(game.unit, round((min(bid, market * 1.6) * (0.6 + 0.35 * chance(id, draw, 4))) / game.unit) * game.unit);
	const won = chance(id, draw, 5) < bid / (bid + market * 0.6);
	const lost = used + price > amount ? 'budget' : won ? undefined : 'rank';

	const deviceDraw = chance(id, draw, 6);
	const device = deviceDraw < 0.62 ? 'MOBILE' : deviceDraw < 0.94 ? 'DESKTOP' : 'TABLET';
	const partners = isOn(campaign.networkSettings, 'targetSearchNetwork') && chance(id, draw, 7) < 0.1;
	const auction: Auction = {
		day: '', hour: 0,
		campaign: campaign.resourceName, budget: String(campaign.campaignBudget), adGroup: adGroup.resourceName, criterion: criterion.resourceName,
		ad: '', term: term.text, match: term.match,
		device, network: partners ? 'SEARCH_PARTNERS' : 'SEARCH',
		draw, lost,
		clicks: 0, cost: 0, conversions: 0, allConversions: 0, value: 0, allValue: 0, action: '',
	}; // prettier-ignore
	if (lost) return auction;
	const ad = ads[floor(chance(id, draw, 8) * ads.length)];
	auction.adResource = ad?.resource;
	auction.ad = ad?.resource.resourceName ?? '';
	if (chance(id, draw, 9) < 0.05 + (id % 5) / 60) {
		auction.clicks = 1;
		auction.cost = price;
		spent.set(auction.budget, used + price);
		convert(game, auction, chance(id, draw, 10), chance(id, draw, 11));
	}
	return auction;
}

function convert({ main, second, cents }: Game, auction: Auction, luck: number, size: number): void {
	const value = round(((2900 + size * 5600) * (cents === 100 ? 100 : 1)) / cents) * cents;
	if (main && luck < 0.09) Object.assign(auction, { conversions: 1, allConversions: 1, value, allValue: value, action: main.resourceName });
	else if (second && luck < 0.13) Object.assign(auction, { allConversions: 1, action: second.resourceName });
}

const isOn = (settings: unknown, name: string): boolean => typeof settings === 'object' && settings !== null && Boolean(Reflect.get(settings, name));
