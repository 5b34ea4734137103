import type { Resource } from './store';

/** What resources are looked up by; undefined for those that are not. */
export type KeyOf = (resource: Resource) => string | undefined;

/** The resources of one account and collection, by name, and by whatever they are looked up by: bulk changes must not look at all of them each time. */
export class Table {
	private readonly byName = new Map<string, Resource>();
	private readonly indexes = new Map<KeyOf, Map<string, Set<string>>>();

	get = (resourceName: string): Resource | undefined => this.byName.get(resourceName);
	values = (): IterableIterator<Resource> => this.byName.values();

	set(resource: Resource): void {
		this.index(this.byName.get(resource.resourceName), false);
		this.byName.set(resource.resourceName, resource);
		this.index(resource, true);
	}

	delete(resourceName: string): void {
		this.index(this.byName.get(resourceName), false);
		this.byName.delete(resourceName);
	}

	having(keyOf: KeyOf, key: string | undefined): Resource[] {
		if (key === undefined) return [];
		let index = this.indexes.get(keyOf);
		if (!index) {
			index = new Map();
			this.indexes.set(keyOf, index);
			for (const resource of this.byName.values()) note(index, keyOf(resource), resource.resourceName, true);
		}
		return [...(index.get(key) ?? [])].flatMap((name) => this.byName.get(name) ?? []);
	}

	private index(resource: Resource | undefined, present: boolean): void {
		if (resource) for (const [keyOf, index] of this.indexes) note(index, keyOf(resource), resource.resourceName, present);
	}
}

function note(index: Map<string, Set<string>>, key: string | undefined, name: string, present: boolean): void {
	if (key === undefined) return;
	const names = index.get(key) ?? new Set<string>();
	if (present) names.add(name);
	else names.delete(name);
	if (names.size) index.set(key, names);
	else index.delete(key);
}
