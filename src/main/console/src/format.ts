import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from './i18n';

/** An amount as the API gives it: a decimal text, so that no digit is lost. */
export type Amount = { amount: string; currency: string };

const dayInMilliseconds = 86_400_000;
const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * dayInMilliseconds],
  ['month', 30 * dayInMilliseconds],
  ['day', dayInMilliseconds],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** A calendar date is the same day everywhere, so it is read and written in UTC. */
const calendarDay = (date: string) => new Date(`${date}T00:00:00Z`);

/** Whole days from the calendar date to today, where the reader is; positive when the date is past. */
export const daysSince = (date: string, now: Date) => {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((today - calendarDay(date).getTime()) / dayInMilliseconds);
};

/** Full years from the calendar date to now. */
export const yearsSince = (date: string, now: Date) => {
  const day = calendarDay(date);
  const before = [now.getMonth() - day.getUTCMonth(), now.getDate() - day.getUTCDate()];
  const notYet = (before[0] ?? 0) < 0 || (before[0] === 0 && (before[1] ?? 0) < 0);
  return now.getFullYear() - day.getUTCFullYear() - (notYet ? 1 : 0);
};

/** Writes dates, numbers and money as readers of one language expect them. */
export const formatsFor = (language: Language) => {
  const { region, moneyRegion } = languages[language];
  const number = new Intl.NumberFormat(region, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(region, { style: 'percent' });
  const date = new Intl.DateTimeFormat(region, { dateStyle: 'medium', timeZone: 'UTC' });
  const shortDate = new Intl.DateTimeFormat(region, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const numericDate = new Intl.DateTimeFormat(region, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: 'UTC',
  });
  const month = new Intl.DateTimeFormat(region, { year: 'numeric', month: 'short', timeZone: 'UTC' });
  const monthOf = new Intl.DateTimeFormat(region, { year: 'numeric', month: 'long' });
  const time = new Intl.DateTimeFormat(region, { dateStyle: 'medium', timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(region, { numeric: 'auto' });
  const languageNames = new Intl.DisplayNames(region, { type: 'language', languageDisplay: 'standard' });
  const countryNames = new Intl.DisplayNames(region, { type: 'region' });
  const unit = (name: string, value: number, digits = 0) =>
    new Intl.NumberFormat(region, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    }).format(value);
  return {
    number: (value: number) => number.format(value),
    percent: (share: number) => percent.format(share),
    date: (day: string) => date.format(calendarDay(day)),
    numericDate: (day: string) => numericDate.format(calendarDay(day)),
    period: (start: string, end: string) => shortDate.formatRange(calendarDay(start), calendarDay(end)),
    month: (day: string) => month.format(calendarDay(day)),
    monthOf: (instant: string) => monthOf.format(new Date(instant)),
    time: (instant: string) => time.format(new Date(instant)),
    times: (from: string, until: string) => time.formatRange(new Date(from), new Date(until)),
    ago: (instant: string, now: Date) => {
      const distance = new Date(instant).getTime() - now.getTime();
      const [name, length] = steps.find(([, size]) => Math.abs(distance) >= size) ?? (['minute', 60_000] as const);
      return relative.format(Math.trunc(distance / length), name);
    },
    money: ({ amount, currency }: Amount) =>
      new Intl.NumberFormat(moneyRegion, {
        style: 'currency',
        currency,
        trailingZeroDisplay: 'stripIfInteger',
      }).format(amount as `${number}`),
    minutes: (value: number) => unit('minute', value),
    duration: (seconds: number) => (seconds < 90 ? unit('second', seconds) : unit('minute', Math.round(seconds / 60))),
    data: (megabytes: number) =>
      megabytes < 1024 ? unit('megabyte', megabytes) : unit('gigabyte', megabytes / 1024, megabytes < 10_240 ? 1 : 0),
    bytes: (value: number) =>
      value < 1_048_576
        ? unit('kilobyte', value / 1024, value < 10_240 ? 1 : 0)
        : unit('megabyte', value / 1_048_576, value < 10_485_760 ? 1 : 0),
    milliseconds: (value: number) => unit('millisecond', value),
    languageName: (tag: string) => languageNames.of(tag) ?? tag,
    countryName: (code: string) => countryNames.of(code) ?? code,
  };
};

export type Formats = ReturnType<typeof formatsFor>;

/** The reader's language and how it writes things; changes when the reader switches. */
export const useFormats = () => {
  const { i18n } = useTranslation();
  const language = i18n.language as Language;
  const formats = useMemo(() => formatsFor(language), [language]);
  return { language, formats };
};

/** The text of an object that comes in all three languages. */
export const inLanguage = (text: { zhHant: string; zhHans: string; en: string }, language: Language) =>
  ({ 'zh-Hant': text.zhHant, 'zh-Hans': text.zhHans, en: text.en })[language];
