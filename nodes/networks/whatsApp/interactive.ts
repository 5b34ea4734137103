import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import type { MessageMedia } from '../../model/message';
import { whatsApp } from '../../platforms/whatsApp';
import { jsonIn, lengthWithin, needed, trimmed } from './lengths';
import { attach } from './media';
import type { Source } from './media';
import type { Draft } from './send';

const { buttons: buttonLimits, list: listLimits, interactive, flowButton, urlButton } = whatsApp.limits;

/** What stands around the buttons of every interactive message. */
export interface Frame extends Partial<Source> {
	phoneNumber: string;
	headerType?: 'document' | 'image' | 'none' | 'text' | 'video';
	headerText?: string;
	body: string;
	footer?: string;
}

async function headerOf(api: Api, { phoneNumber, headerType: kind = 'none', headerText, source = 'url', ...file }: Frame): Promise<{ header?: IDataObject; media: MessageMedia[] }> {
	if (kind === 'none') return { media: [] };
	if (kind === 'text') return { header: { type: kind, text: needed('Header Text', headerText, interactive.header) }, media: [] };
	const { reference, media } = await attach(api, phoneNumber, kind, { source, ...file });
	return { header: { type: kind, [kind]: reference }, media: [media] };
}

/** Everything is checked before a file of the header is uploaded. */
export async function interactiveDraft(api: Api, type: string, action: IDataObject, frame: Frame): Promise<Draft> {
	const text = needed('Body', frame.body, interactive.body);
	const footer = lengthWithin('Footer', frame.footer, interactive.footer);
	const { header, media } = await headerOf(api, frame);
	const content = { type, ...(header && { header }), body: { text }, ...(footer && { footer: { text: footer } }), action };
	return { type: 'interactive', content, kind: 'text', text, media };
}

function distinct(field: string, what: string, texts: string[]) {
	const twice = texts.find((text, index) => texts.indexOf(text) !== index);
	if (twice !== undefined) throw refused(field, `has the ${what} “${twice}” twice; WhatsApp wants each once.`, `Give each its own ${what}.`);
}

interface Button {
	title?: string;
	id?: string;
}

/** Up to three buttons. One without an ID has its title as ID: that is what the answer then carries. */
export function buttonsAction(buttons: Button[] = []): IDataObject {
	const { most, title: longest, id: longestId } = buttonLimits;
	if (buttons.length < 1 || buttons.length > most) throw refused('Buttons', `has ${buttons.length}; WhatsApp takes 1 to ${most}.`, buttons.length === 0 ? 'Add a button.' : 'Send a list instead.');
	const replies = buttons.map(({ title, id }, index) => {
		const text = needed(`Title, button ${index + 1}`, title, longest);
		return { id: lengthWithin(`Button ID, button ${index + 1}`, trimmed(id), longestId) ?? text, title: text };
	});
	distinct('Buttons', 'title', replies.map(({ title }) => title));
	distinct('Buttons', 'button ID', replies.map(({ id }) => id));
	return { buttons: replies.map((reply) => ({ type: 'reply', reply })) };
}

interface Section {
	title?: string;
	rows?: { row?: { title?: string; description?: string; id?: string }[] };
}

/** Lists have no other header than a text. */
export const withTextHeader = (frame: Frame): Frame => ({ ...frame, headerType: frame.headerText ? 'text' : 'none' });

/** Up to ten rows in all. A row without an ID has its title as ID. */
export function listAction({ buttonText: button, sections: { section: sections = [] } }: { buttonText: string; sections: { section?: Section[] } }): IDataObject {
	const count = sections.reduce((sum, { rows }) => sum + (rows?.row?.length ?? 0), 0);
	if (count < 1 || count > listLimits.rows) throw refused('Sections', `has ${count} rows in all; WhatsApp takes 1 to ${listLimits.rows}.`, count === 0 ? 'Add a section with a row.' : 'Leave some out, or send two lists.');
	const several = sections.length > 1;
	const made = sections.map(({ title, rows }, at) => {
		const where = `section ${at + 1}`;
		if (!rows?.row?.length) throw refused('Sections', `${where} has no row.`, 'Add a row, or take the section out.');
		const heading = several ? needed(`Title, ${where}`, title, listLimits.sectionTitle) : lengthWithin(`Title, ${where}`, title, listLimits.sectionTitle);
		const lines = rows.row.map((row, index) => {
			const place = `row ${index + 1} of ${where}`;
			const text = needed(`Title, ${place}`, row.title, listLimits.title);
			const description = lengthWithin(`Description, ${place}`, row.description, listLimits.description);
			return { id: lengthWithin(`Row ID, ${place}`, trimmed(row.id), listLimits.id) ?? text, title: text, ...(description && { description }) };
		});
		return { ...(heading && { title: heading }), rows: lines };
	});
	distinct('Sections', 'row ID', made.flatMap(({ rows }) => rows.map(({ id }) => id)));
	return { button: needed('Button Text', button, listLimits.button), sections: made };
}

/** One button that opens a web page. */
export function urlAction(displayText: string, written: string): IDataObject {
	const url = written.trim();
	if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw refused('URL', `“${url.slice(0, 80)}” is not a web address.`, 'Give an address that begins with https://.');
	return { name: 'cta_url', parameters: { display_text: needed('Button Text', displayText, urlButton), url } };
}

interface Flow {
	flowBy: 'id' | 'name';
	flow: string;
	buttonText: string;
	flowAction: 'data_exchange' | 'navigate';
	screen?: string;
	flowOptions: { data?: unknown; draft?: boolean; flowToken?: string };
}

const isFilled = (value: object): value is IDataObject => !Array.isArray(value) && Object.keys(value).length > 0;

/** A form that opens inside WhatsApp. https://developers.facebook.com/docs/whatsapp/flows/guides/sendingaflow */
export function flowAction({ flowBy, flow, buttonText, flowAction: flow_action, screen, flowOptions: { data, draft, flowToken } }: Flow): IDataObject {
	const isSet = data !== undefined && data !== '' && data !== '{}';
	const payload = { ...(screen?.trim() && { screen: screen.trim() }), ...(isSet && { data: jsonIn('Data', data, isFilled, 'an object such as {"order": "42"}') }) };
	if (flow_action === 'navigate' && !payload.screen) throw refused('Screen', 'is empty.', 'Give the ID of the first screen of the flow, or let the flow ask your endpoint.');
	const parameters = {
		...{ flow_message_version: '3', [flowBy === 'id' ? 'flow_id' : 'flow_name']: needed('Flow', flow, 200).trim(), flow_cta: needed('Button Text', buttonText, flowButton), flow_action },
		...(trimmed(flowToken) && { flow_token: trimmed(flowToken) }),
		...(draft && { mode: 'draft' }),
		...(flow_action === 'navigate' && { flow_action_payload: payload }),
	};
	return { name: 'flow', parameters };
}
