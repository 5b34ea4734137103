-- Tables of QMARK's publishing workflows in PostgreSQL or Supabase. Run it once, as often as you like: what is there stays.
-- “Publishing journal (PostgreSQL)” does the same when it is run by hand.
-- All columns that workflows fill are texts; times are ISO 8601 in UTC, so they sort as texts do.

-- What is out, under way, refused or in doubt: one row for each content on each account. The unique key is what
-- makes a second publication impossible, however many workers there are.
CREATE TABLE IF NOT EXISTS qmark_publications (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	key text NOT NULL UNIQUE,
	content_id text NOT NULL DEFAULT '',
	network text NOT NULL DEFAULT '',
	account text NOT NULL DEFAULT '',
	slot text NOT NULL DEFAULT '',
	status text NOT NULL DEFAULT '',
	post_id text NOT NULL DEFAULT '',
	permalink text NOT NULL DEFAULT '',
	published_at text NOT NULL DEFAULT '',
	reason text NOT NULL DEFAULT '',
	verdict text NOT NULL DEFAULT '',
	hint text NOT NULL DEFAULT '',
	adapted text NOT NULL DEFAULT '',
	owner text NOT NULL DEFAULT '',
	lease text NOT NULL DEFAULT '',
	state text NOT NULL DEFAULT '',
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now()
);
-- The newest of an account, for which a lost answer is looked up; all in doubt; all of a content.
CREATE INDEX IF NOT EXISTS qmark_publications_account ON qmark_publications (network, account, status, updated_at DESC);
CREATE INDEX IF NOT EXISTS qmark_publications_status ON qmark_publications (status, updated_at DESC);
CREATE INDEX IF NOT EXISTS qmark_publications_content ON qmark_publications (content_id);

-- Contents on their way: `review` → `asked` → `approved` or `rejected`, later `done` or `attention`.
CREATE TABLE IF NOT EXISTS qmark_contents (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	content_id text NOT NULL UNIQUE,
	status text NOT NULL DEFAULT '',
	publish_at text NOT NULL DEFAULT '',
	networks text NOT NULL DEFAULT '',
	text text NOT NULL DEFAULT '',
	content text NOT NULL DEFAULT '',
	note text NOT NULL DEFAULT '',
	asked_at text NOT NULL DEFAULT '',
	updated_by text NOT NULL DEFAULT '',
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS qmark_contents_due ON qmark_contents (status, publish_at COLLATE "C");

-- What posts counted, by the journal's key: one row for each publication, with the latest numbers.
CREATE TABLE IF NOT EXISTS qmark_results (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	key text NOT NULL UNIQUE,
	content_id text NOT NULL DEFAULT '',
	network text NOT NULL DEFAULT '',
	account text NOT NULL DEFAULT '',
	permalink text NOT NULL DEFAULT '',
	at text NOT NULL DEFAULT '',
	views text NOT NULL DEFAULT '',
	reach text NOT NULL DEFAULT '',
	likes text NOT NULL DEFAULT '',
	comments text NOT NULL DEFAULT '',
	shares text NOT NULL DEFAULT '',
	saves text NOT NULL DEFAULT '',
	clicks text NOT NULL DEFAULT '',
	as_of text NOT NULL DEFAULT '',
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS qmark_results_at ON qmark_results (at COLLATE "C");

-- What is wrong with which cell of an imported file, until the file is imported again.
CREATE TABLE IF NOT EXISTS qmark_import_problems (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	file text NOT NULL DEFAULT '',
	"row" text NOT NULL DEFAULT '',
	content_id text NOT NULL DEFAULT '',
	"column" text NOT NULL DEFAULT '',
	field text NOT NULL DEFAULT '',
	value text NOT NULL DEFAULT '',
	severity text NOT NULL DEFAULT '',
	problem text NOT NULL DEFAULT '',
	fix text NOT NULL DEFAULT '',
	at text NOT NULL DEFAULT '',
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS qmark_import_problems_file ON qmark_import_problems (file);

-- Candidates for Pins that a person has been asked about: `under way` → `asked` → `pinned`, `rejected`, `unanswered` or `attention`.
CREATE TABLE IF NOT EXISTS qmark_pins (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	content_id text NOT NULL UNIQUE,
	title text NOT NULL DEFAULT '',
	status text NOT NULL DEFAULT '',
	at text NOT NULL DEFAULT '',
	pin text NOT NULL DEFAULT '',
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now()
);

-- On Supabase, tables are reachable with the project's public key unless this is on. It keeps nothing from their owner, as whom n8n connects.
ALTER TABLE qmark_publications ENABLE ROW LEVEL SECURITY;
ALTER TABLE qmark_contents ENABLE ROW LEVEL SECURITY;
ALTER TABLE qmark_results ENABLE ROW LEVEL SECURITY;
ALTER TABLE qmark_import_problems ENABLE ROW LEVEL SECURITY;
ALTER TABLE qmark_pins ENABLE ROW LEVEL SECURITY;
