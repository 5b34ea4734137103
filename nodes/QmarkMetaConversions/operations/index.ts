import { getManyDatasets } from './getManyDatasets';
import { sendEvent } from './sendEvent';

export const operations = [sendEvent, getManyDatasets];
