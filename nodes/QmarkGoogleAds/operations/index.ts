import { runQuery } from './runQuery';

export const operations = [runQuery];
