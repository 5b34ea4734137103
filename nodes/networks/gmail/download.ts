import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { fetchMessage, filesOf, ownAddress } from './fetch';
import { messageOf } from './read';

/** A message with its files in binary fields `attachment_0`, `attachment_1` and so on; they are fetched one after another. */
export async function downloadAttachments(api: Api, id: string, prefix: string): Promise<INodeExecutionData> {
	const message = await fetchMessage(api, id);
	const binary: Record<string, IBinaryData> = {};
	let count = 0;
	for await (const { fileName = `file-${count + 1}`, mime, content } of filesOf(api, message)) binary[`${prefix}${count++}`] = await api.keep(content, fileName, mime);
	return { json: { ...messageOf(message, await ownAddress(api)) }, binary };
}
