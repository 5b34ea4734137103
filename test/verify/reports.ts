import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Assertion {
	fullName: string;
	status: string;
}

interface Report {
	testResults: { name: string; assertionResults: Assertion[] }[];
}

/** What jest said of every test in a suite that `npm test` ran in `folder`; empty where it did not run. */
export function testsOf(folder: string, suite: string): (Assertion & { file: string })[] {
	const file = join(folder, '.qmark', `jest-${suite}.json`);
	if (!existsSync(file)) return [];
	const report: Report = JSON.parse(readFileSync(file, 'utf8'));
	return report.testResults.flatMap(({ name, assertionResults }) => assertionResults.map((test) => ({ ...test, file: name })));
}

/** How the tests whose file and name match ended: held only if there are some and all passed. */
export function ended(folder: string, suite: string, name: RegExp, file = /./): { held: boolean; figure: string } {
	const tests = testsOf(folder, suite).filter((test) => name.test(test.fullName) && file.test(test.file));
	const passed = tests.filter(({ status }) => status === 'passed').length;
	return { held: tests.length > 0 && passed === tests.length, figure: `${passed} of ${tests.length} tests passed` };
}
