import { graphql } from '../gql';

/** Parts that more than one question asks for. */
export const loadFragment = graphql(`
  fragment LoadLine on Load {
    id
    number
    status
    startedAt
    endedAt
    trigger
    startedBy
    full
    selection
    rejectCount
    steps {
      name
      status
      done
      total
      seconds
      failure
    }
    feeds {
      read
      added
      changed
      unchanged
      closed
      vanished
      rejected
    }
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

export const feedFragment = graphql(`
  fragment FeedLine on LoadFeed {
    source
    feed
    read
    added
    changed
    unchanged
    closed
    vanished
    rejected
    files {
      file
      sha256
      bytes
      refused
      read
      rejected
    }
  }
`);

export const noticeFragment = graphql(`
  fragment NoticeLine on LoadNotice {
    source
    feed
    file
    severity
    code
    message
  }
`);

/** What is asked of a load only when somebody opens it. */
export const openedLoadQuery = graphql(`
  query OpenedLoad($id: ID!) {
    node(id: $id) {
      ... on Load {
        number
        feeds {
          ...FeedLine
        }
        notices {
          ...NoticeLine
        }
      }
    }
  }
`);
