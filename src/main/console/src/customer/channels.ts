import type { ChannelKind } from '../gql/graphql';
import type { IconName } from '../icons';

/** The drawing of each channel; its word always stands beside it. */
export const channelIcons: Record<ChannelKind, IconName> = {
  CALL_CENTER: 'phone',
  IVR: 'keypad',
  STORE: 'store',
  APP: 'mobile',
  WEB: 'globe',
  CHAT: 'chat',
  EMAIL: 'mail',
  SMS: 'text',
  SOCIAL: 'people',
  LETTER: 'letter',
  OTHER: 'chat',
};
