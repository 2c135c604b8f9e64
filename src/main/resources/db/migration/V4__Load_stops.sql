-- Wishes that a load under way may stop after its slice; taken back when it is started again.
CREATE TABLE load_stop (
    load     bigint PRIMARY KEY,
    asked_by text,
    asked_at timestamptz NOT NULL
);
