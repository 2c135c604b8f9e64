-- db-scheduler's own table, as its release 16 wants it for PostgreSQL.
CREATE TABLE scheduled_tasks (
    task_name            TEXT NOT NULL,
    task_instance        TEXT NOT NULL,
    task_data            BYTEA,
    execution_time       TIMESTAMP WITH TIME ZONE NOT NULL,
    picked               BOOLEAN NOT NULL,
    picked_by            TEXT,
    last_success         TIMESTAMP WITH TIME ZONE,
    last_failure         TIMESTAMP WITH TIME ZONE,
    consecutive_failures INT,
    last_heartbeat       TIMESTAMP WITH TIME ZONE,
    version              BIGINT NOT NULL,
    priority             SMALLINT,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);

-- What somebody set otherwise than etl/schedules.yaml declares. Null is as declared.
CREATE TABLE schedule_override (
    schedule   TEXT PRIMARY KEY,
    cron       TEXT,
    zone       TEXT,
    catch_up   TEXT,
    paused     BOOLEAN,
    changed_by TEXT NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE NOT NULL
);

-- Until when somebody looked whether a schedule was due.
CREATE TABLE schedule_mark (
    schedule   TEXT PRIMARY KEY,
    seen_until TIMESTAMP WITH TIME ZONE NOT NULL
);

-- Files that schedules on file arrival know. One that is not settled may still be growing.
CREATE TABLE schedule_file (
    schedule TEXT NOT NULL,
    file     TEXT NOT NULL,
    size     BIGINT NOT NULL,
    modified TIMESTAMP WITH TIME ZONE NOT NULL,
    settled  BOOLEAN NOT NULL,
    PRIMARY KEY (schedule, file)
);

-- Runs of schedules. The logical date, which is the begin of the period covered where there is one, tells the runs of a
-- schedule apart: a second run of the same date cannot be. task_instance names it in scheduled_tasks.
CREATE TABLE schedule_run (
    schedule      TEXT NOT NULL,
    logical_date  TIMESTAMP WITH TIME ZONE NOT NULL,
    task_instance TEXT NOT NULL UNIQUE,
    covers_from   TIMESTAMP WITH TIME ZONE,
    covers_until  TIMESTAMP WITH TIME ZONE,
    cause         TEXT NOT NULL,
    asked_by      TEXT,
    due_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    status        TEXT NOT NULL,
    started_at    TIMESTAMP WITH TIME ZONE,
    ended_at      TIMESTAMP WITH TIME ZONE,
    failures      INT NOT NULL,
    load          BIGINT,
    message       TEXT,
    PRIMARY KEY (schedule, logical_date)
);
CREATE INDEX schedule_run_newest ON schedule_run (schedule, due_at DESC, logical_date DESC);
CREATE INDEX schedule_run_waiting ON schedule_run (schedule, logical_date) WHERE status = 'WAITING';
-- One run of a schedule at a time, over all nodes.
CREATE UNIQUE INDEX schedule_run_running ON schedule_run (schedule) WHERE status = 'RUNNING';
