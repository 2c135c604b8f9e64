// What the queries read of products, bills and accounts; the generated types carry these names.
import { graphql } from '../gql';

graphql(`
  fragment Sum on Money {
    amount
    currency
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
