import type { Api } from '../../../core/api';
import { PlatformError } from '../../../core/errors';
import type { Request } from '../../../core/request';
import { wait } from '../../../core/wait';
import { linkedin } from '../../../platforms/linkedin';
import { seen } from '../hidden';
import { encoded } from '../restli';

const { formats, processing } = linkedin;

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/videos-api#get-a-video */
export interface MediaStatus {
	status: 'WAITING_UPLOAD' | 'PROCESSING' | 'AVAILABLE' | 'PROCESSING_FAILED';
	processingFailureReason?: string;
}

const isKind = (kind: string): kind is keyof typeof formats => Object.hasOwn(formats, kind);
const kindOf = (urn: string) => urn.split(':')[2] ?? '';

const ask = (urn: string): Request => ({ url: `/rest/${kindOf(urn)}s/${encoded(urn)}` });

export const mediaStatus = async (api: Api, urn: string): Promise<MediaStatus> => await api.send<MediaStatus>(ask(urn));

function isAvailable(urn: string, { status, processingFailureReason: reason = '' }: MediaStatus): boolean {
	if (status !== 'PROCESSING_FAILED') return status === 'AVAILABLE';
	const kind = kindOf(urn);
	const taken = isKind(kind) ? formats[kind].taken : 'another format';
	throw new PlatformError({ verdict: 'fix-input', code: status, message: `LinkedIn could not process the ${kind}${reason ? `: ${reason}` : ''}.`, hint: `Nothing was published. Check the file against LinkedIn’s limits, or give it as ${taken}.` });
}

/** Whether what was uploaded may be posted; its `uploadedAt`, in ms since 1970, decides where it may not be looked at: a member’s permission alone shows no images and documents. */
export async function isReady(api: Api, urn: string, uploadedAt: number): Promise<boolean> {
	const status = await seen(mediaStatus(api, urn), () => undefined);
	return status ? isAvailable(urn, status) : Date.now() >= uploadedAt + processing.unseen;
}

/** Waits until all of them may be posted. */
export async function untilReady(api: Api, urns: readonly string[], atMost: number = processing.atMost): Promise<void> {
	const uploadedAt = Date.now();
	for (const urn of urns) {
		const processed = api.until<MediaStatus>(ask(urn), (status) => isAvailable(urn, status), { every: processing.every, atMost });
		await seen(processed, async () => await wait(uploadedAt + processing.unseen - Date.now()));
	}
}
