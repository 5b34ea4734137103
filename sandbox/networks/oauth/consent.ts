import { escape, htmlPage } from '../html';

/** One consent page, as data. The form posts back to `action` with the hidden fields, `account`, `scopes[0]` … and `decision`. */
export interface ConsentPage {
	/** The network, as people know it. */
	network: string;
	action: string;
	/** Carried through the form unchanged: client, redirect address, state. */
	hidden: Readonly<Record<string, string | undefined>>;
	/** Accounts the person may connect; the first is chosen unless another is. */
	accounts: readonly { id: string; name: string }[];
	scopes: readonly string[];
	/** The person may untick single permissions. */
	granular?: boolean;
}

export function consentPage({ network, action, hidden, accounts, scopes, granular = false }: ConsentPage): string {
	const carried = Object.entries(hidden)
		.map(([name, value]) => (value === undefined ? '' : `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`))
		.join('');
	const choices = accounts
		.map(({ id, name }, index) => `<label><input type="radio" name="account" value="${escape(id)}"${index === 0 ? ' checked' : ''}> ${escape(name)}</label>`)
		.join('');
	const list = scopes
		.map((scope, index) => {
			const name = `<code>${escape(scope)}</code>`;
			return `<li>${granular ? `<label><input type="checkbox" name="scopes[${index}]" value="${escape(scope)}" checked> ${name}</label>` : name}</li>`;
		})
		.join('');
	return htmlPage(
		`Connect ${network}`,
		`<h1>Connect your ${escape(network)} account</h1>
<p class="soft">The sandbox's copy of ${escape(network)}'s consent page. Nobody's data is asked for.</p>
<form method="post" action="${escape(action)}">${carried}
<fieldset><legend>Account</legend>${choices}</fieldset>
<p>The app will be able to use:</p><ul>${list}</ul>
<p><button class="go" type="submit" name="decision" value="approve">Allow</button>
<button type="submit" name="decision" value="cancel">Cancel</button></p></form>`,
	);
}

/** The redirect address with the answer in its query; an undefined value is left out. */
export function answerTo(redirectUri: string, answer: Readonly<Record<string, string | undefined>>): string {
	const url = new URL(redirectUri);
	for (const [name, value] of Object.entries(answer)) if (value !== undefined) url.searchParams.set(name, value);
	return url.href;
}
