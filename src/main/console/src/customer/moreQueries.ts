import { graphql } from '../gql';

export const moreInteractionsQuery = graphql(`
  query MoreInteractions($id: ID!, $after: String) {
    customer(id: $id) {
      page: interactions(first: 20, after: $after) {
        ...Interactions
      }
    }
  }
`);

export const moreProductsQuery = graphql(`
  query MoreProducts($id: ID!, $after: String) {
    customer(id: $id) {
      page: products(first: 20, after: $after) {
        ...Products
      }
    }
  }
`);

export const moreBillsQuery = graphql(`
  query MoreBills($id: ID!, $after: String) {
    customer(id: $id) {
      page: bills(first: 12, after: $after) {
        ...Bills
      }
    }
  }
`);
