import { graphql } from '../gql';

export const rejectFragment = graphql(`
  fragment RejectLine on Reject {
    source
    feed
    file
    line
    field
    reason
    message
    status
    row {
      id
      text
      acceptedIn
      correctedBy
      correctedAt
      cells {
        column
        value
        masked
        atFault
        correction
      }
    }
  }
`);

/** A page of the rows that a load refused. */
export const rejectsQuery = graphql(`
  query Rejects($id: ID!, $after: String, $feed: String, $reason: RejectReason, $status: RejectStatus) {
    node(id: $id) {
      ... on Load {
        number
        rejectGroups {
          source
          feed
          reason
          count
          open
        }
        rejects(first: 20, after: $after, feed: $feed, reason: $reason, status: $status) {
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
