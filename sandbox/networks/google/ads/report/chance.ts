/** Held here, because looking them up on the global object takes long inside a test runner. */
const { imul } = Math;

/** The same ids and days always give the same numbers. */
export const idOf = (text: string): number => {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) hash = imul(hash ^ text.charCodeAt(index), 0x01000193);
	return hash >>> 0;
};

/** A number from 0 up to 1 out of three. */
export function chance(a: number, b: number, c: number): number {
	let hash = imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ imul(b + 0x7f4a7c15, 0xc2b2ae35) ^ imul(c ^ 0x165667b1, 0x27d4eb2f);
	hash = imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	hash = imul(hash ^ (hash >>> 12), 0x297a2d39);
	return ((hash ^ (hash >>> 15)) >>> 0) / 4_294_967_296;
}
