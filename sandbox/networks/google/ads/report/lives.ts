import type { AdsStore, Resource } from '../store';

/** A resource through time. */
export interface Life {
	resource: Resource;
	at(time: number): Resource | undefined;
	enabledAt(time: number): boolean;
}

export function lifeOf(resource: Resource, store: AdsStore): Life {
	const still = store.changesOf(resource).length === 0 && store.bornAt(resource) === 0;
	const at = still ? () => resource : (time: number) => store.as(resource, time);
	return { resource, at, enabledAt: (time) => at(time)?.status === 'ENABLED' };
}
