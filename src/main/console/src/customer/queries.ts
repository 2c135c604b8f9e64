import { graphql } from '../gql';

/** The whole page in one request; a tile that the hub could not answer is left out of the second try. */
export const customerPageQuery = graphql(`
  query CustomerPage(
    $id: ID!
    $contacts: Boolean!
    $sources: Boolean!
    $tags: Boolean!
    $interactions: Boolean!
    $products: Boolean!
    $bills: Boolean!
    $accounts: Boolean!
    $feedback: Boolean!
    $network: Boolean!
    $area: Boolean!
  ) {
    customer(id: $id) {
      ...CustomerHead
      contactMedia @include(if: $contacts) {
        ...Contact
      }
      sourceRecords @include(if: $sources) {
        ...SourceRecord
      }
      tags(first: 20) @include(if: $tags) {
        nodes {
          id
          category
          name {
            ...Texts
          }
        }
      }
      interactions(first: 20) @include(if: $interactions) {
        ...Interactions
      }
      products(first: 8) @include(if: $products) {
        ...Products
      }
      bills(first: 6) @include(if: $bills) {
        ...Bills
      }
      billingAccounts @include(if: $accounts) {
        ...Account
      }
      feedback(first: 6) @include(if: $feedback) {
        ...FeedbackPage
      }
      networkExperience @include(if: $network) {
        ...Experience
      }
      area @include(if: $area) {
        postalCode
        population
      }
    }
  }
`);

/** Tiles that stand alone: the variable that asks for each, and the field of Customer that it shows. */
export const tileFields = {
  contacts: 'contactMedia',
  sources: 'sourceRecords',
  tags: 'tags',
  interactions: 'interactions',
  products: 'products',
  bills: 'bills',
  accounts: 'billingAccounts',
  feedback: 'feedback',
  network: 'networkExperience',
  area: 'area',
} as const;

graphql(`
  fragment Texts on LocalizedText {
    zhHant
    zhHans
    en
  }
`);

graphql(`
  fragment Sum on Money {
    amount
    currencyCode
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
  fragment Product on Product {
    id
    name
    kind
    status
    serialNumber
    startDate
    terminationDate
    monthlyPrice {
      ...Sum
    }
    offering {
      name {
        ...Texts
      }
      lifecycleStatus
      dataMegabytes
    }
    usage {
      month
      voiceMinutes
      messages
      dataMegabytes
      roamingMegabytes
      overAllowance
    }
  }
`);

graphql(`
  fragment Products on ProductConnection {
    totalCount
    pageInfo {
      ...Cursor
    }
    nodes {
      ...Product
    }
  }
`);

graphql(`
  fragment Bill on CustomerBill {
    id
    billNo
    periodStart
    periodEnd
    amountDue {
      ...Sum
    }
    remainingAmount {
      ...Sum
    }
    dueDate
    state
  }
`);

graphql(`
  fragment Bills on CustomerBillConnection {
    totalCount
    pageInfo {
      ...Cursor
    }
    nodes {
      ...Bill
    }
  }
`);

graphql(`
  fragment Account on BillingAccount {
    id
    accountNo
    state
    paymentStatus
    balance {
      ...Sum
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
