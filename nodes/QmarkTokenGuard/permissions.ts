import type { Operation } from '../core/operation';
import { operations as facebook } from '../QmarkFacebook/operations';
import { operations as gmail } from '../QmarkGmail/operations';
import { operations as googleAds } from '../QmarkGoogleAds/operations';
import { operations as instagram } from '../QmarkInstagram/operations';
import { operations as metaAds } from '../QmarkMetaAds/operations';
import { operations as messenger } from '../QmarkMessenger/operations';
import { operations as metaConversions } from '../QmarkMetaConversions/operations';
import { operations as telegram } from '../QmarkTelegram/operations';
import { operations as threads } from '../QmarkThreads/operations';
import { operations as linkedIn } from '../QmarkLinkedIn/operations';
import { operations as pinterest } from '../QmarkPinterest/operations';
import { operations as tikTok } from '../QmarkTikTok/operations';
import { operations as youTube } from '../QmarkYouTube/operations';
import { operations as whatsApp } from '../QmarkWhatsApp/operations';
import { enabledNodes } from './workflow';
import type { Workflow, WorkflowNode } from './workflow';

/** Node type without the package’s name → its operations. */
const tables: Readonly<Record<string, readonly Operation[]>> = {
	...{ qmarkFacebook: facebook, qmarkGmail: gmail, qmarkGoogleAds: googleAds, qmarkInstagram: instagram, qmarkMessenger: messenger, qmarkMetaAds: metaAds },
	...{ qmarkMetaConversions: metaConversions, qmarkTelegram: telegram, qmarkThreads: threads, qmarkWhatsApp: whatsApp },
	...{ qmarkLinkedIn: linkedIn, qmarkPinterest: pinterest, qmarkTikTok: tikTok, qmarkYouTube: youTube },
};

/** Permissions that this node’s operation needs; undefined for a node that is none of QMARK’s. */
export function scopesOf({ type, parameters }: WorkflowNode): readonly string[] | undefined {
	const operations = tables[type.split('.').at(-1)?.replace(/Tool$/, '') ?? ''];
	const found = operations?.find(({ resource, operation }) => resource === parameters.resource && operation === parameters.operation);
	return operations && (found?.scopes ?? []);
}

/** What all workflows together need of one credential. */
export function scopesInUse(credentialId: string, workflows: readonly Workflow[]): string[] {
	const users = workflows
		.filter(({ isArchived }) => !isArchived)
		.flatMap(enabledNodes)
		.filter(({ credentials = {} }) => Object.values(credentials).some(({ id }) => id === credentialId));
	return [...new Set(users.flatMap((node) => scopesOf(node) ?? []))];
}
