import type { Operation } from '../core/operation';
import { adding, removing, removingEverywhere } from '../networks/meta/audiences/change';
import type { AnyGathering } from '../core/gathering';
import { addPeople } from './operations/addPeople';
import { removeFromAllAudiences } from './operations/removeFromAllAudiences';
import { removePeople } from './operations/removePeople';

/** Operations whose items travel together, as Meta takes thousands of people in one call. */
export const gatherings: ReadonlyMap<Operation, AnyGathering> = new Map([
	[addPeople, adding],
	[removePeople, removing],
	[removeFromAllAudiences, removingEverywhere],
]);
