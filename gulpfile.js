const { dest, parallel, src } = require('gulp');
const { rmSync } = require('node:fs');

/** What n8n reads beside the compiled code. `encoding: false` keeps every byte as it is. */
const copy = (files) => () => src(files, { base: '.', encoding: false, allowEmpty: true }).pipe(dest('dist'));

const clean = async () => rmSync('dist', { recursive: true, force: true });
const icons = copy('nodes/icons/*.svg');
const codex = copy('nodes/*/*.node.json');
const schemas = copy('nodes/*/__schema__/**/*.json');
const workflows = copy('workflows/**/*.{json,csv}');

Object.assign(module.exports, { clean, build: parallel(icons, codex, schemas, workflows) });
