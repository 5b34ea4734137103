import type { IBinaryData, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import type { Api } from '../core/api';
import { orderedPool } from '../core/pool';
import { redact } from '../core/redact';
import type { Session } from '../core/session';
import { fetchMessage, filesOf } from '../networks/gmail/fetch';
import { messageOf } from '../networks/gmail/read';
import { gmail } from '../platforms/gmail';
import { fits, isGone } from './filter';
import type { Filter } from './filter';
import type { Happening } from './happening';
import { unlessMissing } from './missing';

/** A run of the trigger: what it calls with and how it starts. */
export interface Poll {
	context: IPollFunctions;
	session: Session;
	api: Api;
	filter: Filter;
	account: string;
}

export interface Reading {
	/** Absent where the message no longer is one to start on. */
	item?: INodeExecutionData;
	/** When Gmail took the message in, in ms. */
	at: number;
}

async function binariesOf({ context, api, filter }: Poll, message: Parameters<typeof filesOf>[1]): Promise<Record<string, IBinaryData>> {
	const binary: Record<string, IBinaryData> = {};
	let count = 0;
	for await (const { fileName = `file-${count + 1}`, mime, content } of filesOf(api, message)) binary[`${filter.prefix}${count++}`] = await context.helpers.prepareBinaryData(content, fileName, mime);
	return binary;
}

/** What is still to be started on, now that the message is here. A label may come to any message, and leave it. */
const stillFits = ({ event, isChecked }: Happening, filter: Filter, labels: readonly string[]) =>
	event === 'labelAdded' || isChecked ? filter.includeSpamTrash || !isGone(labels) : fits(filter, labels);

async function readingOf(poll: Poll, happening: Happening): Promise<Reading> {
	const { api, filter, session, account } = poll;
	const { event, id, added } = happening;
	const message = await fetchMessage(api, id);
	const at = Number(message.internalDate);
	if (!stillFits(happening, filter, message.labelIds ?? [])) return { at };
	const json = { event, ...(added && { addedLabels: added }), ...messageOf(message, account), ...(filter.raw && { raw: message }) };
	const binary = filter.attachments ? await binariesOf(poll, message) : {};
	return { item: { json: { ...redact(json, session.secrets) }, ...(Object.keys(binary).length > 0 && { binary }) }, at };
}

/** The readings in their order. One failure fails all, so that nothing is lost. */
export async function readAll(poll: Poll, happenings: readonly Happening[]): Promise<Reading[]> {
	const width = poll.filter.attachments ? 2 : gmail.concurrency.read;
	const readings = await orderedPool([...happenings.keys()], width, async (index) => {
		const happening = happenings[index];
		// Deleted between its being told and its being read, it is left out.
		return happening && (await unlessMissing(readingOf(poll, happening)));
	});
	return readings.filter((reading) => reading !== undefined);
}
