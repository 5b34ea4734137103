/** `node sandbox/run.mjs <script.ts> [arguments]`: runs a script of this repository as if it had been started alone. */
import { load } from './ready.mjs';

load(process.argv.splice(2, 1)[0]);
