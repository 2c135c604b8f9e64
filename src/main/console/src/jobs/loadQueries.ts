import { graphql } from '../gql';

/** What became of the rows of a feed. */
export const rowsFragment = graphql(`
  fragment RowsLine on LoadFeed {
    read
    added
    changed
    unchanged
    closed
    vanished
    rejected
  }
`);

/** A load as the list shows it. */
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
      ...RowsLine
    }
  }
`);

/** The newest load, whenever it has gone on. */
export const loadProgress = graphql(`
  subscription LoadProgress {
    loadProgress {
      ...LoadLine
    }
  }
`);

export const feedFragment = graphql(`
  fragment FeedLine on LoadFeed {
    source
    feed
    ...RowsLine
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
