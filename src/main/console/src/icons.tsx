const shapes = {
  phone:
    'M5 4h4l1.5 4.5L8 10a11 11 0 0 0 6 6l1.5-2.5L20 15v4a1.6 1.6 0 0 1-1.7 1.6A15.6 15.6 0 0 1 3.4 5.7 1.6 1.6 0 0 1 5 4Z',
  keypad: 'M5 4h3v3H5ZM10.5 4h3v3h-3ZM16 4h3v3h-3ZM5 10.5h3v3H5ZM10.5 10.5h3v3h-3ZM16 10.5h3v3h-3ZM10.5 17h3v3h-3Z',
  store:
    'M4 9.5 5.5 4h13L20 9.5M4 9.5a2.7 2.7 0 0 0 5.3 0 2.7 2.7 0 0 0 5.4 0 2.7 2.7 0 0 0 5.3 0M5.5 12.5V20h13v-7.5M10 20v-4.5h4V20',
  mobile:
    'M8 2.8h8A1.2 1.2 0 0 1 17.2 4v16a1.2 1.2 0 0 1-1.2 1.2H8A1.2 1.2 0 0 1 6.8 20V4A1.2 1.2 0 0 1 8 2.8ZM11 18h2',
  globe:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3.3 12h17.4M12 3c2.6 2.5 3.8 5.5 3.8 9s-1.2 6.5-3.8 9c-2.6-2.5-3.8-5.5-3.8-9S9.4 5.5 12 3Z',
  chat: 'M4 5h16v11.5h-9L6.5 20v-3.5H4ZM8 9.5h8M8 12.5h5',
  mail: 'M3.5 5.5h17v13h-17ZM4 6.5l8 6.5 8-6.5',
  text: 'M5 3.5h14A1.5 1.5 0 0 1 20.5 5v10a1.5 1.5 0 0 1-1.5 1.5h-5.5L9 20.5v-4H5A1.5 1.5 0 0 1 3.5 15V5A1.5 1.5 0 0 1 5 3.5ZM8 10h.01M12 10h.01M16 10h.01',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20a6.5 6.5 0 0 1 13 0M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14a6.5 6.5 0 0 1 3.5 6',
  letter: 'M4 10v10h16V10M4 10l8 6 8-6M4 10l8-6.5L20 10M9 8.5h6',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 20.5 20.5',
  warning: 'M12 4 2.8 19.5h18.4ZM12 10v4.5M12 17h.01',
  check: 'M4.5 12.5 10 18 19.5 6.5',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7v5.2l3.5 2',
  pause: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM10 9v6M14 9v6',
  leave: 'M14 4H5.5v16H14M10 12h10.5M17 8.5l3.5 3.5-3.5 3.5',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5a7.5 7.5 0 0 1 15 0',
  building: 'M5 21V4h9v17M14 9h5v12M3 21h18M8 8h3M8 12h3M8 16h3',
  sim: 'M6 3h8l4 4v14H6ZM9 12h6v5.5H9ZM12 12v5.5',
  play: 'M3.5 5h17v14h-17ZM10.2 9v6l5-3Z',
  plus: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 8v8M8 12h8',
  router: 'M3.5 14h17v6h-17ZM7 17h.01M10.5 17h.01M17 14V9.5M14 6.5a4.2 4.2 0 0 1 6 0M11.8 4.3a7.4 7.4 0 0 1 10.4 0',
  star: 'm12 3.5 2.6 5.6 6.1.7-4.5 4.2 1.2 6-5.4-3-5.4 3 1.2-6-4.5-4.2 6.1-.7Z',
  tag: 'M3.5 4.5v7L12.5 20.5l8-8-9-9h-7ZM7.5 8.5h.01',
  pin: 'M12 21.5c4.5-5 6.8-8.7 6.8-11.7a6.8 6.8 0 0 0-13.6 0c0 3 2.3 6.7 6.8 11.7ZM12 12.3a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  database:
    'M4.5 6c0-1.7 3.4-3 7.5-3s7.5 1.3 7.5 3-3.4 3-7.5 3-7.5-1.3-7.5-3ZM4.5 6v12c0 1.7 3.4 3 7.5 3s7.5-1.3 7.5-3V6M4.5 12c0 1.7 3.4 3 7.5 3s7.5-1.3 7.5-3',
  signal: 'M4 20v-4M9.3 20v-8M14.7 20V8M20 20V4',
  bill: 'M6 3h12v18l-3-2-3 2-3-2-3 2ZM9 8h6M9 12h6',
  box: 'M4 8l8-4.5L20 8v8l-8 4.5L4 16ZM4 8l8 4.5L20 8M12 12.5v8',
  inbound: 'M18 6 7 17M7 9v8h8',
  outbound: 'M6 18 17 7M9 7h8v8',
  chevron: 'M9 5.5 15.5 12 9 18.5',
} as const;

export type IconName = keyof typeof shapes;

/** A drawing that goes with a word; screen readers pass over it. */
export const Icon = ({ name, size = 18 }: { name: IconName; size?: number }) => (
  <svg
    className="icon"
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.8"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d={shapes[name]} />
  </svg>
);
