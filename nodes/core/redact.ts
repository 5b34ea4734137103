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

/** A JSON value without the secrets. Untouched values are returned as they are, not copied. */
export function redact<T extends object>(value: T, secrets: readonly string[]): T {
	const text = JSON.stringify(value);
	if (!secrets.some((secret) => text.includes(secret))) return value;
	const clean: T = JSON.parse(redactText(text, secrets));
	return clean;
}
