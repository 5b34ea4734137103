import { ArraySplitter, BrokenArray } from '../../../nodes/networks/googleAds/stream/elements';

const chunks = [{ results: [{ text: 'a, ] } [ { "é" \\ \n 花束 😀', nested: [[1, 2], { deep: '"}]' }] }] }, { results: [] }, { fieldMask: 'x', requestId: '\\"' }];

function elementsOf(bytes: Buffer, size: number): unknown[] {
	const splitter = new ArraySplitter();
	const found: unknown[] = [];
	for (let at = 0; at < bytes.length; at += size) for (const text of splitter.take(bytes.subarray(at, at + size))) found.push(JSON.parse(text));
	splitter.end();
	return found;
}

test('however the bytes are cut, also inside a letter, the elements are the same', () => {
	for (const text of [JSON.stringify(chunks), JSON.stringify(chunks, null, 2), ` \n${JSON.stringify(chunks)}\n`]) {
		const bytes = Buffer.from(text);
		for (let size = 1; size <= bytes.length; size++) expect(elementsOf(bytes, size)).toEqual(chunks);
	}
	expect(elementsOf(Buffer.from('[]'), 1)).toEqual([]);
	expect(elementsOf(Buffer.from(' [ ] '), 2)).toEqual([]);
});

test('an element is given out as soon as it is complete', () => {
	const splitter = new ArraySplitter();
	expect(splitter.take(Buffer.from('[{"a":1}'))).toEqual([]);
	expect(splitter.take(Buffer.from(',{"b"'))).toEqual(['{"a":1}']);
	expect(splitter.take(Buffer.from(':2}]'))).toEqual(['{"b":2}']);
});

test.each(['{"error":{}}', '<html>', 'x', '"text"'])('%s is no array', (text) => {
	expect(() => new ArraySplitter().take(Buffer.from(text))).toThrow(BrokenArray);
});

test.each(['', '[', '[{"a":1},', '[{"a":1}', '[{"a":"1]'])('“%s” ends in the middle', (text) => {
	const splitter = new ArraySplitter();
	splitter.take(Buffer.from(text));
	expect(() => splitter.end()).toThrow(BrokenArray);
});
