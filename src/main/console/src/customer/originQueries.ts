// Where things come from is asked for when somebody wants to know, apart from the page.
import { graphql } from '../gql';

graphql(`
  fragment Origin on RecordOrigin {
    source
    feed
    file
    line
    loadNumber
  }
`);

graphql(`
  fragment OriginRecord on SourceRecord {
    source
    feed
    key
    origin {
      ...Origin
    }
  }
`);

graphql(`
  fragment Attribute on AttributeProvenance {
    attribute
    value
    reason
    sourceRecord {
      ...OriginRecord
    }
    confirmedBy {
      source
      key
    }
    others {
      value
      reason
      sourceRecord {
        ...OriginRecord
      }
    }
  }
`);

export const originsQuery = graphql(`
  query CustomerOrigins($id: ID!) {
    customer(id: $id) {
      provenance {
        ...Attribute
      }
      contactMedia {
        type
        value
        sourceRecords {
          ...OriginRecord
        }
      }
      billingAccounts {
        id
        accountNo
        origin {
          ...Origin
        }
      }
      products(first: 8) {
        nodes {
          id
          name
          origin {
            ...Origin
          }
        }
      }
      bills(first: 6) {
        nodes {
          id
          billNo
          origin {
            ...Origin
          }
        }
      }
      interactions(first: 20) {
        nodes {
          id
          type
          startedAt
          origin {
            ...Origin
          }
        }
      }
    }
  }
`);
