/** `npm start` */
import { load } from './ready.mjs';

await load('sandbox/start.ts').start(process.argv.slice(2));
