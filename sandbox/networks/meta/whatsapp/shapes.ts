import { invalidMessage } from './errors';
import { anything, either, flag, isRecord, list, number, object, oneOf, oneShape, optional, text, webAddress } from './shape';
import type { Fields, Rule } from './shape';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#supported-media-types */
const file = (more: Record<string, ReturnType<typeof optional>> = {}) => object({ id: optional(text()), link: optional(webAddress), ...more }, either('id', 'link'));
const caption = { caption: optional(text(1024, 0)) };
const document = file({ ...caption, filename: optional(text(240)) });

/** Texts that people tap must differ from one another. */
const distinct = (read: (item: unknown) => unknown, rule: Rule): Rule => (value, place) => {
	rule(value, place);
	const texts = Array.isArray(value) ? value.map(read) : [];
	if (new Set(texts).size < texts.length) throw invalidMessage(`Param ${place} must not hold the same ID or title twice.`);
};
const within = (...path: string[]) => (value: unknown): unknown => path.reduce((inner, name) => (isRecord(inner) ? inner[name] : undefined), value);

const header = oneShape('type', {
	text: object({ type: oneOf('text'), text: text(60) }),
	image: object({ type: oneOf('image'), image: file() }),
	video: object({ type: oneOf('video'), video: file() }),
	document: object({ type: oneOf('document'), document: file({ filename: optional(text(240)) }) }),
});
const frame = { header: optional(header), body: object({ text: text(1024) }), footer: optional(object({ text: text(60) })) };
const textFrame = { ...frame, header: optional(object({ type: oneOf('text'), text: text(60) })) };

const reply = object({ type: oneOf('reply'), reply: object({ id: text(256), title: text(20) }) });
const buttons = distinct(within('reply', 'id'), distinct(within('reply', 'title'), list(reply, 1, 3)));
const row = object({ id: text(200), title: text(24), description: optional(text(72, 0)) });

/** Ten rows in all; sections need titles where there are several. */
function sectionsAsOne({ sections }: Fields, place: string): void {
	const all = Array.isArray(sections) ? sections.filter(isRecord) : [];
	const rows = all.flatMap((section) => (Array.isArray(section.rows) ? section.rows : []));
	if (rows.length > 10) throw invalidMessage(`Param ${place}['sections'] must hold at most 10 rows in all.`);
	if (new Set(rows.map(within('id'))).size < rows.length) throw invalidMessage(`Param ${place}['sections'] must not hold the same row ID twice.`);
	if (all.length > 1 && all.some((section) => section.title === undefined)) throw invalidMessage(`Sections of ${place} need a title where there are several.`);
}

const flow = object(
	{
		...{ flow_message_version: oneOf('3'), flow_id: optional(text()), flow_name: optional(text()), flow_cta: text(30), flow_token: optional(text()) },
		...{ mode: optional(oneOf('draft', 'published')), flow_action: optional(oneOf('navigate', 'data_exchange')) },
		flow_action_payload: optional(object({ screen: optional(text()), data: optional(anything) })),
	},
	either('flow_id', 'flow_name'),
);

const interactive = oneShape('type', {
	button: object({ ...frame, type: oneOf('button'), action: object({ buttons }) }),
	list: object({
		...textFrame,
		type: oneOf('list'),
		action: object({ button: text(20), sections: list(object({ title: optional(text(24)), rows: list(row, 1, 10) }), 1, 10) }, sectionsAsOne),
	}),
	cta_url: object({
		...frame,
		type: oneOf('cta_url'),
		action: object({ name: oneOf('cta_url'), parameters: object({ display_text: text(20), url: webAddress }) }),
	}),
	flow: object({ ...frame, type: oneOf('flow'), action: object({ name: oneOf('flow'), parameters: flow }) }),
});

