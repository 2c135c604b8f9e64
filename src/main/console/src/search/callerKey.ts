import type { CallerKey } from '../gql/graphql';

const fewestDigits = 7;
const mostDigits = 15;

/** What a typed text says of a caller: a phone number in any notation, an e-mail address, or nothing. */
export const callerKeyOf = (typed: string): CallerKey | null => {
  const text = typed.normalize('NFKC').trim();
  if (/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(text)) return { email: text };
  const digits = text.replace(/\D/g, '').length;
  const isPhone = /^\+?[\d\s().\-‐–]+$/.test(text) && digits >= fewestDigits && digits <= mostDigits;
  return isPhone ? { phone: text } : null;
};
