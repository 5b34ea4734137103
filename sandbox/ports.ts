import { once } from 'node:events';
import { createServer } from 'node:net';
import { Problem, systemCode } from './problem';

const listen = async (port: number): Promise<number> => {
	const server = createServer();
	server.listen(port, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	return typeof address === 'object' && address !== null ? address.port : port;
};

/** A port that nobody listens on at this moment. */
export const freePort = async (): Promise<number> => await listen(0);

/** Fails with a sentence naming `program` and the flag that changes the port, when somebody else listens there. */
export const assertFree = async (port: number, program: string, flag: string): Promise<void> => {
	try {
		await listen(port);
	} catch (error) {
		const code = systemCode(error);
		if (code === 'EADDRINUSE')
			throw new Problem(
				`Port ${port} on 127.0.0.1, where ${program} should listen, is taken: stop the program that uses it (perhaps another "npm start"), or choose another port with "npm start -- ${flag}=<port>".`,
			);
		throw new Problem(
			`${program} may not listen on port ${port} of 127.0.0.1 (${code ?? 'unknown reason'}): choose another port with "npm start -- ${flag}=<port>".`,
		);
	}
};
