import type { Operation } from '../../core/operation';
import { runQuery } from './runQuery';

export const operations: readonly Operation[] = [runQuery];
