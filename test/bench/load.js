// What a package adds to n8n's start: run in a fresh process, with n8n-workflow loaded already, as n8n has it.
// Prints `{ ms, mb }` for the files named in the arguments.
require(process.argv[2]);
global.gc();
const before = process.memoryUsage().rss;
const began = performance.now();
for (const file of process.argv.slice(3)) {
	for (const Loaded of Object.values(require(file))) new Loaded();
}
const ms = performance.now() - began;
global.gc();
console.log(JSON.stringify({ ms, mb: (process.memoryUsage().rss - before) / 1024 / 1024 }));
