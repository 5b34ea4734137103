/**
 * `node sandbox/run.mjs docs/pictures.ts [name …]`: takes the guides' pictures from a real n8n with the packed package and
 * accounts of the sandbox, all of them or those whose names contain one of the words. Needs Chromium, as the editor's tests do.
 */
import { stopAll } from '../sandbox/children';
import { chromiumPath, openBrowser } from '../test/support/browser';
import { openStage } from '../test/support/stage';
import { approvalPictures } from './pictures/approvalForm';
import { credentialPictures } from './pictures/credentials';
import { enter } from './pictures/editor';
import { furnish } from './pictures/furnish';
import { googlePictures } from './pictures/google';
import { guardPictures } from './pictures/guard';
import { metaPictures } from './pictures/meta';
import { networkPictures } from './pictures/networks';
import { publisherPictures } from './pictures/publisher';
import { publishingPictures } from './pictures/publishing';

async function main(words: string[]) {
	const chromium = chromiumPath();
	if (!chromium) throw new Error('Pictures need Chromium: install it, or name its path in CHROMIUM_PATH, and run again.');
	const stage = await openStage('pictures', { NODE_ENV: 'production' });
	const furniture = await furnish(stage);
	const { page, close } = await openBrowser(chromium);
	try {
		await enter(page, stage);
		const wanted = (name: string) => words.length === 0 || words.some((word) => name.includes(word));
		await credentialPictures(page, stage, furniture, wanted);
		await guardPictures(page, stage, furniture, wanted);
		await publisherPictures(page, stage, furniture, wanted);
		await publishingPictures(page, stage, furniture, wanted);
		await metaPictures(page, stage, furniture, wanted);
		await googlePictures(page, stage, furniture, wanted);
		await networkPictures(page, stage, furniture, wanted);
		await approvalPictures(page, stage, wanted);
	} finally {
		await close();
	}
}

main(process.argv.slice(2))
	.catch((error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	})
	.finally(stopAll);
