import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { ownerOf, storeOf } from '../core/journal/open';
import { networks } from '../networks';
import type { Choices } from '../networks/network';
import type { Taste } from './adapt';
import { usualTaste } from './adapt';
import { table } from './journal/entry';
import type { Wishes } from './plan';
import { PublicationJournal } from './journal/journal';
import { Sessions } from './sessions';
import type { Job } from './targets';
import { jobsOf } from './targets';

/** What the panel chooses, read once for all items, and what every task needs. */
export class Run {
	readonly sessions: Sessions;
	private readonly accounts: ReadonlyMap<string, string>;

	constructor(readonly context: IExecuteFunctions) {
		this.sessions = new Sessions(context, this.networks);
		this.accounts = new Map([...networks.keys()].map((name) => [name, this.text(`${name}Account`)]));
	}

	get networks(): string[] {
		const chosen = this.context.getNodeParameter('networks', 0, []);
		return Array.isArray(chosen) ? chosen.map(String) : [];
	}

	private text(name: string): string {
		const given: unknown = this.context.getNodeParameter(name, 0, '');
		// n8n takes the value out of a resource locator, but not out of a workflow selector.
		const value = typeof given === 'object' && given !== null && 'value' in given ? given.value : given;
		return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
	}

	options<T extends IDataObject>(otherwise: T, name = 'options'): T {
		const given = this.context.getNodeParameter(name, 0, {});
		return typeof given === 'object' ? { ...otherwise, ...given } : otherwise;
	}

	/** Undefined where texts are to stay as they are. */
	get taste(): Taste | undefined {
		if (this.context.getNodeParameter('adapt', 0, true) !== true) return undefined;
		return this.options<Taste & IDataObject>({ ...usualTaste }, 'taste');
	}

	get choices(): Choices {
		return this.options<Choices & IDataObject>({});
	}

	get wishes(): Wishes {
		return { taste: this.taste, choices: this.choices };
	}

	jobs(): Job[] {
		return this.contents().flatMap((json, index) => jobsOf(json, index, this.accounts, this.networks));
	}

	/** The contents as they are given: items, or the panel's fields for each item. */
	private contents(): IDataObject[] {
		const items = this.context.getInputData();
		if (this.context.getNodeParameter('contentSource', 0, 'items') !== 'fields') return items.map(({ json }) => json);
		const field = (name: string, index: number) => String(this.context.getNodeParameter(name, index, ''));
		return items.map((_, index) => ({ id: field('contentId', index), title: field('title', index), text: field('text', index), media: field('mediaUrls', index), link: field('link', index) }));
	}

	journal(): PublicationJournal {
		return new PublicationJournal(storeOf(this.context, table), ownerOf(this.context), this.context.getExecutionCancelSignal());
	}

	/** The panel as it stands, with expressions evaluated, for a workflow in which what they name does not exist. */
	resolved(): INodeParameters {
		const resolved: INodeParameters = {};
		for (const name of Object.keys(this.context.getNode().parameters)) Object.assign(resolved, { [name]: this.context.getNodeParameter(name, 0, '') });
		return resolved;
	}

	/** An output item, without the secrets of any connection. */
	async item(json: object, index: number): Promise<INodeExecutionData> {
		return { json: { ...(await this.sessions.clean(json)) }, pairedItem: { item: index } };
	}
}

/** One thing that the node does, for all input items. */
export type Task = (run: Run) => Promise<INodeExecutionData[]>;
