import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type en from './locales/en.json';

/**
 * Languages of the console, each with the region whose dates its readers expect. Taiwan writes its own dollar as a bare
 * '$'; beside other dollars that would mislead, so money is written as in Hong Kong: NT$, HK$, US$.
 */
export const languages = {
  'zh-Hant': { name: '繁體中文', region: 'zh-Hant-TW', moneyRegion: 'zh-Hant-HK' },
  'zh-Hans': { name: '简体中文', region: 'zh-Hans-CN', moneyRegion: 'zh-Hans-CN' },
  en: { name: 'English', region: 'en-GB', moneyRegion: 'en-GB' },
} as const;

export type Language = keyof typeof languages;

declare module 'i18next' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- only an interface can be extended
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

const kept = 'zhiyin.language';
const texts = {
  'zh-Hant': () => import('./locales/zh-Hant.json'),
  'zh-Hans': () => import('./locales/zh-Hans.json'),
  en: () => import('./locales/en.json'),
};

export const isLanguage = (tag: string | null | undefined): tag is Language => tag != null && tag in languages;

/** The console's language for a browser's: zh-HK reads Traditional, zh-SG Simplified, any other script English. */
export const languageFor = (tags: readonly string[]): Language => {
  for (const tag of tags) {
    const { language, script } = new Intl.Locale(tag).maximize();
    if (language === 'zh' || language === 'yue') return script === 'Hant' ? 'zh-Hant' : 'zh-Hans';
    if (language === 'en') return 'en';
  }
  return 'en';
};

export const switchLanguage = async (language: Language) => {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', (await texts[language]()).default);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  localStorage.setItem(kept, language);
};

/** Loads the texts of the language that the reader chose before, or else of the browser's. */
export const startLanguage = async () => {
  await i18next.use(initReactI18next).init({
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  const chosen = localStorage.getItem(kept);
  await switchLanguage(isLanguage(chosen) ? chosen : languageFor(navigator.languages));
};
