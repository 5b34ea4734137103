import type { IncomingMessage } from 'node:http';

/** Tells the size of each piece of the body as it comes off the wire, without reading it. */
export function watchBody(req: IncomingMessage, seen: (bytes: number) => void): void {
	const push = req.push.bind(req);
	req.push = (piece: Uint8Array | null, encoding) => {
		if (piece) seen(piece.length);
		return push(piece, encoding);
	};
}

/** Milliseconds in which a network reads what has arrived. */
const PATIENCE = 100;

/** Lets the first `bytes` of the body through; once they have been read, cuts the connection. */
export function cutAfter(req: IncomingMessage, bytes: number): void {
	let left = bytes - req.readableLength;
	const push = req.push.bind(req);
	const cut = (patience = PATIENCE) => {
		if (req.readableLength === 0 || patience === 0) req.socket.resetAndDestroy();
		else setTimeout(cut, 1, patience - 1);
	};
	req.push = (piece: Uint8Array | null, encoding) => {
		if (!piece || piece.length <= left) {
			left -= piece?.length ?? 0;
			return push(piece, encoding);
		}
		if (left > 0) push(piece.subarray(0, left), encoding);
		// Nothing more is let through, also not the end of the body.
		req.push = () => false;
		setImmediate(cut);
		return false;
	};
}
