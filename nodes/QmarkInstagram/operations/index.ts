import { publishImage } from './publishImage';

export const operations = [publishImage];
