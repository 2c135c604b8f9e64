import { graphql } from '../gql';

export const runFragment = graphql(`
  fragment RunLine on ScheduleRun {
    id
    logicalDate
    cause
    status
    startedAt
    endedAt
    startsAt
    failures
    loadNumber
    message
  }
`);

export const scheduleFragment = graphql(`
  fragment ScheduleLine on Schedule {
    id
    name
    description {
      zhHant
      zhHans
      en
    }
    feeds
    full
    retries
    catchUp
    paused
    timing {
      kind
      cron
      zone
      after
      files
      everySeconds
    }
    declared {
      timing {
        cron
        zone
      }
    }
    override {
      changedBy
      changedAt
    }
    next {
      startsAt
      covers {
        from
        until
      }
    }
    runs(first: 5) {
      totalCount
      nodes {
        ...RunLine
      }
    }
  }
`);

/** All that the page shows before a load is opened, in one request. */
export const jobsQuery = graphql(`
  query Jobs($first: Int!) {
    loads(first: $first) {
      totalCount
      nodes {
        ...LoadLine
      }
    }
    schedules {
      ...ScheduleLine
    }
    scheduleMistakes
  }
`);

/** The last rebuild of the search index and the last comparison of the stores. */
export const careQuery = graphql(`
  query Care {
    reindex {
      number
      status
      startedBy
      startedAt
      endedAt
      done
      total
      failure
    }
    verification {
      number
      repair
      status
      startedBy
      startedAt
      endedAt
      failure
      tallies {
        store
        kind
        expected
        found
        differences
        repaired
      }
      differences(first: 20) {
        totalCount
        nodes {
          store
          kind
          id
          problem
          fields
          repaired
        }
      }
    }
  }
`);
