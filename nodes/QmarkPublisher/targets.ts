import type { IDataObject } from 'n8n-workflow';
import type { Content } from '../model/content';
import type { Unreadable } from '../model/readContent';
import { readContent } from '../model/readContent';
import { networks } from '../networks';
import type { Network } from '../networks/network';
import type { Found } from './finding';
import { listed } from './finding';
import { keyOf } from './journal/entry';

/** One content for one account. */
export interface Job {
	/** The input item that it came with. */
	index: number;
	content: Content;
	/** As the content names it; `network` is undefined where QMARK has none of that name. */
	named: string;
	network?: Network;
	account: string;
	key: string;
	/** What is wrong before any network's rules are looked at. */
	found: Found[];
}

const asFound = ({ field, message, fix }: Unreadable): Found => ({ severity: 'error', field, rule: 'unreadable', message, fix });

function unknownNetwork(name: string): Found {
	const known = [...networks.keys()];
	return { severity: 'error', field: 'targets', rule: 'network', message: `“${name}” is no network that QMARK publishes on.`, limit: known.join(', '), found: name, fix: `Name one of ${listed(known)}.` };
}

const noAccount = (network: Network): Found => ({
	severity: 'error',
	field: 'targets',
	rule: 'account',
	message: `No account of ${network.platform.name} is named.`,
	fix: `Give the target an account, or choose ${network.platform.name}’s account in the node.`,
});

/** The content inside an item: in its field `content`, or the item itself. */
export const contentIn = (json: IDataObject): IDataObject => {
	const { content } = json;
	return typeof content === 'object' && content !== null && !Array.isArray(content) && !(content instanceof Date) && 'id' in content ? { ...content } : json;
};

/** A job for each target of a content. `accounts`: the node's own, by network. Targets named twice count once. */
export function jobsOf(json: IDataObject, index: number, accounts: ReadonlyMap<string, string>, otherwise: readonly string[]): Job[] {
	const { content, unreadable } = readContent(contentIn(json));
	const targets = content.targets.length > 0 ? content.targets : otherwise.map((network) => ({ network, account: undefined }));
	const jobs = new Map<string, Job>();
	for (const { network: named, account: given } of targets) {
		const network = networks.get(named);
		const chosen = given ?? accounts.get(named) ?? '';
		const account = chosen === '' ? '' : (network?.normal?.(chosen) ?? chosen);
		const found = unreadable.map(asFound);
		if (!network) found.push(unknownNetwork(named));
		else if (account === '') found.push(noAccount(network));
		const key = keyOf({ network: named, account, contentId: content.id, slot: content.slot ?? '' });
		jobs.set(key, jobs.get(key) ?? { index, content, named, network, account, key, found });
	}
	if (jobs.size > 0) return [...jobs.values()];
	const found: Found[] = [...unreadable.map(asFound), { severity: 'error', field: 'targets', rule: 'network', message: 'The content names no network.', fix: 'Name networks in the content’s `targets`, or tick them in the node.' }];
	return [{ index, content, named: '', account: '', key: keyOf({ network: '', account: '', contentId: content.id, slot: '' }), found }];
}
