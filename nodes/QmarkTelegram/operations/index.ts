import { sendText } from './sendText';

export const operations = [sendText];
