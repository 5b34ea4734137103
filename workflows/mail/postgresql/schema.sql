-- Tables of QMARK's mail workflows in PostgreSQL or Supabase. Run it once, as often as you like: what is there stays.
-- “Campaign journal (PostgreSQL)” makes the first when it is run by hand.
-- All columns that workflows fill are texts; times are ISO 8601 in UTC, so they sort as texts do.

-- Who was sent what in which campaign, and who wants no more: one row for each person in a campaign, and one for each opt-out, whose key
-- tells nobody the address. The unique key is what makes a second message impossible, however many workers there are.
CREATE TABLE IF NOT EXISTS qmark_campaigns (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	key text NOT NULL UNIQUE,
	campaign text NOT NULL DEFAULT '',
	mailbox text NOT NULL DEFAULT '',
	recipient text NOT NULL DEFAULT '',
	status text NOT NULL DEFAULT '',
	message_id text NOT NULL DEFAULT '',
	thread_id text NOT NULL DEFAULT '',
	sent_at text NOT NULL DEFAULT '',
	token text NOT NULL DEFAULT '',
	since text NOT NULL DEFAULT '',
	reason text NOT NULL DEFAULT '',
	verdict text NOT NULL DEFAULT '',
	hint text NOT NULL DEFAULT '',
	owner text NOT NULL DEFAULT '',
	lease text NOT NULL DEFAULT '',
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now()
);
-- What a mailbox has sent today; who a link belongs to; which campaign a reply answers.
CREATE INDEX IF NOT EXISTS qmark_campaigns_mailbox ON qmark_campaigns (mailbox, status, updated_at DESC);
CREATE INDEX IF NOT EXISTS qmark_campaigns_token ON qmark_campaigns (token);
CREATE INDEX IF NOT EXISTS qmark_campaigns_thread ON qmark_campaigns (thread_id);

-- On Supabase, tables are reachable with the project's public key unless this is on. It keeps nothing from their owner, as whom n8n connects.
ALTER TABLE qmark_campaigns ENABLE ROW LEVEL SECURITY;