const place = optional(oneOf('HOME', 'WORK'));
const contact = object({
	name: object(
		{ formatted_name: text(), ...Object.fromEntries(['first_name', 'last_name', 'middle_name', 'prefix', 'suffix'].map((name) => [name, optional(text())])) },
		(name, where) => {
			if (Object.keys(name).length < 2) throw invalidMessage(`Param ${where} needs formatted_name and at least one other part of the name.`);
		},
	),
	phones: optional(list(object({ phone: text(), type: optional(oneOf('CELL', 'MAIN', 'IPHONE', 'HOME', 'WORK')), wa_id: optional(text()) }), 1, 20)),
	emails: optional(list(object({ email: text(), type: place }), 1, 20)),
	urls: optional(list(object({ url: text(), type: place }), 1, 20)),
	addresses: optional(
		list(object({ type: place, ...Object.fromEntries(['street', 'city', 'state', 'zip', 'country', 'country_code'].map((name) => [name, optional(text())])) }), 1, 20),
	),
	org: optional(object({ company: optional(text()), department: optional(text()), title: optional(text()) })),
	birthday: optional((value, where) => {
		if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) throw invalidMessage(`Param ${where} must be a date as in 2012-08-18.`);
	}),
});

/** Of a template message: whether it fits its template is another question, see templateMessage.ts. */
const currency = object({ fallback_value: text(), code: text(3, 3), amount_1000: number(-1e15, 1e15) });
const parameterName = { parameter_name: optional(text()) };
const parameter = oneShape('type', {
	text: object({ type: oneOf('text'), text: text(1024), ...parameterName }),
	currency: object({ type: oneOf('currency'), currency, ...parameterName }),
	date_time: object({ type: oneOf('date_time'), date_time: object({ fallback_value: text() }), ...parameterName }),
	image: object({ type: oneOf('image'), image: file() }),
	video: object({ type: oneOf('video'), video: file() }),
	document: object({ type: oneOf('document'), document: file({ filename: optional(text(240)) }) }),
	location: object({ type: oneOf('location'), location: object({ latitude: number(-90, 90), longitude: number(-180, 180), name: text(), address: text() }) }),
});
const ofButton = (...names: string[]) => list(oneShape('type', Object.fromEntries(names.map((name) => [name, buttonParameters[name] ?? anything]))), 1, 1);
const buttonParameters: Record<string, Rule> = {
	payload: object({ type: oneOf('payload'), payload: text(256) }),
	text: object({ type: oneOf('text'), text: text(2000) }),
	coupon_code: object({ type: oneOf('coupon_code'), coupon_code: text(20) }),
	action: object({
		type: oneOf('action'),
		action: object({ flow_token: optional(text()), flow_action_data: optional(anything), thumbnail_product_retailer_id: optional(text()) }),
	}),
};
const button = (sub: string, parameters: string) => object({ type: oneOf('button'), sub_type: oneOf(sub), index: number(0, 9), parameters: ofButton(parameters) });
const component = oneShape('type', {
	header: object({ type: oneOf('header'), parameters: list(parameter, 1, 1) }),
	body: object({ type: oneOf('body'), parameters: list(parameter, 1, 100) }),
	button: oneShape('sub_type', {
		quick_reply: button('quick_reply', 'payload'),
		url: button('url', 'text'),
		copy_code: button('copy_code', 'coupon_code'),
		flow: button('flow', 'action'),
		catalog: button('catalog', 'action'),
	}),
});

/** Every kind of message, with the shape of the parameter of the same name. https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages */
export const shapes = {
	text: object({ body: text(4096), preview_url: optional(flag) }),
	image: file(caption),
	video: file(caption),
	audio: file(),
	document,
	sticker: file(),
	location: object({ latitude: number(-90, 90), longitude: number(-180, 180), name: optional(text()), address: optional(text()) }),
	contacts: list(contact, 1, 5),
	interactive,
	template: object({
		name: text(512),
		language: object({ code: text(), policy: optional(oneOf('deterministic')) }),
		components: optional(list(component, 0, 20)),
	}),
	reaction: object({ message_id: text(), emoji: text(Infinity, 0) }),
} as const satisfies Record<string, Rule>;

export type Kind = keyof typeof shapes;
export const isKind = (name: string): name is Kind => Object.hasOwn(shapes, name);
export const kinds = Object.keys(shapes).filter(isKind);
