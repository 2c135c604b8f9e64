// What the queries of the customer page read of each thing; the generated types carry these names.
import { graphql } from '../gql';

graphql(`
  fragment Texts on LocalizedText {
    zhHant
    zhHans
    en
  }
`);

graphql(`
  fragment Cursor on PageInfo {
    hasNextPage
    endCursor
  }
`);

graphql(`
  fragment CustomerHead on Customer {
    id
    kind
    displayName
    birthDate
    gender
    language
    country
    province
    city
    status
    customerSince
    arpu {
      ...Sum
    }
    churnRisk
    updatedAt
  }
`);

graphql(`
  fragment Contact on ContactMedium {
    type
    value
    preferred
  }
`);

graphql(`
  fragment SourceRecord on SourceRecord {
    source
    feed
    key
    rule
    firstSeen
    lastSeen
  }
`);

graphql(`
  fragment Interaction on PartyInteraction {
    id
    type
    channel
    direction
    status
    reason
    rootCause
    resolution
    text
    originContext
    agent
    startedAt
    queueSeconds
    talkSeconds
    holdSeconds
  }
`);

graphql(`
  fragment Interactions on PartyInteractionConnection {
    totalCount
    pageInfo {
      ...Cursor
    }
    nodes {
      ...Interaction
    }
  }
`);

graphql(`
  fragment FeedbackPage on FeedbackConnection {
    totalCount
    nodes {
      ...FeedbackItem
    }
  }
`);

graphql(`
  fragment FeedbackItem on Feedback {
    id
    instrument
    score
    scaleMin
    scaleMax
    solved
    text
    answeredAt
  }
`);

graphql(`
  fragment Experience on NetworkExperience {
    month
    drops
    throughput
    latency
    outages
    score
  }
`);
