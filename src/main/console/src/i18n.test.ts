import { describe, expect, it } from 'vitest';
import { languageFor } from './i18n';

describe('the language for a browser', () => {
  it.each([
    [['zh-TW'], 'zh-Hant'],
    [['zh-HK', 'en'], 'zh-Hant'],
    [['yue'], 'zh-Hant'],
    [['zh-CN'], 'zh-Hans'],
    [['zh-SG'], 'zh-Hans'],
    [['zh'], 'zh-Hans'],
    [['zh-Hant-CN'], 'zh-Hant'],
    [['en-US', 'zh-TW'], 'en'],
    [['fr-FR', 'zh-TW'], 'zh-Hant'],
    [['fr-FR'], 'en'],
    [[], 'en'],
  ])('%j reads %s', (tags, language) => {
    expect(languageFor(tags)).toBe(language);
  });
});
