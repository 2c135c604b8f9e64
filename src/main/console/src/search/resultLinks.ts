import type { KeyboardEvent } from 'react';

/** The results on the page in reading order; the keyboard walks along them. */
export const resultLinks = () => [...document.querySelectorAll<HTMLAnchorElement>('a[data-result]')];

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Moves the focus to the next or the previous result, and from the first one back to the search box. */
export const walkResults = (event: KeyboardEvent) => {
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const links = resultLinks();
  const target = links.findIndex((link) => link === document.activeElement) + step;
  if (target < 0) document.getElementById('search-box')?.focus();
  else links[target]?.focus();
};
