import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { Icon } from '../icons';
import { resultLinks } from './resultLinks';

const pauseInMilliseconds = 250;
const longestText = 200;
const searchPath = '/search';

/** The one search box. What is typed becomes part of the address, so that results can be gone back to. */
export const SearchBox = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [parameters] = useSearchParams();
  const asked = pathname === searchPath ? (parameters.get('q') ?? '') : '';
  const [typed, setTyped] = useState(asked);
  const [settled, setSettled] = useState(asked);
  const box = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => box.current?.select()]]);

  // The address changed by itself (back, home, a customer opened): the box follows it.
  if (asked !== settled) {
    setSettled(asked);
    setTyped(asked);
  }

  useEffect(() => {
    const text = typed.trim();
    if (text === settled || (text === '' && pathname !== searchPath)) return;
    const wait = setTimeout(() => {
      setSettled(text);
      void navigate(text ? `${searchPath}?q=${encodeURIComponent(text)}` : '/', { replace: settled !== '' });
    }, pauseInMilliseconds);
    return () => clearTimeout(wait);
  }, [navigate, pathname, settled, typed]);

  return (
    <form
      role="search"
      className="search-box"
      onSubmit={(event) => {
        event.preventDefault();
        const links = resultLinks();
        if (typed.trim() !== asked) return;
        if (links.length === 1) links[0]?.click();
        else links[0]?.focus();
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') resultLinks()[0]?.focus();
        if (event.key === 'Escape') setTyped('');
      }}
    >
      <Icon name="search" />
      <input
        ref={box}
        id="search-box"
        type="search"
        value={typed}
        maxLength={longestText}
        onChange={({ target }) => setTyped(target.value)}
        placeholder={t('search.placeholder')}
        aria-label={t('search.label')}
        aria-keyshortcuts="/"
        autoComplete="off"
        spellCheck={false}
      />
      <kbd title={t('search.focusHint')}>/</kbd>
    </form>
  );
};
