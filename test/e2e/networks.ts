import axios from 'axios';
import type { TimelineEntry } from '../../sandbox/networks/world';
import type { Fault } from '../support/sandbox';

/** The controls of fake networks that run in a process of their own: see sandbox/networks/README.md. */
export function networksAt(origin: string) {
	const control = axios.create({ baseURL: origin, proxy: false });
	return {
		timeline: async () => (await control.get<TimelineEntry[]>('/timeline.json')).data,
		/** Lines as sandbox/networks/publications.ts describes them. */
		publications: async (publications: object[]) => void (await control.post('/_sandbox/publications', { publications })),
		settings: async (settings: object) => void (await control.post('/_sandbox/settings', settings)),
		fault: async (fault: Fault) => void (await control.post('/_sandbox/faults', fault)),
		/** How often the injected faults have struck. */
		hits: async () => (await control.get<{ hits: number }[]>('/_sandbox/faults')).data.reduce((sum, { hits }) => sum + hits, 0),
		clearFaults: async () => void (await control.delete('/_sandbox/faults')),
	};
}
