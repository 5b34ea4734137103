import { seed } from '../../seed';
import type { Channel } from './store';

const [camille, bruno] = seed.google.accounts;

/** The channels of Google's two people. */
export const channels = [
	{ id: 'UCSANDBOXcamelia00000001', account: camille.id, title: 'Atelier Camélia', handle: '@ateliercamelia', createdAt: '2024-03-20T09:00:00Z', verified: true },
	{ id: 'UCSANDBOXbruno0000000001', account: bruno.id, title: 'Bruno Lopes', handle: '@brunolopes', createdAt: '2025-06-02T09:00:00Z', verified: false },
] as const satisfies readonly Channel[];
