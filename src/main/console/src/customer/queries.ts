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
