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

export const rejectFragment = graphql(`
  fragment RejectLine on Reject {
    source
    feed
    file
    line
    field
    reason
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

/** A page of the rows that a load refused. */
export const rejectsQuery = graphql(`
  query Rejects($id: ID!, $after: String) {
    node(id: $id) {
      ... on Load {
        number
        rejects(first: 20, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            ...RejectLine
          }
        }
      }
    }
  }
`);
