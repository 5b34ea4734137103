import { parseArgs } from 'node:util';
import { Problem } from './problem';

export const usage = `Usage: npm start [-- flags]

  --live                  start n8n with the package only: no sandbox, no demo credentials, no demo workflows
  --reset                 start over: delete the sandbox's data first (installs are kept)
  --reset=all             start over: delete the sandbox's data and the installed n8n and Node.js
  --n8n-port=<port>       port of n8n, 5678 when not given
  --networks-port=<port>  port of the fake networks, 4010 when not given
  --help                  show this text`;

export interface Flags {
	help: boolean;
	live: boolean;
	reset: 'nothing' | 'data' | 'all';
	n8nPort: number;
	networksPort: number;
}

const port = (flag: string, value: string): number => {
	const number = Number(value);
	if (!Number.isInteger(number) || number < 1 || number > 65_535)
		throw new Problem(`--${flag} takes a port from 1 to 65535, not "${value}".\n\n${usage}`);
	return number;
};

const parse = (args: string[]) => {
	try {
		return parseArgs({
			// parseArgs has no flag with an optional value, so a bare --reset is given its value here.
			args: args.map((arg) => (arg === '--reset' ? '--reset=data' : arg)),
			options: {
				help: { type: 'boolean', short: 'h', default: false },
				live: { type: 'boolean', default: false },
				reset: { type: 'string', default: 'nothing' },
				'n8n-port': { type: 'string', default: '5678' },
				'networks-port': { type: 'string', default: '4010' },
			},
		}).values;
	} catch {
		const known = ['--help', '-h', '--live', '--reset', '--n8n-port', '--networks-port'];
		const culprit = args.find((arg) => !known.includes(arg.split('=')[0] ?? '')) ?? args.join(' ');
		throw new Problem(`npm start does not understand "${culprit}".\n\n${usage}`);
	}
};

/** Reads the command line of `npm start`; anything unknown is refused with the usage. */
export const readFlags = (args: string[]): Flags => {
	const values = parse(args);
	const { help, live, reset } = values;
	if (reset !== 'nothing' && reset !== 'data' && reset !== 'all')
		throw new Problem(`--reset takes no value or "all", not "${reset}".\n\n${usage}`);
	if (live && reset !== 'nothing')
		throw new Problem(
			"--reset deletes the sandbox's data only and does not go with --live: to start over with your own data, delete the folder .qmark/live yourself.",
		);
	return { help, live, reset, n8nPort: port('n8n-port', values['n8n-port']), networksPort: port('networks-port', values['networks-port']) };
};
