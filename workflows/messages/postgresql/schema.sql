-- Tables of QMARK's message workflows in PostgreSQL or Supabase. Run it once, as often as you like: what is there stays.
-- “Run once by hand” of each workflow does the same for the tables that it uses.
-- All columns that workflows fill are texts; times are ISO 8601 in UTC, so they sort as texts do.

-- One row for each message, by the network's own ID: what is delivered twice stays one row.
CREATE TABLE IF NOT EXISTS qmark_messages (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	message_id text NOT NULL UNIQUE,
	provider text NOT NULL DEFAULT '',
	account text NOT NULL DEFAULT '',
	conversation_id text NOT NULL DEFAULT '',
	direction text NOT NULL DEFAULT '',
	contact_key text NOT NULL DEFAULT '',
	from_name text NOT NULL DEFAULT '',
	kind text NOT NULL DEFAULT '',
	text text NOT NULL DEFAULT '',
	media text NOT NULL DEFAULT '',
	payload text NOT NULL DEFAULT '',
	reply_to text NOT NULL DEFAULT '',
	ad_id text NOT NULL DEFAULT '',
	ctwa_clid text NOT NULL DEFAULT '',
	sent_at text NOT NULL DEFAULT '',
	window_closes_at text NOT NULL DEFAULT '',
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS qmark_messages_contact ON qmark_messages (contact_key, sent_at COLLATE "C");

-- Who wrote, and whether they want to be written to: `opt_out` is when they said no, empty where they did not.
CREATE TABLE IF NOT EXISTS qmark_contacts (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	contact_key text NOT NULL UNIQUE,
	provider text NOT NULL DEFAULT '',
	provider_id text NOT NULL DEFAULT '',
	name text NOT NULL DEFAULT '',
	handle text NOT NULL DEFAULT '',
	phone text NOT NULL DEFAULT '',
	email text NOT NULL DEFAULT '',
	opt_out text NOT NULL DEFAULT '',
	opt_out_word text NOT NULL DEFAULT '',
	consent_at text NOT NULL DEFAULT '',
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS qmark_contacts_phone ON qmark_contacts (phone);

-- What became of messages: one row for each state of each, so that the order of arrival does not matter.
CREATE TABLE IF NOT EXISTS qmark_message_statuses (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	status_id text NOT NULL UNIQUE,
	message_id text NOT NULL DEFAULT '',
	provider text NOT NULL DEFAULT '',
	status text NOT NULL DEFAULT '',
	at text NOT NULL DEFAULT '',
	problem text NOT NULL DEFAULT '',
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS qmark_message_statuses_message ON qmark_message_statuses (message_id);

-- Leads of lead ads, and whether they were welcomed.
CREATE TABLE IF NOT EXISTS qmark_leads (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	lead_id text NOT NULL UNIQUE,
	form_id text NOT NULL DEFAULT '',
	page_id text NOT NULL DEFAULT '',
	ad_id text NOT NULL DEFAULT '',
	campaign_name text NOT NULL DEFAULT '',
	name text NOT NULL DEFAULT '',
	email text NOT NULL DEFAULT '',
	phone text NOT NULL DEFAULT '',
	answers text NOT NULL DEFAULT '',
	created_at_meta text NOT NULL DEFAULT '',
	status text NOT NULL DEFAULT '',
	note text NOT NULL DEFAULT '',
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS qmark_leads_email ON qmark_leads (email);

-- On Supabase, tables are reachable with the project's public key unless this is on. It keeps nothing from their owner, as whom n8n connects.
ALTER TABLE qmark_messages ENABLE ROW LEVEL SECURITY;
ALTER TABLE qmark_contacts ENABLE ROW LEVEL SECURITY;
ALTER TABLE qmark_message_statuses ENABLE ROW LEVEL SECURITY;
ALTER TABLE qmark_leads ENABLE ROW LEVEL SECURITY;
