import { createTextPost } from './createTextPost';

export const operations = [createTextPost];
