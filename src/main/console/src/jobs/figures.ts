/** What became of rows, of one feed or of all feeds of a load. */
export type Rows = {
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  closed: number;
  vanished: number;
  rejected: number;
};

export const rowNames = ['read', 'added', 'changed', 'unchanged', 'closed', 'vanished', 'rejected'] as const;

/** The feeds of a load together. */
export const sumOf = (feeds: readonly Rows[]): Rows => {
  const sum = (name: keyof Rows) => feeds.reduce((total, feed) => total + feed[name], 0);
  return {
    read: sum('read'),
    added: sum('added'),
    changed: sum('changed'),
    unchanged: sum('unchanged'),
    closed: sum('closed'),
    vanished: sum('vanished'),
    rejected: sum('rejected'),
  };
};

/** Seconds from the start to the end, or to now while there is no end. */
export const secondsBetween = (startedAt: string, endedAt: string | null | undefined, now: Date) =>
  Math.max(0, ((endedAt ? new Date(endedAt) : now).getTime() - new Date(startedAt).getTime()) / 1000);

/** A time as a clock shows it, the same in every language: 0:07, 12:40, 3:05:09. */
export const clock = (seconds: number) => {
  const whole = Math.floor(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
};

/** How many a second, with a digit after the point when they are few; undefined when nothing is done or no time has passed that could be measured. */
export const rateOf = ({ done, seconds }: { done: number; seconds: number }) => {
  if (done <= 0 || seconds <= 0.001) return undefined;
  const rate = done / seconds;
  return rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate);
};

/** Whole percent that are done: 100 only when all is; undefined when it is not known how much there is to do. */
export const percentOf = ({ done, total }: { done: number; total?: number | null }) => {
  if (total == null) return undefined;
  return total === 0 || done >= total ? 100 : Math.floor((100 * done) / total);
};

/** The names that somebody typed between blanks or commas; none for all feeds. */
export const namesIn = (text: string) => text.split(/[\s,，、]+/).filter((name) => name !== '');

/** What a step does and to which kind of record: 'merge Customer' is ['merge', 'Customer']. */
export const partsOf = (step: string) => {
  const [verb = step, ...rest] = step.split(' ');
  return [verb, rest.join(' ')] as const;
};
