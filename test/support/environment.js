const { join } = require('node:path');

// n8n-core writes its settings into the user folder: one of its own, so that tests neither read nor change the developer's.
process.env.N8N_USER_FOLDER ??= join(__dirname, '..', '..', '.qmark', 'jest', process.env.JEST_WORKER_ID ?? '1');
process.env.N8N_ENCRYPTION_KEY ??= 'a-key-for-tests-only';
process.env.N8N_DEFAULT_BINARY_DATA_MODE ??= 'filesystem';
