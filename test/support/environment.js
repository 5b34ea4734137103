const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

// n8n-core writes its settings into the user folder: a fresh one, so that tests neither read nor change the developer's own.
process.env.N8N_USER_FOLDER ??= mkdtempSync(join(tmpdir(), 'qmark-n8n-'));
process.env.N8N_ENCRYPTION_KEY ??= 'a-key-for-tests-only';
process.env.N8N_DEFAULT_BINARY_DATA_MODE ??= 'filesystem';
