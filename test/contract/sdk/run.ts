import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

export interface SdkInput {
	/** The sandbox's address, without a trailing slash. */
	origin: string;
	token: string;
	/** Graph API version; the SDK's own one is switched off. */
	version?: string;
	[name: string]: unknown;
}

/** Meta's error object, as the SDK received it. */
export interface SdkRefusal {
	message: string;
	code?: number;
	error_subcode?: number;
}

/** Runs `<script>.js` of this folder, which drives Meta's own SDK, in a child process. Answers what its action answered or was refused. */
export async function runSdk<T>(script: string, { version = 'v25.0', ...input }: SdkInput): Promise<{ result?: T; refusal?: SdkRefusal }> {
	const child = spawn(process.execPath, [join(__dirname, `${script}.js`)], { stdio: ['pipe', 'pipe', 'pipe'], timeout: 30_000 });
	child.stdin.end(JSON.stringify({ version, ...input }));
	const [output, problems] = await Promise.all([text(child.stdout), text(child.stderr)]);
	if (output === '') throw new Error(`test/contract/sdk/${script}.js printed no result: ${problems || 'it was stopped after 30 s'}`);
	const answer: { result?: T; refusal?: SdkRefusal } = JSON.parse(output);
	return answer;
}
