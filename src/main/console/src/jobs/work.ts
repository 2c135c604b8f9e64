import { graphql } from '../gql';

export const loadStart = graphql(`
  mutation LoadStart($input: LoadStartInput!) {
    loadStart(input: $input) {
      load {
        number
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const loadStop = graphql(`
  mutation LoadStop($input: LoadStopInput!) {
    loadStop(input: $input) {
      userErrors {
        code
        message
      }
    }
  }
`);

export const loadPreview = graphql(`
  query LoadPreview($input: LoadStartInput!) {
    loadPreview(input: $input) {
      preview {
        feeds {
          ...FeedLine
        }
        kinds {
          kind
          added
          changed
          closed
          removed
          examples {
            id
            change
          }
        }
        notices {
          ...NoticeLine
        }
        rejects {
          ...RejectLine
        }
        stops
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const scheduleUpdate = graphql(`
  mutation ScheduleUpdate($input: ScheduleUpdateInput!) {
    scheduleUpdate(input: $input) {
      userErrors {
        code
        message
      }
    }
  }
`);

export const scheduleRunNow = graphql(`
  mutation ScheduleRunNow($input: ScheduleRunNowInput!) {
    scheduleRunNow(input: $input) {
      userErrors {
        code
        message
      }
    }
  }
`);

export const scheduleReset = graphql(`
  mutation ScheduleReset($input: ScheduleResetInput!) {
    scheduleReset(input: $input) {
      userErrors {
        code
        message
      }
    }
  }
`);

export const runCancel = graphql(`
  mutation RunCancel($input: RunCancelInput!) {
    runCancel(input: $input) {
      userErrors {
        code
        message
      }
    }
  }
`);

export const backfill = graphql(`
  mutation Backfill($input: BackfillInput!) {
    backfill(input: $input) {
      runs {
        logicalDate
        before
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const reindexStart = graphql(`
  mutation ReindexStart {
    reindexStart {
      userErrors {
        code
        message
      }
    }
  }
`);

export const verifyStart = graphql(`
  mutation VerifyStart($input: VerifyStartInput!) {
    verifyStart(input: $input) {
      userErrors {
        code
        message
      }
    }
  }
`);

export const rejectCorrect = graphql(`
  mutation RejectCorrect($input: RejectCorrectInput!) {
    rejectCorrect(input: $input) {
      userErrors {
        code
        message
      }
    }
  }
`);

export const rejectDismiss = graphql(`
  mutation RejectDismiss($input: RejectDismissInput!) {
    rejectDismiss(input: $input) {
      userErrors {
        code
        message
      }
    }
  }
`);

export const loadReplay = graphql(`
  mutation LoadReplay($input: LoadReplayInput!) {
    loadReplay(input: $input) {
      load {
        number
      }
      userErrors {
        code
        message
      }
    }
  }
`);
