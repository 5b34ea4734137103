import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import express, { type Router } from 'express';
import type { Publications } from '../publications';
import type { World } from '../world';
import { networks } from './networks';

/** `GET /timeline.json`, `GET /publications.json`, and `GET /`: both as a page of its own, without any other file. */
export function pageRouter({ timeline, clock }: World, publications: Publications): Router {
	const part = (name: string) => readFileSync(path.join(__dirname, name), 'utf8');
	const [style, scripts] = [`${part('timeline.css')}${part('publications.css')}`, [part('cards.js'), part('publications.js'), part('timeline.js')]];
	const page = part('timeline.html')
		.replace('/*style*/', () => style)
		.replace('/*networks*/', () => JSON.stringify(networks))
		.replace('<!--scripts-->', () => scripts.map((script) => `<script type="module">${script}</script>`).join('\n'));
	// The page shows what strangers may have written; only its own script and style run, and nothing is loaded from elsewhere.
	const policy = [
		"default-src 'none'",
		`script-src ${scripts.map(hash).join(' ')}`,
		`style-src ${hash(style)}`,
		"connect-src 'self'",
		"img-src 'self' data: http://127.0.0.1:* http://localhost:*",
		"media-src 'self' http://127.0.0.1:* http://localhost:*",
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
	].join('; ');

	const router = express.Router();
	router.get('/timeline.json', (_req, res) => {
		res.set({ 'cache-control': 'no-cache', 'x-sandbox-now': new Date(clock.now()).toISOString() }).json(timeline.list());
	});
	router.get('/publications.json', (_req, res) => {
		res.set({ 'cache-control': 'no-cache' }).json(publications.list());
	});
	router.get('/', (_req, res) => {
		res
			.set({ 'content-security-policy': policy, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
			.type('html')
			.send(page);
	});
	return router;
}

/** A source expression that allows exactly this inline text. https://www.w3.org/TR/CSP3/#framework-directive-source-list */
function hash(text: string): string {
	return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
