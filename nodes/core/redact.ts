const SECRET_NAME = /(token|secret|password)$/i;
const MASK = '•••';

/** Every secret string inside a credential, longest first, so that a part never survives its whole. */
export function secretsIn(credential: object): string[] {
	const found = new Set<string>();
	const walk = (value: unknown, secret: boolean) => {
		if (typeof value === 'string' && secret && value.length >= 8) found.add(value);
		if (typeof value === 'object' && value !== null) {
			for (const [name, inner] of Object.entries(value)) walk(inner, typeof inner === 'string' && SECRET_NAME.test(name));
		}
	};
	walk(credential, false);
	return [...found].sort((a, b) => b.length - a.length);
}

/** The text without the secrets, also where a URL has percent-encoded them. */
export function redactText(text: string, secrets: readonly string[]): string {
	return secrets.reduce(
		(clean, secret) => clean.replaceAll(secret, MASK).replaceAll(encodeURIComponent(secret), MASK),
		text.replace(/(access_token|appsecret_proof|client_secret)=[^&\s"]+/g, `$1=${MASK}`),
	);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Whether a secret stands in a text of this value. None is in a text shorter than `least`, the shortest of them: a million rows are looked at this way. */
function holds(value: unknown, secrets: readonly string[], least: number): boolean {
	if (typeof value === 'string') return value.length >= least && secrets.some((secret) => value.includes(secret));
	if (!isRecord(value)) return false;
	for (const name in value) if (holds(value[name], secrets, least) || holds(name, secrets, least)) return true;
	return false;
}

/** A JSON value without the secrets. Untouched values are returned as they are, not copied. */
export function redact<T extends object>(value: T, secrets: readonly string[]): T {
	if (!holds(value, secrets, Math.min(...secrets.map(({ length }) => length)))) return value;
	const clean: T = JSON.parse(redactText(JSON.stringify(value), secrets));
	return clean;
}
