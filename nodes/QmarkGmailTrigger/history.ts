import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1';
import type { Api } from '../core/api';
import { at } from '../networks/gmail/paths';
import { gmail } from '../platforms/gmail';
import { fits } from './filter';
import type { Filter } from './filter';
import { newMessage } from './happening';
import type { Happening } from './happening';
import { unlessMissing } from './missing';

type Record = gmail_v1.Schema$History;

/** So many messages are read in one poll, which keeps it well inside a minute’s quota; the rest comes in the next. */
export const MOST = 200;

/** Happenings, and up to where the history is done with them. */
export interface Told {
	happenings: Happening[];
	historyId: string;
	/** More came, which is for the next poll. */
	isPart?: true;
	/** They are those that the search finds. */
	isSearched?: true;
}

const types = { newMessage: 'messageAdded', labelAdded: 'labelAdded' } as const;

function happeningsIn({ id: record, messagesAdded = [], labelsAdded = [] }: Record, filter: Filter): Happening[] {
	const arrived = messagesAdded.flatMap(({ message }) => (message?.id && (!message.labelIds || fits(filter, message.labelIds)) ? [newMessage(message.id, message.labelIds ? true : undefined)] : []));
	const labelled = labelsAdded.flatMap(({ message, labelIds }): Happening[] => {
		const added = (labelIds ?? []).filter((label) => filter.addedLabelIds.includes(label));
		return message?.id && added.length > 0 ? [{ event: 'labelAdded', id: message.id, key: `${record}/${message.id}`, added }] : [];
	});
	return [...(filter.events.includes('newMessage') ? arrived : []), ...labelled];
}

/**
 * What happened after `from`, in order, at most `MOST` and whole records; undefined when that is too long ago for Gmail.
 * It goes on from what the first page says: what came while further pages were read is told again, and known by its key.
 * https://developers.google.com/workspace/gmail/api/guides/sync
 */
export async function historyAfter(api: Api, from: string, filter: Filter, isKnown: (key: string) => boolean): Promise<Told | undefined> {
	const found = new Map<string, Happening>();
	// A repeated parameter, which is why it stands in the URL.
	const url = `${at('history')}?${filter.events.map((event) => `historyTypes=${types[event]}`).join('&')}`;
	let end: string | undefined;
	let pageToken: string | undefined;
	do {
		const qs = { startHistoryId: from, maxResults: gmail.limits.page, ...(pageToken && { pageToken }) };
		const page: gmail_v1.Schema$ListHistoryResponse | undefined = await unlessMissing(api.send({ url, qs }));
		if (!page) return undefined;
		end ??= page.historyId ?? from;
		for (const record of page.history ?? []) {
			for (const happening of happeningsIn(record, filter)) if (!isKnown(happening.key)) found.set(happening.key, happening);
			if (found.size >= MOST) return { happenings: [...found.values()], historyId: record.id ?? from, isPart: true };
		}
		pageToken = page.nextPageToken ?? undefined;
	} while (pageToken);
	return { happenings: [...found.values()], historyId: end };
}
