import type { IDataObject } from 'n8n-workflow';
import { removalReasons } from '../../platforms/tiktokEvents';
import type { Told } from '../delivery/signed';

/** `publish_id` → `publishId` */
const plainName = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** IDs are texts, whichever way TikTok writes them. */
const plainValue = (name: string, value: unknown): unknown => (/(^|_)id$/.test(name) && typeof value === 'number' ? String(value) : value);

/** `authorization.removed` tells its reason by a number. */
const reasonOf = ({ reason }: Told['content']): IDataObject => (typeof reason === 'number' ? { reason: removalReasons[reason] ?? String(reason), reasonCode: reason } : {});

/** What happened, as it starts a workflow. Fields of times to come are there too, under names of the same kind. */
export function itemOf({ event, time, account, content, raw }: Told): IDataObject {
	const fields = Object.fromEntries(Object.entries(content).map(([name, value]) => [plainName(name), plainValue(name, value)]));
	return Object.assign({ event }, fields, reasonOf(content), { event, provider: 'tiktok', ...(account !== '' && { account }), at: new Date(time * 1000).toISOString(), raw });
}
